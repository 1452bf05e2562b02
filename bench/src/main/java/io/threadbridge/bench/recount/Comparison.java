package io.threadbridge.bench.recount;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.site.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares the figures of one month number by number.
final class Comparison {
  private static final List<Double> SHARES = List.of(0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1.0);

  /// A length is told in nanoseconds, and its bin is computed with doubles.
  private static final double ROUNDING = 1e-6;

  /// The hour that a night of 25 hours has twice.
  private static final long HOUR_MAX = Duration.ofHours(2).toMillis();

  private static final long PEOPLE_MAX = Team.SEEN_MAX + Team.SWITCHES_MAX;

  private final String where;
  private final List<String> differences = new ArrayList<>();
  private long numbers;

  Comparison(String where) {
    this.where = where;
  }

  long numbers() {
    return numbers;
  }

  List<String> differences() {
    return differences;
  }

  void compare(Figures stored, RecountedMonth month, Optional<DeskRef> desk) {
    Set<String> pages = new HashSet<>(stored.pages().keySet());
    pages.remove(Figures.OTHER_PAGES);
    Figures recounted = month.figures(desk, pages);
    counts("hour", stored.hours(), recounted.hours());
    counts("desk", stored.desks(), recounted.desks());
    counts("language", stored.languages(), recounted.languages());
    counts("page", stored.pages(), recounted.pages());
    counts("person", stored.people(), recounted.people());
    for (Measure measure : Measure.values()) {
      same(measure + " distribution", stored.of(measure), recounted.of(measure));
    }
    month.lengths(desk).forEach((measure, exact) -> percentiles(measure, stored, exact));
    if (desk.isPresent()) {
      stored.presence().forEach(this::possible);
    }
  }

  /// Who was there stands in no journal: all that can be said is what cannot be.
  private void possible(LocalHour hour, Attended attended) {
    numbers++;
    if (attended.knownMillis() > HOUR_MAX
        || attended.personMillis() > attended.knownMillis() * PEOPLE_MAX) {
      differences.add("%s: presence %s is %s, which cannot be".formatted(where, hour, attended));
    }
  }

  private <K> void counts(String by, Map<K, Counts> stored, Map<K, Counts> recounted) {
    Set<K> keys = new HashSet<>(stored.keySet());
    keys.addAll(recounted.keySet());
    for (K key : keys) {
      Counts is = stored.getOrDefault(key, Counts.NONE);
      Counts should = recounted.getOrDefault(key, Counts.NONE);
      for (Kind kind : Kind.values()) {
        if (is.of(kind) + should.of(kind) > 0) {
          same(by + " " + key + " " + kind, is.of(kind), should.of(kind));
        }
      }
    }
  }

  private void percentiles(Measure measure, Figures stored, List<Long> exact) {
    Distribution distribution = stored.of(measure);
    same(
        measure + " longest",
        distribution.longest(),
        Optional.of(Duration.ofMillis(exact.getLast())));
    for (double share : SHARES) {
      double should = exact.get(Math.toIntExact(Distribution.rank(share, exact.size())) - 1);
      double is = distribution.percentile(share).map(length -> length.toNanos() / 1e6).orElse(-1.0);
      numbers++;
      if (Math.abs(is - should) > should * Bins.ACCURACY + ROUNDING) {
        differences.add(
            "%s: %s at %s is %s ms, not %s".formatted(where, measure, share, is, should));
      }
    }
  }

  private void same(String what, Object stored, Object recounted) {
    numbers++;
    if (!stored.equals(recounted)) {
      differences.add("%s: %s is %s, not %s".formatted(where, what, stored, recounted));
    }
  }
}
