package io.threadbridge.config;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a small shop counts in eight weeks, the same whenever it is told: busy on Tuesdays at six,
/// closed on Sundays, and a little better each week.
///
/// @param zone the site's
record SampleWeeks(SiteName site, DeskRef desk, ZoneId zone) {
  private static final int WEEKS = 8;
  private static final int LUNCH = 12;
  private static final int EVENING = 18;
  private static final List<Integer> HOURS = List.of(9, 10, 11, LUNCH, 14, 15, 16, 17, EVENING);
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long WAITED_MILLIS = 300_000;

  /// Counts the weeks whose last one ends with this day.
  void count(Program program, LocalDate last) {
    FiguresStore figures = program.part(FiguresStore.class);
    Instant now = program.part(InstantSource.class).instant();
    for (int week = 0; week < WEEKS; week++) {
      LocalDate end = last.minusWeeks(WEEKS - 1L - week);
      figures.count(site, steps(end, week, now), now);
      figures.attended(site, desk, present(end));
    }
  }

  /// Two people by day, and nobody in the evening.
  private static Map<LocalHour, Attended> present(LocalDate end) {
    Map<LocalHour, Attended> present = new HashMap<>();
    for (int day = 0; day < DayOfWeek.values().length; day++) {
      for (int hour : HOURS) {
        int people = hour == EVENING ? 0 : 2;
        present.put(new LocalHour(end.minusDays(day), hour), Attended.by(people, HOUR_MILLIS));
      }
    }
    return present;
  }

  /// @param week how many came before it
  private List<Step> steps(LocalDate end, int week, Instant now) {
    return IntStream.range(0, DayOfWeek.values().length)
        .mapToObj(end::minusDays)
        .flatMap(day -> HOURS.stream().flatMap(hour -> noted(day, hour, week)))
        .map(
            noted ->
                new Step(new ConversationId("w-" + noted.at().getEpochSecond()), 1, now, noted))
        .toList();
  }

  private Stream<Noted> noted(LocalDate day, int hour, int week) {
    return IntStream.range(0, arrivals(day.getDayOfWeek(), hour, week))
        .mapToObj(
            number ->
                new Noted(
                    site,
                    desk,
                    day.atTime(hour, 5 * number).atZone(zone).toInstant(),
                    zone,
                    "en",
                    "/oars",
                    Optional.empty(),
                    facts(day.getDayOfWeek(), hour, number, week)));
  }

  private static int arrivals(DayOfWeek day, int hour, int week) {
    return switch (day) {
      case SUNDAY -> 0;
      case SATURDAY -> hour < LUNCH ? 1 : 0;
      case TUESDAY -> hour == EVENING ? 8 : 2 + week / 4;
      case MONDAY, WEDNESDAY, THURSDAY, FRIDAY ->
          1 + Math.floorMod(hour + day.getValue(), 2 + week / 4);
    };
  }

  private static List<Fact> facts(DayOfWeek day, int hour, int number, int week) {
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(Kind.BEGUN)));
    if (day == DayOfWeek.TUESDAY && hour == EVENING && number > 1 + week / 2) {
      facts.add(new Fact(Kind.FIRST_UNANSWERED, WAITED_MILLIS));
      facts.add(Fact.of(Kind.MISSED));
      return facts;
    }
    long answered = 4_000 + 5_500L * number + 700L * hour - 400L * week;
    facts.add(new Fact(Kind.FIRST_ANSWER, answered));
    facts.add(new Fact(Kind.HANDLED, 4 * MINUTE_MILLIS));
    if (hour == LUNCH) {
      facts.add(Fact.of(number == 0 ? Kind.RATED_5 : Kind.RATED_4));
    }
    return facts;
  }
}
