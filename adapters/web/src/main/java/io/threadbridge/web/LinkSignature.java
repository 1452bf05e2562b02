package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what a link of ours says, by HMAC-SHA-256, so that nobody else makes a link or changes
/// one. Signatures are kept nowhere: a change of the secret ends every link.
public final class LinkSignature {
  /// A shorter secret is refused.
  public static final int SECRET_BYTES_MIN = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /// Signatures of this secret.
  ///
  /// @param secret known to all instances, and to nobody else
  /// @throws IllegalArgumentException if it is shorter than [#SECRET_BYTES_MIN]
  public LinkSignature(byte[] secret) {
    if (secret.length < SECRET_BYTES_MIN) {
      throw new IllegalArgumentException(
          "a secret for links has at least " + SECRET_BYTES_MIN + " bytes");
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /// The signature of these lines in signs that stand in an address as they are. The first line
  /// names what the link is for, so that a link for one thing is good for no other.
  ///
  /// @param lines none with a line's end in it
  public String of(String... lines) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = mac.doFinal(String.join("\n", lines).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// Whether this is the signature of these lines, to the last letter; it takes as long whatever
  /// is wrong with it.
  public boolean isOf(String signature, String... lines) {
    return MessageDigest.isEqual(of(lines).getBytes(UTF_8), signature.getBytes(UTF_8));
  }
}
