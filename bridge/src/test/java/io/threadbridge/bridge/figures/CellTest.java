package io.threadbridge.bridge.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where facts count, to the millisecond.
final class CellTest {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:59:59.999Z, BEGUN, 0, 2026-03-02, 11",
    "2026-03-02T10:00:00Z, BEGUN, 0, 2026-03-02, 12",
    "2026-03-02T21:59:59.999Z, BEGUN, 0, 2026-03-02, 23",
    "2026-03-02T22:00:00Z, BEGUN, 0, 2026-03-03, 0",
    "2026-03-02T22:00:00Z, FIRST_ANSWER, 0, 2026-03-03, 0",
    "2026-03-02T22:00:00Z, FIRST_ANSWER, 1, 2026-03-02, 23",
    "2026-03-02T22:00:00Z, LATER_UNANSWERED, 3600001, 2026-03-02, 22",
    "2026-03-02T22:05:00Z, MISSED, 300000, 2026-03-03, 0",
    "2026-03-02T22:05:00Z, MISSED, 300001, 2026-03-02, 23",
    "2026-03-02T22:00:00Z, ENDED_SILENT, 1, 2026-03-03, 0",
    "2026-03-29T00:59:59.999Z, BEGUN, 0, 2026-03-29, 2",
    "2026-03-29T01:00:00Z, BEGUN, 0, 2026-03-29, 4",
    "2026-10-25T00:30:00Z, BEGUN, 0, 2026-10-25, 3",
    "2026-10-25T01:30:00Z, BEGUN, 0, 2026-10-25, 3",
    "2026-10-25T01:30:00Z, FIRST_ANSWER, 3600000, 2026-10-25, 3"
  })
  void aWaitCountsWhereItBeganAndAllElseWhereItHappened(
      Instant at, Kind kind, long millis, String date, int hour) {
    assertThat(Cell.of(noted(at, new Fact(kind, millis))))
        .filteredOn(cell -> cell instanceof Cell.InHour in && in.kind() == kind)
        .singleElement()
        .isEqualTo(new Cell.InHour(LocalDate.parse(date), new DeskRef("slack:C1"), hour, kind));
  }

  private static Noted noted(Instant at, Fact fact) {
    return new Noted(
        new SiteName("shop"),
        new DeskRef("slack:C1"),
        at,
        KYIV,
        "uk",
        "/",
        Optional.empty(),
        List.of(fact));
  }
}
