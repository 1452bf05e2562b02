package io.threadbridge.teams;

import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;

/// A call of which certainly nothing was sent.
final class NotSent extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Delivery delivery;

  NotSent(Delivery delivery) {
    super("not sent");
    this.delivery = delivery;
  }

  /// What that means.
  Delivery delivery() {
    return delivery;
  }
}
