package io.threadbridge.bridge.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// How often each kind came up.
///
/// @param numbers only kinds that did
public record Counts(Map<Kind, Long> numbers) {
  /// Nothing.
  public static final Counts NONE = new Counts(Map.of());

  /// Counts that nobody changes afterwards.
  public Counts {
    Map<Kind, Long> copy = new EnumMap<>(Kind.class);
    copy.putAll(numbers);
    numbers = Collections.unmodifiableMap(copy);
  }

  /// How often this one did.
  public long of(Kind kind) {
    return numbers.getOrDefault(kind, 0L);
  }

  /// All of them together, in one map: a month has 700 hours, and a digest adds them up often.
  static Counts sum(Stream<Counts> all) {
    Map<Kind, Long> sum = new EnumMap<>(Kind.class);
    all.forEach(one -> one.numbers.forEach((kind, more) -> sum.merge(kind, more, Long::sum)));
    return new Counts(sum);
  }

  /// Both together.
  public Counts plus(Counts other) {
    Map<Kind, Long> sum = new EnumMap<>(Kind.class);
    sum.putAll(numbers);
    other.numbers.forEach((kind, number) -> sum.merge(kind, number, Long::sum));
    return new Counts(sum);
  }

  /// With so many more of a kind.
  public Counts plus(Kind kind, long more) {
    return plus(new Counts(Map.of(kind, more)));
  }

  /// Conversations in which a person answered: to somebody in the chat, or to a lead.
  public long answered() {
    return of(Kind.FIRST_ANSWER) + of(Kind.LEAD_ANSWERED);
  }

  /// Waits in the chat for a first answer that are over, whether it came or not; what a share of
  /// first answers within some time is a share of.
  public long waitedForFirst() {
    return of(Kind.FIRST_ANSWER) + of(Kind.FIRST_UNANSWERED);
  }
}
