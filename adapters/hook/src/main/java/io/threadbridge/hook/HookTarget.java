package io.threadbridge.hook;

import java.net.URI;

/// Whom one site calls.
///
/// @param address `https:` or `http:`; may lie in the firm's own network
/// @param secret signs our own form's calls; in PagerDuty's form it is the routing key. Never
///     printed
public record HookTarget(URI address, String secret, Format format) {
  /// How a call is written; `docs/webhooks.md` shows both.
  public enum Format {
    /// Our own, signed.
    THREADBRIDGE,
    /// PagerDuty's Events API, version 2.
    PAGERDUTY
  }

  /// A target that can be called.
  ///
  /// @throws IllegalArgumentException if it cannot; the message says which part and the mend
  public HookTarget {
    String scheme = address.getScheme();
    boolean web = "https".equals(scheme) || "http".equals(scheme);
    if (!web || address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "address is no web address; write one such as https://alerts.example/threadbridge");
    }
    if (secret.isBlank()) {
      throw new IllegalArgumentException("secret is missing; set secret or secret-file");
    }
  }

  @Override
  public String toString() {
    return "HookTarget[" + address.getHost() + ", " + format + "]";
  }
}
