package io.threadbridge.bridge.staffing;

import io.threadbridge.bridge.staffing.StaffingAdvice.MorePeople;
import io.threadbridge.bridge.staffing.StaffingAdvice.OneFewer;
import io.threadbridge.bridge.staffing.StaffingAdvice.SomebodyInCharge;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads a week against a goal. Small firms have few visitors an hour, so what could be chance is
/// not said:
///
/// - Waiting is a pattern in hours that follow each other when at least [#WAITED_MIN] visitors
///   waited long, one in every two weeks at least, and more than the goal allows of those who came.
/// - That fewer people would do is said after [#WEEKS_MIN] weeks with [#ARRIVALS_MIN] visitors or
///   more in hours that make a shift, not one of whom waited long, and only if [#SURE] would have
///   been answered in time even if in truth more come than did: two standard deviations of a
///   Poisson count more. It is said once, and never of the last person.
final class Adviser {
  static final int WAITED_MIN = 3;
  static final int WEEKS_MIN = 4;
  static final int ARRIVALS_MIN = 20;
  static final int SHIFT_MIN = 2;
  static final double SURE = 0.98;

  /// From so many answers on an hour's own conversations tell how long one takes there.
  private static final int ANSWERS_MIN = 10;

  private static final int WEEKS_A_WAIT = 2;
  private static final double DEVIATIONS = 2;

  private final Week week;
  private final StaffingGoal goal;
  private final Duration usualHandling;

  Adviser(Week week, StaffingGoal goal) {
    this.week = week;
    this.goal = goal;
    this.usualHandling = handling(week.total(), goal.usualHandling());
  }

  /// What is alike in hours that are spoken of together.
  private record Trouble(boolean enoughPeople, Presence present) {}

  private record Weighed(StaffingAdvice advice, int weight) {}

  List<StaffingAdvice> advice() {
    Stream<StaffingAdvice> more =
        spans(this::trouble).stream()
            .flatMap(span -> help(span).stream())
            .sorted(Comparator.comparingInt(Weighed::weight).reversed())
            .map(Weighed::advice);
    Stream<StaffingAdvice> fewer =
        spans(this::spare).stream()
            .flatMap(span -> oneFewer(span).stream())
            .sorted(Comparator.comparingInt((OneFewer one) -> one.span().hours()).reversed())
            .limit(1)
            .map(Function.identity());
    return Stream.concat(more, fewer).limit(StaffingAdvice.ADVICE_MAX).toList();
  }

  /// Hours of one day that follow each other and are alike, as long as possible; those of which
  /// there is nothing to say belong to none.
  private List<Span> spans(Function<HourLoad, Optional<?>> likeness) {
    List<Span> spans = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      int from = 0;
      for (int hour = 1; hour <= Week.HOURS_OF_DAY; hour++) {
        Optional<?> before = likeness.apply(week.hour(day, from));
        if (hour == Week.HOURS_OF_DAY || !before.equals(likeness.apply(week.hour(day, hour)))) {
          if (before.isPresent()) {
            spans.add(new Span(day, from, hour));
          }
          from = hour;
        }
      }
    }
    return spans;
  }

  private Optional<Trouble> trouble(HourLoad hour) {
    int inTime = hour.arrivals() - hour.waitedLong();
    if (hour.arrivals() == inTime || inTime >= goal.share() * hour.arrivals()) {
      return Optional.empty();
    }
    boolean enough = keeps(Presence.steady(hour.present().orElse(0)), hour);
    return Optional.of(new Trouble(enough, Presence.of(hour.present())));
  }

  private boolean keeps(double people, HourLoad hour) {
    return goal.reachedBy(people, demand(hour, hour.arrivals())) >= goal.share();
  }

  private Optional<Weighed> help(Span span) {
    HourLoad all = total(span);
    int weeks = weeks(span);
    int waited = all.waitedLong();
    if (waited < WAITED_MIN || waited * WEEKS_A_WAIT < weeks) {
      return Optional.empty();
    }
    Trouble trouble = trouble(week.hour(span.day(), span.from())).orElseThrow();
    Optional<StaffingAdvice> advice =
        trouble.enoughPeople()
            ? Optional.of(new SomebodyInCharge(span, weeks, waited, trouble.present()))
            : needed(span)
                .map(needed -> new MorePeople(span, weeks, waited, trouble.present(), needed));
    return advice.map(said -> new Weighed(said, waited + all.missed()));
  }

  /// The fewest people who keep the goal in each of the hours; empty if not even
  /// [Crew#PEOPLE_MAX] do.
  private Optional<Integer> needed(Span span) {
    return IntStream.rangeClosed(1, Crew.PEOPLE_MAX)
        .boxed()
        .filter(people -> hours(span).stream().allMatch(hour -> keeps(people, hour)))
        .findFirst();
  }

  /// How many people there were where one fewer would have been enough.
  private Optional<Integer> spare(HourLoad hour) {
    int people = (int) Presence.steady(hour.present().orElse(0));
    if (people < 2 || hour.times() < WEEKS_MIN || hour.waitedLong() + hour.laterLong() > 0) {
      return Optional.empty();
    }
    double perhaps = hour.arrivals() + DEVIATIONS * Math.sqrt(Math.max(1, hour.arrivals()));
    boolean sure = goal.reachedBy(people - 1.0, demand(hour, perhaps)) >= SURE;
    return sure ? Optional.of(people) : Optional.empty();
  }

  private Optional<OneFewer> oneFewer(Span span) {
    if (span.hours() < SHIFT_MIN || total(span).arrivals() < ARRIVALS_MIN) {
      return Optional.empty();
    }
    int people = spare(week.hour(span.day(), span.from())).orElseThrow();
    return Optional.of(new OneFewer(span, weeks(span), people));
  }

  private Demand demand(HourLoad hour, double arrivals) {
    double perHour = Math.min(arrivals / hour.times(), Demand.PER_HOUR_MAX);
    return new Demand(perHour, handling(hour, usualHandling));
  }

  private static Duration handling(HourLoad load, Duration otherwise) {
    if (load.answered() < ANSWERS_MIN) {
      return otherwise;
    }
    Duration mean = load.handling().dividedBy(load.answered());
    return mean.compareTo(Demand.SHORTEST) < 0 ? otherwise : mean;
  }

  private List<HourLoad> hours(Span span) {
    return IntStream.range(span.from(), span.until())
        .mapToObj(hour -> week.hour(span.day(), hour))
        .toList();
  }

  private HourLoad total(Span span) {
    return hours(span).stream().reduce(HourLoad.NONE, HourLoad::plus);
  }

  private int weeks(Span span) {
    return hours(span).stream().mapToInt(HourLoad::times).min().orElseThrow();
  }
}
