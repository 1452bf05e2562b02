package io.threadbridge.texts;

import io.threadbridge.bridge.application.DigestThreads;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.WeekOfFigures;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Days and weeks of a shop, as they are counted.
final class DigestSamples {
  static final DeskRef DESK = new DeskRef("slack:C0WEBCHAT");
  private static final LocalDate MONDAY = LocalDate.of(2035, 6, 4);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);

  /// When they are read: all of it is over.
  static final LocalDate AFTER = SUNDAY.plusDays(1);

  /// A year later.
  static final LocalDate LONG_AFTER = SUNDAY.plusYears(1);

  static final StaffingGoal GOAL = StaffingGoal.usual(3);
  private static final Instant NOON = Instant.parse("2035-06-05T09:00:00Z");
  private static final URI FIRST_THREAD = URI.create("https://chat.example/archives/C1/p1");
  private static final URI OTHER_THREAD = URI.create("https://chat.example/archives/C1/p2");

  static final DigestThreads LEADS =
      new DigestThreads(
          2,
          List.of(
              new DigestThreads.Lead(NOON, FIRST_THREAD),
              new DigestThreads.Lead(NOON.plus(Duration.ofDays(1)), OTHER_THREAD)),
          List.of());

  static final DigestThreads COMMENTS =
      new DigestThreads(
          0,
          List.of(),
          List.of(
              new DigestThreads.Comment(5, "Thank you, that helped.", Optional.of(FIRST_THREAD)),
              new DigestThreads.Comment(2, "I waited too long", Optional.of(OTHER_THREAD))));

  private DigestSamples() {}

  static Digest goodDayAlone() {
    return day(goodDay(), Figures.none(MONDAY, MONDAY), 0);
  }

  static Digest busyDayAfterAGoodOne() {
    return day(busyDay(), goodDay(), 2);
  }

  static Digest onePersonAfterABusyDay() {
    return day(onePerson(), busyDay(), 0);
  }

  static Digest nobodyCameAfterAGoodDay() {
    return day(nobodyCame(), goodDay(), 1);
  }

  /// Somebody who wrote the day before was answered, and somebody who wrote today was not.
  static Digest dayAfterTheEvening() {
    return day(afterTheEvening(), onePerson(), 0);
  }

  private static Digest day(Figures figures, Figures earlier, int leads) {
    return new Digest(
        DigestPeriod.day(TUESDAY), figures, earlier, Optional.empty(), leads, List.of());
  }

  /// One of several desks, on a day on which everything happened.
  static Digest hardDay() {
    Figures everywhere = everything().plus(busyDay());
    return new Digest(
        DigestPeriod.day(TUESDAY),
        everything(),
        goodDay(),
        Optional.of(everywhere.total()),
        0,
        List.of());
  }

  /// The same with one of each.
  static Digest hardDayOfOne() {
    Figures figures =
        counts(
                TUESDAY,
                10,
                Map.of(
                    Kind.BEGUN, 1L,
                    Kind.REOPENED, 1L,
                    Kind.ENDED_LEFT, 1L,
                    Kind.HELD_ONCE, 1L,
                    Kind.CLAIMER_NUDGED, 1L,
                    Kind.DESK_CALLED, 1L,
                    Kind.OVERFLOW_CALLED, 1L,
                    Kind.MANAGER_TOLD, 1L,
                    Kind.ON_CALL_WOKEN, 1L,
                    Kind.RATED_3, 1L))
            .plus(counts(TUESDAY, 10, Map.of(Kind.COMMENTED, 1L)))
            .plus(lengths(Measure.WOKEN, 100));
    return new Digest(
        DigestPeriod.day(TUESDAY),
        figures,
        Figures.none(MONDAY, MONDAY),
        Optional.of(figures.total().plus(Kind.BEGUN, 1)),
        0,
        List.of());
  }

  /// A desk at which nobody wrote, and people were answered who had been handed over.
  static Digest handedOver() {
    Figures figures = counts(TUESDAY, 10, Map.of(Kind.FIRST_ANSWER, 2L), 60, 70);
    return new Digest(
        DigestPeriod.day(TUESDAY),
        figures,
        Figures.none(MONDAY, MONDAY),
        Optional.of(figures.plus(busyDay()).total()),
        0,
        List.of());
  }

  static Digest week() {
    return new Digest(
        DigestPeriod.weekTo(SUNDAY),
        fullWeek(),
        goodDay(),
        Optional.empty(),
        2,
        StaffingAdvice.of(WeekOfFigures.of(fullWeek()), GOAL));
  }

  static Digest untilLongAfter() {
    return Digest.of(new DigestPeriod(MONDAY, LONG_AFTER), Figures.none(MONDAY, LONG_AFTER));
  }

  static Digest quietWeek() {
    Figures none = Figures.none(MONDAY, SUNDAY);
    return Digest.of(DigestPeriod.weekTo(SUNDAY), none);
  }

  /// Everybody was answered, soon and by few words.
  private static Figures goodDay() {
    return counts(TUESDAY, 10, Map.of(Kind.BEGUN, 4L, Kind.FIRST_ANSWER, 4L), 8, 21, 38, 55);
  }

  /// Fourteen wrote, twelve were answered.
  private static Figures busyDay() {
    return counts(
            TUESDAY,
            10,
            Map.of(
                Kind.BEGUN, 12L,
                Kind.FIRST_ANSWER, 12L,
                Kind.ANSWERED_SOON, 3L,
                Kind.ANSWERED_IN_A_MINUTE, 10L,
                Kind.PROMISE_MADE, 5L,
                Kind.PROMISE_KEPT, 4L,
                Kind.PROMISE_LATE, 1L,
                Kind.LEAD_DONE, 2L),
            5,
            6,
            9,
            12,
            20,
            38,
            39,
            41,
            44,
            50,
            130,
            250)
        .plus(
            counts(
                TUESDAY,
                17,
                Map.of(
                    Kind.BEGUN, 2L,
                    Kind.FIRST_UNANSWERED, 2L,
                    Kind.MISSED, 1L,
                    Kind.RATED_4, 1L,
                    Kind.RATED_5, 5L)));
  }

  /// Everything that can be told of a day.
  private static Figures everything() {
    return counts(
            TUESDAY,
            10,
            Map.of(
                Kind.BEGUN, 6L,
                Kind.FIRST_ANSWER, 5L,
                Kind.ANSWERED_SOON, 1L,
                Kind.ANSWERED_IN_A_MINUTE, 4L,
                Kind.REOPENED, 2L,
                Kind.RATED_5, 2L,
                Kind.RATED_2, 1L,
                Kind.COMMENTED, 3L),
            8,
            21,
            38,
            55,
            400)
        .plus(
            counts(
                TUESDAY,
                17,
                Map.of(
                    Kind.FIRST_UNANSWERED, 1L,
                    Kind.MISSED, 1L,
                    Kind.ENDED_LEFT, 2L,
                    Kind.HELD_ONCE, 4L,
                    Kind.HELD_TWICE, 1L,
                    Kind.CLAIMER_NUDGED, 2L,
                    Kind.DESK_CALLED, 3L,
                    Kind.OVERFLOW_CALLED, 2L,
                    Kind.MANAGER_TOLD, 2L,
                    Kind.ON_CALL_WOKEN, 3L)))
        .plus(lengths(Measure.SILENCE, 30, 35, 20))
        .plus(lengths(Measure.WOKEN, 40, 40, 300))
        .plus(lengths(Measure.DURATION, 60, 300, 420, 500, 900));
  }

  private static Figures lengths(Measure measure, int... seconds) {
    FiguresBuilder builder = new FiguresBuilder(TUESDAY, TUESDAY);
    IntStream.of(seconds)
        .mapToLong(length -> length * 1_000L)
        .forEach(millis -> builder.inBin(measure, Bins.of(millis), 1).longest(measure, millis));
    return builder.build();
  }

  private static Figures onePerson() {
    return counts(TUESDAY, 10, Map.of(Kind.BEGUN, 1L, Kind.FIRST_ANSWER, 1L), 95);
  }

  private static Figures afterTheEvening() {
    return counts(
        TUESDAY,
        9,
        Map.of(
            Kind.BEGUN, 3L,
            Kind.FIRST_ANSWER, 2L,
            Kind.FIRST_UNANSWERED, 1L,
            Kind.LEAD_ANSWERED, 1L,
            Kind.PROMISE_KEPT, 1L),
        20,
        40);
  }

  private static Figures nobodyCame() {
    return counts(TUESDAY, 17, Map.of(Kind.BEGUN, 1L, Kind.FIRST_UNANSWERED, 1L, Kind.MISSED, 1L));
  }

  private static Figures fullWeek() {
    Figures evening =
        counts(
            TUESDAY,
            17,
            Map.of(
                Kind.BEGUN, 5L,
                Kind.FIRST_ANSWER, 1L,
                Kind.FIRST_UNANSWERED, 4L,
                Kind.WAITED_LONG, 5L,
                Kind.MISSED, 3L),
            7_300);
    return busyDay().plus(evening).plus(Figures.none(MONDAY, SUNDAY));
  }

  private static Figures counts(
      LocalDate date, int hour, Map<Kind, Long> counts, int... firstAnswers) {
    FiguresBuilder builder = new FiguresBuilder(date, date);
    counts.forEach((kind, count) -> builder.inHour(DESK, new LocalHour(date, hour), kind, count));
    return builder.build().plus(lengths(Measure.FIRST_ANSWER, firstAnswers));
  }
}
