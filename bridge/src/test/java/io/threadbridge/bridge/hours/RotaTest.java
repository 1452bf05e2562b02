package io.threadbridge.bridge.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Staff;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is on call, one millisecond before each hand-over and at it.
final class RotaTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private static final Staff ANNA = person("Anna");
  private static final Staff BORIS = person("Boris");
  private static final Staff CARL = person("Carl");
  private static final Staff DINA = person("Dina");

  /// A Monday.
  private static final LocalDate START = LocalDate.parse("2026-01-05");

  private static final Rotation MONDAYS =
      new Rotation.Weekly(DayOfWeek.MONDAY, LocalTime.parse("09:00"));

  private static Staff person(String name) {
    return new Staff("slack:U0" + name, name, Optional.empty());
  }

  private static Layer layer(Rotation rotation, Staff... people) {
    return layer(rotation, HELSINKI, people);
  }

  private static Layer layer(Rotation rotation, ZoneId zone, Staff... people) {
    return new Layer(List.of(people), rotation, zone, START, Hours.ALWAYS);
  }

  private static Rota rota(Layer... layers) {
    return new Rota(List.of(layers));
  }

  private static Instant at(String local) {
    return at(local, HELSINKI);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static void assertHandsOver(OnCall line, Instant moment, Staff before, Staff after) {
    Instant justBefore = moment.minusMillis(1);
    assertThat(line.at(justBefore)).startsWith(before);
    assertThat(line.at(moment)).startsWith(after);
    assertThat(line.nextChange(justBefore)).contains(moment);
  }

  @Test
  void aWeeklyLayerHandsOverOnItsDay() {
    Rota rota = rota(layer(MONDAYS, ANNA, BORIS, CARL));

    assertThat(rota.at(at("2026-01-05T09:00"))).containsExactly(ANNA, BORIS, CARL);
    assertHandsOver(rota, at("2026-01-12T09:00"), ANNA, BORIS);
    assertThat(rota.at(at("2026-01-14T09:00"))).containsExactly(BORIS, CARL, ANNA);
    assertHandsOver(rota, at("2026-01-19T09:00"), BORIS, CARL);
    assertHandsOver(rota, at("2026-01-26T09:00"), CARL, ANNA);
  }

  @Test
  void aDailyLayerHandsOverEachDay() {
    Rota rota = rota(layer(new Rotation.Daily(LocalTime.parse("08:30")), ANNA, BORIS));

    assertHandsOver(rota, at("2026-01-06T08:30"), ANNA, BORIS);
    assertHandsOver(rota, at("2026-01-07T08:30"), BORIS, ANNA);
    assertHandsOver(rota, at("2027-01-05T08:30"), ANNA, BORIS);
  }

  @Test
  void nobodyIsOnCallBeforeTheStart() {
    Rota rota = rota(layer(MONDAYS, ANNA, BORIS));
    Instant start = at("2026-01-05T09:00");

    assertThat(rota.at(start.minusMillis(1))).isEmpty();
    assertThat(rota.at(start)).containsExactly(ANNA, BORIS);
    assertThat(rota.nextChange(start.minusMillis(1))).contains(start);
    assertThat(rota.nextChange(at("2025-12-01T00:00"))).contains(start);
  }

  @Test
  void theFirstPersonHasTheTurnThatTheStartBelongsTo() {
    Layer layer =
        new Layer(
            List.of(ANNA, BORIS), MONDAYS, HELSINKI, LocalDate.parse("2026-01-08"), Hours.ALWAYS);

    assertThat(rota(layer).at(at("2026-01-08T08:59"))).isEmpty();
    assertThat(rota(layer).at(at("2026-01-08T09:00"))).startsWith(ANNA);
    assertHandsOver(rota(layer), at("2026-01-12T09:00"), ANNA, BORIS);
  }

  @Test
  void firstComesEachLayersPersonThenTheOthersAndNobodyTwice() {
    Rota rota =
        rota(
            layer(MONDAYS, ANNA, BORIS),
            layer(new Rotation.Daily(LocalTime.parse("00:00")), BORIS, ANNA, CARL),
            layer(MONDAYS, DINA));

    assertThat(rota.at(at("2026-01-05T12:00"))).containsExactly(ANNA, BORIS, DINA, CARL);
    assertThat(rota.at(at("2026-01-06T12:00"))).containsExactly(ANNA, DINA, BORIS, CARL);
    assertThat(rota.at(at("2026-01-07T12:00"))).containsExactly(ANNA, CARL, DINA, BORIS);
  }

  @Test
  void aRestrictedLayerIsOnCallInItsHoursOnly() {
    Hours evenings =
        new Hours(
            HELSINKI,
            Map.of(DayOfWeek.TUESDAY, List.of(Interval.parse("17:00-22:00"))),
            Map.of(),
            Holidays.NONE);
    Rota rota =
        rota(
            new Layer(List.of(DINA), MONDAYS, HELSINKI, START, evenings),
            layer(MONDAYS, ANNA, BORIS));
    Instant begins = at("2026-01-06T17:00");
    Instant ends = at("2026-01-06T22:00");

    assertHandsOver(rota, begins, ANNA, DINA);
    assertThat(rota.at(begins)).containsExactly(DINA, ANNA, BORIS);
    assertHandsOver(rota, ends, DINA, ANNA);
    assertThat(rota.at(ends)).containsExactly(ANNA, BORIS);
  }

  @Test
  void whoTookOverGoesFirstAndTheLatestWins() {
    StandIns line =
        new StandIns(rota(layer(MONDAYS, ANNA, BORIS)), List.of())
            .with(shift(CARL, "2026-01-06T10:00", "2026-01-06T12:00"), at("2026-01-06T10:00"))
            .with(shift(BORIS, "2026-01-06T11:00", "2026-01-06T11:30"), at("2026-01-06T10:00"));

    assertHandsOver(line, at("2026-01-06T10:00"), ANNA, CARL);
    assertThat(line.at(at("2026-01-06T10:00"))).containsExactly(CARL, ANNA, BORIS);
    assertHandsOver(line, at("2026-01-06T11:00"), CARL, BORIS);
    assertThat(line.at(at("2026-01-06T11:00"))).containsExactly(BORIS, ANNA);
    assertHandsOver(line, at("2026-01-06T11:30"), BORIS, CARL);
    assertHandsOver(line, at("2026-01-06T12:00"), CARL, ANNA);
    assertThat(line.nextChange(at("2026-01-06T12:00"))).contains(at("2026-01-12T09:00"));
  }

  @Test
  void overridesThatAreOverMakeRoomForOthers() {
    Instant now = at("2026-01-06T10:00");
    Shift over = new Shift(ANNA, now.minusSeconds(60), now);
    Shift lasting = new Shift(ANNA, now.minusSeconds(60), now.plusMillis(1));
    StandIns full = new StandIns(Shifts.NONE, Collections.nCopies(100, lasting));
    StandIns past = new StandIns(Shifts.NONE, Collections.nCopies(100, over));

    assertThat(past.with(lasting, now).overrides()).containsExactly(lasting);
    assertThatThrownBy(() -> full.with(lasting, now)).hasMessageContaining("100");
  }

  @Test
  void shiftsAreOnCallInTheirTimesOnly() {
    Shifts shifts =
        new Shifts(
            List.of(
                shift(BORIS, "2026-01-06T12:00", "2026-01-06T18:00"),
                shift(ANNA, "2026-01-06T09:00", "2026-01-06T13:00"),
                shift(ANNA, "2026-01-06T13:00", "2026-01-06T14:00")));

    assertThat(shifts.at(at("2026-01-06T09:00").minusMillis(1))).isEmpty();
    assertThat(shifts.at(at("2026-01-06T09:00"))).containsExactly(ANNA);
    assertThat(shifts.at(at("2026-01-06T12:00"))).containsExactly(ANNA, BORIS);
    assertThat(shifts.at(at("2026-01-06T13:00"))).containsExactly(BORIS, ANNA);
    assertThat(shifts.nextChange(at("2026-01-06T13:00"))).contains(at("2026-01-06T14:00"));
    assertThat(shifts.at(at("2026-01-06T18:00"))).isEmpty();
    assertThat(shifts.nextChange(at("2026-01-06T18:00"))).isEmpty();
  }

  @Test
  void oneLineMayStandBehindAnother() {
    OnCall line =
        new Shifts(List.of(shift(CARL, "2026-01-06T09:00", "2026-01-06T10:00")))
            .then(rota(layer(MONDAYS, ANNA, CARL)));

    assertThat(line.at(at("2026-01-06T09:00"))).containsExactly(CARL, ANNA);
    assertHandsOver(line, at("2026-01-06T09:00"), ANNA, CARL);
    assertThat(line.nextChange(at("2026-01-06T10:00"))).contains(at("2026-01-12T09:00"));
  }

  @Test
  void whoIsAloneNeverHandsOver() {
    assertThat(rota(layer(MONDAYS, ANNA)).nextChange(at("2026-01-06T10:00"))).isEmpty();
    assertThat(rota().at(at("2026-01-06T10:00"))).isEmpty();
    assertThat(rota().nextChange(at("2026-01-06T10:00"))).isEmpty();
  }

  /// The night of the change: left out in spring, shown twice in autumn, handed over once.
  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 03:30, 2026-03-29T01:00:00Z, 2026-10-25T00:30:00Z",
    "Europe/Kyiv, 03:30, 2026-03-29T01:00:00Z, 2026-10-25T00:30:00Z",
    "Europe/Copenhagen, 02:30, 2026-03-29T01:00:00Z, 2026-10-25T00:30:00Z"
  })
  void onTheNightOfTheChangeItHandsOverOnce(
      ZoneId zone, LocalTime time, Instant spring, Instant autumn) {
    Rota weekly = rota(layer(new Rotation.Weekly(DayOfWeek.SUNDAY, time), zone, ANNA, BORIS));
    Rota daily = rota(layer(new Rotation.Daily(time), zone, ANNA, BORIS));

    for (Instant night : List.of(spring, autumn)) {
      Staff before = weekly.at(night.minusMillis(1)).getFirst();
      Staff after = before.equals(ANNA) ? BORIS : ANNA;
      assertHandsOver(weekly, night, before, after);
      LocalDate next = LocalDate.ofInstant(night, zone).plusWeeks(1);
      assertThat(weekly.nextChange(night)).contains(at(next + "T" + time, zone));
      assertThat(daily.nextChange(night)).contains(at(next.minusDays(6) + "T" + time, zone));
    }
  }

  @Test
  void inNewYorkTooItHandsOverOnce() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Rota rota = rota(layer(new Rotation.Daily(LocalTime.parse("01:30")), newYork, ANNA, BORIS));
    Instant first = Instant.parse("2026-11-01T05:30:00Z");

    assertHandsOver(rota, first, BORIS, ANNA);
    assertHandsOver(rota, at("2026-11-02T01:30", newYork), ANNA, BORIS);
    assertThat(rota.nextChange(first)).contains(at("2026-11-02T01:30", newYork));
  }

  @Test
  void wherePutBackOverMidnightTheNextDaysHandOverIsNotMissed() {
    ZoneId cairo = ZoneId.of("Africa/Cairo");
    Rota rota = rota(layer(new Rotation.Daily(LocalTime.parse("23:30")), cairo, ANNA, BORIS));
    Instant first = Instant.parse("2026-10-29T20:30:00Z");

    assertThat(rota.nextChange(first.minusMillis(1))).contains(first);
    assertThat(rota.nextChange(first)).contains(at("2026-10-30T23:30", cairo));
  }

  @Test
  void itsSizesAreBounded() {
    Staff[] many = new Staff[51];
    Arrays.setAll(many, number -> person("P" + number));
    Layer one = layer(MONDAYS, ANNA);
    Shift shift = shift(ANNA, "2026-01-06T09:00", "2026-01-06T13:00");

    assertThatThrownBy(() -> layer(MONDAYS)).hasMessageContaining("1 to 50");
    assertThatThrownBy(() -> layer(MONDAYS, many)).hasMessageContaining("1 to 50");
    assertThatThrownBy(() -> rota(one, one, one, one, one, one)).hasMessageContaining("5 layers");
    assertThatThrownBy(() -> new Shifts(Collections.nCopies(1_001, shift)))
        .hasMessageContaining("1000 shifts");
    assertThatThrownBy(() -> shift(ANNA, "2026-01-06T09:00", "2026-01-06T09:00"))
        .hasMessageContaining("ends before it begins");
  }

  private static Shift shift(Staff who, String from, String until) {
    return new Shift(who, at(from), at(until));
  }
}
