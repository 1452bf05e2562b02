package io.threadbridge.teams;

import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What came of one call of the connector.
///
/// @param <T> what it answers
sealed interface TeamsReply<T> {
  /// It was done.
  record Fine<T>(T answer) implements TeamsReply<T> {}

  /// Teams said no.
  ///
  /// @param status the HTTP status
  /// @param code the error's name, such as `ConversationNotFound`; empty if there is none
  /// @param retryAfter how long Teams wants to be left alone
  record No<T>(int status, String code, Optional<Duration> retryAfter) implements TeamsReply<T> {}

  /// There was no answer that can be read, or nothing could be asked.
  record Trouble<T>(Delivery delivery) implements TeamsReply<T> {}

  /// What it means for a delivery.
  default Delivery delivery(Function<T, Delivery> done) {
    return switch (this) {
      case Fine<T>(T answer) -> done.apply(answer);
      case No<T>(int status, String code, Optional<Duration> after) ->
          TeamsErrors.delivery(status, code, after);
      case Trouble<T>(Delivery delivery) -> delivery;
    };
  }

  /// Whether Teams said no with this status.
  default boolean isNo(int status) {
    return this instanceof No<T>(int said, _, _) && said == status;
  }

  /// The same for a call that may be made again without harm: what is not known is made again.
  default TeamsReply<T> repeatable() {
    return switch (this) {
      case Trouble<T>(Delivery.Unknown(String why)) -> new Trouble<>(TeamsErrors.again(why));
      case No<T>(int status, _, _) when status >= 500 || status == 408 ->
          new Trouble<>(TeamsErrors.again("HTTP " + status));
      case No<T> no -> no;
      case Fine<T> fine -> fine;
      case Trouble<T> trouble -> trouble;
    };
  }
}
