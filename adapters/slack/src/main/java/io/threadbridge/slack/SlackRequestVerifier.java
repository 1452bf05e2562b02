package io.threadbridge.slack;

import io.threadbridge.bridge.application.BoundedMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Verifies that a request is Slack's: HMAC-SHA256 over the raw bytes as they came, compared in
/// constant time, at most [#WINDOW] old or ahead, and never twice.
///
/// A signature counts as used only once its request was accepted: what Slack was told to send again
/// may come again.
final class SlackRequestVerifier {
  /// So far may a request's time be from ours, either way.
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int USED_MAX = 20_000;
  private static final String VERSION = "v0";
  private static final String ALGORITHM = "HmacSHA256";

  /// What a request is.
  enum Verdict {
    /// Slack's, and new.
    GENUINE,
    /// Not Slack's, or not in time.
    REFUSED,
    /// Slack's, but it was accepted before.
    USED
  }

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final BoundedMap<String, Boolean> used = new BoundedMap<>(USED_MAX);

  SlackRequestVerifier(String signingSecret, InstantSource clock) {
    this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// Judges a request.
  ///
  /// @param timestamp the header `X-Slack-Request-Timestamp`
  /// @param signature the header `X-Slack-Signature`
  /// @param again whether the header `X-Slack-Retry-Num` says that it was sent before; such a one
  ///     is told from a replay by its event's id alone
  Verdict judge(byte[] body, String timestamp, String signature, boolean again) {
    if (!timestamp.matches("[0-9]{1,12}") || !isInTime(Long.parseLong(timestamp))) {
      return Verdict.REFUSED;
    }
    byte[] expected = signature(body, timestamp).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      return Verdict.REFUSED;
    }
    return !again && used.get(signature).isPresent() ? Verdict.USED : Verdict.GENUINE;
  }

  /// The request with this signature was accepted.
  void accepted(String signature) {
    used.put(signature, true);
  }

  private boolean isInTime(long seconds) {
    return Math.abs(clock.instant().getEpochSecond() - seconds) <= WINDOW.toSeconds();
  }

  private String signature(byte[] body, String timestamp) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
