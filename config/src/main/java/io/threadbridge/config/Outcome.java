package io.threadbridge.config;

import io.threadbridge.bridge.port.Delivery;
import java.util.Locale;

/// What came of a call to the outside, as a label of a meter.
enum Outcome {
  DONE,
  /// Looked for and not found.
  ABSENT,
  /// Not now: the other side asks for time, such as by 429.
  BUSY,
  /// Not before somebody mends something.
  MEND,
  /// Nobody knows whether it was done.
  UNKNOWN,
  REFUSED,
  /// The thread's root is gone.
  GONE;

  static Outcome of(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Done _ -> DONE;
      case Delivery.Absent _, Delivery.CannotLook _ -> ABSENT;
      case Delivery.Later later -> later.mend().isEmpty() ? BUSY : MEND;
      case Delivery.Unknown _ -> UNKNOWN;
      case Delivery.Refused _ -> REFUSED;
      case Delivery.ThreadGone _ -> GONE;
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
