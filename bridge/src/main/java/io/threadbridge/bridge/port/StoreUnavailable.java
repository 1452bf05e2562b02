package io.threadbridge.bridge.port;

/// The store did not answer, or answered that it could not: nothing is known of what was asked of
/// it, and the same call may be made
/// again. Whoever acknowledges to the outside must not do so.
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With what the store's client said.
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /// Where there is no cause but the state of things.
  public StoreUnavailable(String message) {
    super(message);
  }
}
