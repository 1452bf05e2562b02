package io.threadbridge.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What proves that a call is ours: `t=<seconds>,v1=<hex>`, the second half being HMAC-SHA-256 over
/// `<seconds>.<body>`. The moment is signed too, so that a receiver can refuse what is old.
final class HookSignature {
  static final String HEADER = "Threadbridge-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private HookSignature() {}

  static String of(byte[] body, String secret, Instant now) {
    long seconds = now.getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
