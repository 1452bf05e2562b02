package io.threadbridge.bench.recognise;

import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.bridge.recognition.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A line with what was said of it, and how long that took.
///
/// @param nanos of what is asked of a visitor's line: is it a greeting, is it an ending
/// @param promiseNanos of what is asked of a staff member's: does it promise to be back
record Judged(
    Utterance line, Opener opener, Optional<ClosingKind> closing, long nanos, long promiseNanos) {
  /// When the promises would be made; nothing depends on it.
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /// @param nanos a clock that measures
  static List<Judged> all(List<Utterance> lines, Words words, LongSupplier nanos) {
    return lines.stream().map(line -> one(line, words, nanos)).toList();
  }

  private static Judged one(Utterance line, Words words, LongSupplier nanos) {
    long begin = nanos.getAsLong();
    Opener opener = words.opener(line.text());
    Optional<ClosingKind> closing = words.closing(line.text());
    long between = nanos.getAsLong();
    var _ = words.promise(line.text(), NOON, ZoneOffset.UTC);
    return new Judged(line, opener, closing, between - begin, nanos.getAsLong() - between);
  }

  boolean isGreeting() {
    return opener == Opener.BARE_GREETING;
  }

  boolean isFarewell() {
    return closing.equals(Optional.of(ClosingKind.FAREWELL));
  }
}
