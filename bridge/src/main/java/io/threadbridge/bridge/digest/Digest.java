package io.threadbridge.bridge.digest;

import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a desk did in a period, as far as it is worth telling: computed from the figures alone.
///
/// @param figures of the period
/// @param earlier of the period a week before; of nothing, if it is not to be compared
/// @param everywhere counts of all desks of the site together; empty if it has but one
/// @param openLeads how many people are owed an answer now
/// @param advice what follows for the staffing, the most useful first
public record Digest(
    DigestPeriod period,
    Figures figures,
    Figures earlier,
    Optional<Counts> everywhere,
    int openLeads,
    List<StaffingAdvice> advice) {
  /// So many hours are named at most where something was wrong.
  public static final int SLOTS_MAX = 3;

  /// A share of fewer people than this says more about chance than about the desk.
  public static final int SHARE_MIN = 5;

  /// An hour with fewer conversations is no busy one.
  public static final int BUSY_MIN = 3;

  private static final int PERCENT = 100;
  private static final int HOURS = 24;

  private static final List<Kind> STARS =
      List.of(Kind.RATED_1, Kind.RATED_2, Kind.RATED_3, Kind.RATED_4, Kind.RATED_5);

  /// What tells that somebody was there: without any of these a digest says that nobody was.
  private static final Set<Kind> LIFE =
      Set.copyOf(
          EnumSet.of(
              Kind.BEGUN,
              Kind.REOPENED,
              Kind.FIRST_ANSWER,
              Kind.LATER_ANSWER,
              Kind.LEAD_ANSWERED,
              Kind.FIRST_UNANSWERED,
              Kind.LATER_UNANSWERED,
              Kind.MISSED,
              Kind.PROMISE_MADE,
              Kind.LEAD_DONE,
              Kind.RATED_1,
              Kind.RATED_2,
              Kind.RATED_3,
              Kind.RATED_4,
              Kind.RATED_5));

  /// A digest that nobody changes afterwards.
  public Digest {
    advice = List.copyOf(advice);
  }

  /// Of the figures of one desk's site alone: compared with nothing, and without advice.
  public static Digest of(DigestPeriod period, Figures figures) {
    Figures earlier = Figures.none(period.from(), period.to());
    return new Digest(period, figures, earlier, Optional.empty(), 0, List.of());
  }

  /// An hour of the week and how often something happened in it.
  ///
  /// @param hour 0 to 23
  public record Slot(DayOfWeek day, int hour, long count) {}

  /// What visitors gave.
  ///
  /// @param average 1 to 5
  public record Rating(long count, double average) {}

  /// Whether there is nothing at all to tell, of any desk.
  public boolean isEmpty() {
    return figures.hours().isEmpty()
        && openLeads == 0
        && everywhere.orElse(Counts.NONE).equals(Counts.NONE);
  }

  /// Whether nobody wrote at this desk, was answered or is owed anything.
  public boolean isQuiet() {
    return openLeads == 0 && LIFE.stream().allMatch(kind -> count(kind) == 0);
  }

  /// How often this happened.
  public long count(Kind kind) {
    return figures.total().of(kind);
  }

  /// How many wrote.
  public long wrote() {
    return count(Kind.BEGUN);
  }

  /// How many of them were answered, in the chat or another way. An answer to somebody who wrote
  /// before the period is none of them, and nobody can tell which it was. Where the site has
  /// several desks it is how many were answered at this one: most of those whom it was handed wrote
  /// at another.
  public long answered() {
    long answered = figures.total().answered();
    return everywhere.isPresent() ? answered : Math.min(wrote(), answered);
  }

  /// Whether it is certain that everybody who wrote was answered: each of them in the chat. Whoever
  /// was answered another way may have written before the period, while somebody else still waits.
  public boolean isAllAnswered() {
    return wrote() > 0 && count(Kind.FIRST_ANSWER) == wrote() && count(Kind.FIRST_UNANSWERED) == 0;
  }

  /// The counts of all desks, where they say more than those of this one.
  public Optional<Counts> together() {
    return everywhere.filter(
        all -> all.of(Kind.BEGUN) != wrote() || all.answered() != figures.total().answered());
  }

  /// How long first answers took.
  public Distribution firstAnswers() {
    return figures.of(Measure.FIRST_ANSWER);
  }

  /// How many of a hundred in the chat; empty with too few to speak of hundreds.
  ///
  /// @param kind [Kind#ANSWERED_SOON] or [Kind#ANSWERED_IN_A_MINUTE]
  public OptionalInt percent(Kind kind) {
    Counts total = figures.total();
    long all = total.waitedForFirst();
    return all < SHARE_MIN
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(PERCENT * total.of(kind) / all));
  }

  /// What visitors gave; empty if nobody gave anything.
  public Optional<Rating> rating() {
    Counts total = figures.total();
    long count = STARS.stream().mapToLong(total::of).sum();
    long stars =
        IntStream.range(0, STARS.size()).mapToLong(i -> (i + 1) * total.of(STARS.get(i))).sum();
    return count == 0
        ? Optional.empty()
        : Optional.of(new Rating(count, (double) stars / (double) count));
  }

  /// The hours in which most conversations went without an answer in the chat, in the order of the
  /// week: at most [#SLOTS_MAX].
  public List<Slot> unanswered() {
    return slots(Kind.FIRST_UNANSWERED)
        .sorted(Comparator.comparingLong(Slot::count).reversed())
        .limit(SLOTS_MAX)
        .sorted(Comparator.comparing(Slot::day).thenComparingInt(Slot::hour))
        .toList();
  }

  /// The hour of the week in which most conversations began; empty if none stands out by its
  /// number.
  public Optional<Slot> busiest() {
    return mostOf(Kind.BEGUN).filter(slot -> slot.count() >= BUSY_MIN);
  }

  /// The hour of the week in which this happened most often.
  public Optional<Slot> mostOf(Kind kind) {
    return slots(kind).max(Comparator.comparingLong(Slot::count));
  }

  private Stream<Slot> slots(Kind kind) {
    return Stream.of(DayOfWeek.values())
        .flatMap(
            day ->
                IntStream.range(0, HOURS)
                    .mapToObj(hour -> new Slot(day, hour, figures.in(day, hour).of(kind))))
        .filter(slot -> slot.count() > 0);
  }
}
