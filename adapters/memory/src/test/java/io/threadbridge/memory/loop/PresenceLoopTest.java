package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who was there in an hour comes to the figures once, whoever dies and whatever is away meanwhile.
final class PresenceLoopTest {
  private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
  private static final LocalHour TWELVE = new LocalHour(TODAY, 12);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final Attended ONE_PERSON = new Attended(3_600_000, 3_600_000);

  private final Firm firm = new Firm();

  @BeforeEach
  void start() {
    firm.twoWorkersAtOnce();
    firm.present(ANNA);
    firm.workFor(HOUR);
    assertThat(counted()).isEmpty();
  }

  @Test
  void anHourIsCountedWhenItIsOver() {
    firm.twoWorkersAtOnce();

    assertThat(counted()).isEqualTo(Map.of(TWELVE, ONE_PERSON));
    assertThat(firm.book.state(firm.site()).attendance().hours()).doesNotContainKey(TWELVE);
  }

  @Test
  void whoDiesBeforeCountingIsFollowedBySomebodyWhoDoes() {
    firm.between.dieBefore("attended");
    firm.workFor(A_WHILE);

    assertThat(counted()).isEqualTo(Map.of(TWELVE, ONE_PERSON));
  }

  @Test
  void whoDiesAfterCountingIsFollowedBySomebodyWhoSaysTheSame() {
    firm.between.dieAfter("attended");
    firm.workFor(A_WHILE);

    assertThat(counted()).isEqualTo(Map.of(TWELVE, ONE_PERSON));
    assertThat(firm.book.state(firm.site()).attendance().hours()).doesNotContainKey(TWELVE);
  }

  @Test
  void whileTheFiguresAreAwayItIsTriedOnceAMinute() {
    AtomicInteger tries = new AtomicInteger();
    firm.between.begin(
        (_, call, real) -> {
          if (call.equals("attended")) {
            tries.incrementAndGet();
            throw new StoreUnavailable("away");
          }
          return real.make();
        });
    firm.workFor(Duration.ofMinutes(10));
    assertThat(tries).hasValueBetween(9, 11);

    firm.between.end();
    firm.workFor(A_WHILE);
    assertThat(counted()).isEqualTo(Map.of(TWELVE, ONE_PERSON));
  }

  @Test
  void aProgramThatComesBackTheNextDayCountsWhatItKnew() {
    firm.workFor(Duration.ofMinutes(1));
    firm.clock.advance(Duration.ofDays(1));
    firm.workFor(Duration.ofSeconds(1));

    assertThat(counted())
        .containsEntry(TWELVE, ONE_PERSON)
        .hasEntrySatisfying(
            new LocalHour(TODAY, 13),
            hour -> assertThat(hour.knownMillis()).isBetween(300_000L, 360_000L))
        .hasSize(2);
  }

  private SortedMap<LocalHour, Attended> counted() {
    return firm.figures
        .read(firm.site().name(), Optional.empty(), TODAY, TODAY.plusDays(2))
        .presence();
  }
}
