package io.threadbridge.bridge.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// How long visitors waited for their first answers of late, the oldest first: 50 of each hour of
/// the week, at most [#ANSWERS_MAX] in all, which is 40 hours a week.
public record FirstAnswers(List<Answer> all) implements SitePart {
  /// So many are kept of one site.
  public static final int ANSWERS_MAX = 2_000;

  /// So many count in an estimate.
  public static final int RECENT = 50;

  /// So many are needed for an estimate.
  public static final int ENOUGH = 10;

  /// What a visitor who got none in time counts as.
  public static final Duration MISS = Duration.ofMinutes(5);

  static final FirstAnswers NONE = new FirstAnswers(List.of());

  private static final Duration LONGEST = Duration.ofHours(24);

  /// One first answer.
  ///
  /// @param at to the second
  /// @param seconds after the visitor's first words
  public record Answer(Instant at, int seconds) {}

  public FirstAnswers {
    all = List.copyOf(all);
  }

  FirstAnswers with(Instant at, Duration after, ZoneId zone) {
    Duration bounded = after.compareTo(LONGEST) < 0 ? after : LONGEST;
    List<Answer> more = new ArrayList<>(all);
    more.add(
        new Answer(at.truncatedTo(ChronoUnit.SECONDS), (int) Math.max(0, bounded.toSeconds())));
    List<Answer> same = in(more, FirstAnswers::isSameHourOfWeek, at, zone);
    if (same.size() > RECENT) {
      more.remove(same.getFirst());
    } else if (more.size() > ANSWERS_MAX) {
      more.removeFirst();
    }
    return new FirstAnswers(more);
  }

  /// The median of the last ones in this hour of the week, else in this hour of the day; empty
  /// without enough of either.
  public Optional<Duration> estimate(Instant now, ZoneId zone) {
    return median(in(all, FirstAnswers::isSameHourOfWeek, now, zone))
        .or(() -> median(in(all, FirstAnswers::isSameHour, now, zone)));
  }

  private static List<Answer> in(
      List<Answer> answers,
      BiPredicate<ZonedDateTime, ZonedDateTime> same,
      Instant moment,
      ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return answers.stream().filter(answer -> same.test(answer.at().atZone(zone), local)).toList();
  }

  private static boolean isSameHour(ZonedDateTime one, ZonedDateTime other) {
    return one.getHour() == other.getHour();
  }

  private static boolean isSameHourOfWeek(ZonedDateTime one, ZonedDateTime other) {
    return isSameHour(one, other) && one.getDayOfWeek() == other.getDayOfWeek();
  }

  /// Of an even number the longer of the two in the middle: a wait is not made to look shorter.
  private static Optional<Duration> median(List<Answer> answers) {
    if (answers.size() < ENOUGH) {
      return Optional.empty();
    }
    List<Integer> sorted =
        answers.subList(Math.max(0, answers.size() - RECENT), answers.size()).stream()
            .map(Answer::seconds)
            .sorted()
            .toList();
    return Optional.of(Duration.ofSeconds(sorted.get(sorted.size() / 2)));
  }
}
