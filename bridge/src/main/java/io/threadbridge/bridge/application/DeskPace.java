package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Keeps to the desks' rates with what does not go through a desk's line: changes of cards, calls
/// that are taken back, private words, announcements.
///
/// @param rates the rates of each desk
public record DeskPace(RateLimits limits, Function<DeskRef, DeskRates> rates) {
  /// A change that has waited so long leaves nothing to the visitors' words any more: nobody waits
  /// for longer behind another class in the line either.
  static final Duration OVERDUE_AFTER = Duration.ofSeconds(30);

  /// How long to wait before something on the desk is changed; empty: it may be done now.
  ///
  /// @param since since when it has been owed
  Optional<Duration> change(DeskRef desk, Instant since, Instant now) {
    boolean overdue = !since.plus(OVERDUE_AFTER).isAfter(now);
    return limits.takeAll(rates.apply(desk).changeOn(desk, overdue), now);
  }

  /// How long to wait before something is posted on the desk beside its line.
  Optional<Duration> post(DeskRef desk, Instant now) {
    return limits.takeAll(rates.apply(desk).postOn(desk), now);
  }

  /// How long to wait before one person of the desk is told something where only they see it.
  Optional<Duration> aside(DeskRef desk, Instant now) {
    return limits.takeAll(rates.apply(desk).platformOf(desk), now);
  }

  /// What becomes of something that has to wait.
  static Delivery later(Duration wait) {
    return new Delivery.Later(wait, "our own rate", "");
  }
}
