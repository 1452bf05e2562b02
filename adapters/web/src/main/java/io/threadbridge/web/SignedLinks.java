package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.VisitorLinks;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links whose holder needs no other proof: `<until>.<conversation>.<signature>`, the signature
/// being HMAC-SHA-256 over the purpose too, so that a link for one thing is good for no other. They
/// are kept nowhere, so a change of the secret ends them all. Never logged.
public final class SignedLinks implements VisitorLinks {
  /// A shorter secret is refused.
  public static final int SECRET_BYTES_MIN = 16;

  static final String BACK = "/visitor/v1/back";
  static final String STOP_MAIL = "/visitor/v1/mail/stop";
  static final String PARAMETER = "t";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_MAX = 256;
  private static final int PARTS = 3;
  private static final int SECONDS_MAX = 12;

  /// What a link is good for.
  enum Purpose {
    BACK,
    STOP_MAIL
  }

  private final String root;
  private final SecretKeySpec key;
  private final InstantSource clock;

  /// Links to the program at `publicUrl`.
  ///
  /// @param secret known to all instances, and to nobody else
  /// @throws IllegalArgumentException if it is shorter than [#SECRET_BYTES_MIN]
  public SignedLinks(URI publicUrl, byte[] secret, InstantSource clock) {
    if (secret.length < SECRET_BYTES_MIN) {
      throw new IllegalArgumentException(
          "a secret for links has at least " + SECRET_BYTES_MIN + " bytes");
    }
    this.root = publicUrl.toString().replaceFirst("/+$", "");
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.clock = clock;
  }

  @Override
  public URI back(ConversationId conversation) {
    return link(BACK, Purpose.BACK, conversation);
  }

  @Override
  public URI stopMail(ConversationId conversation) {
    return link(STOP_MAIL, Purpose.STOP_MAIL, conversation);
  }

  private URI link(String path, Purpose purpose, ConversationId conversation) {
    String until = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String signature =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(signature(purpose, until, conversation.value()));
    String token = String.join(".", until, conversation.value(), signature);
    return URI.create(root + path + "?" + PARAMETER + "=" + token);
  }

  /// The conversation that this token is good for; empty if it was made for another purpose, by
  /// somebody else, or too long ago.
  Optional<ConversationId> open(Purpose purpose, String token) {
    String[] parts = token.length() <= TOKEN_MAX ? token.split("\\.", -1) : new String[0];
    if (parts.length != PARTS || !ConversationId.isWellFormed(parts[1]) || !isMoment(parts[0])) {
      return Optional.empty();
    }
    boolean ours = MessageDigest.isEqual(signature(purpose, parts[0], parts[1]), bytes(parts[2]));
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    return ours && clock.instant().isBefore(until)
        ? Optional.of(new ConversationId(parts[1]))
        : Optional.empty();
  }

  private static boolean isMoment(String seconds) {
    return !seconds.isEmpty()
        && seconds.length() <= SECONDS_MAX
        && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static byte[] bytes(String encoded) {
    try {
      return Base64.getUrlDecoder().decode(encoded);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private byte[] signature(Purpose purpose, String until, String conversation) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + "\n" + until + "\n" + conversation).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
