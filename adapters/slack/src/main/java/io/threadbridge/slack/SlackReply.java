package io.threadbridge.slack;

import io.threadbridge.bridge.port.Delivery;
import java.util.function.Function;

/// What came of one call of the Web API.
sealed interface SlackReply<T> {
  /// Slack did it.
  record Fine<T>(T value) implements SlackReply<T> {}

  /// Slack said no, by name; `needed` is the scope that was missing, if that was it.
  record No<T>(String error, String needed) implements SlackReply<T> {}

  /// No answer, or none that can be read; what is known stands in the delivery.
  record Trouble<T>(Delivery delivery) implements SlackReply<T> {}

  /// What the call means for a delivery.
  default Delivery delivery(Function<T, Delivery> fine) {
    return switch (this) {
      case Fine<T>(T value) -> fine.apply(value);
      case No<T>(String error, String needed) -> SlackErrors.delivery(error, needed);
      case Trouble<T>(Delivery delivery) -> delivery;
    };
  }

  /// Whether Slack said no by this name.
  default boolean isNo(String error) {
    return this instanceof No<T> no && no.error().equals(error);
  }
}
