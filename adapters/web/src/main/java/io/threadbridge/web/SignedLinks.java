package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.FileLinks;
import io.threadbridge.bridge.port.VisitorLinks;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links whose holder needs no other proof: `<until>.<conversation>.<signature>`, or with the file
/// between the last two, the signature being HMAC-SHA-256 over the purpose too, so that a link for
/// one thing is good for no other. They
/// are kept nowhere, so a change of the secret ends them all. Never logged.
public final class SignedLinks implements VisitorLinks, FileLinks {
  /// A shorter secret is refused.
  public static final int SECRET_BYTES_MIN = 16;

  static final String BACK = "/visitor/v1/back";
  static final String STOP_MAIL = "/visitor/v1/mail/stop";
  static final String FILE = "/visitor/v1/shared";
  static final String PARAMETER = "t";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_MAX = 320;
  private static final int PARTS = 3;
  private static final int SECONDS_MAX = 12;

  /// What a link is good for.
  enum Purpose {
    BACK,
    STOP_MAIL,
    FILE
  }

  /// A file of a conversation.
  record FileOf(ConversationId conversation, String file) {}

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
    return link(BACK, Purpose.BACK, conversation.value());
  }

  @Override
  public URI stopMail(ConversationId conversation) {
    return link(STOP_MAIL, Purpose.STOP_MAIL, conversation.value());
  }

  @Override
  public URI file(ConversationId conversation, String file) {
    return link(FILE, Purpose.FILE, conversation.value() + "." + file);
  }

  private URI link(String path, Purpose purpose, String about) {
    String until = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String signature =
        Base64.getUrlEncoder().withoutPadding().encodeToString(signature(purpose, until, about));
    String token = String.join(".", until, about, signature);
    return URI.create(root + path + "?" + PARAMETER + "=" + token);
  }

  /// The conversation that this token is good for; empty if it was made for another purpose, by
  /// somebody else, or too long ago.
  Optional<ConversationId> open(Purpose purpose, String token) {
    return opened(purpose, token, PARTS).map(parts -> new ConversationId(parts[1]));
  }

  /// The file that this token is good for; empty as above.
  Optional<FileOf> openFile(String token) {
    return opened(Purpose.FILE, token, PARTS + 1)
        .map(parts -> new FileOf(new ConversationId(parts[1]), parts[2]));
  }

  private Optional<String[]> opened(Purpose purpose, String token, int count) {
    String[] parts = token.length() <= TOKEN_MAX ? token.split("\\.", -1) : new String[0];
    if (parts.length != count || !ConversationId.isWellFormed(parts[1]) || !isMoment(parts[0])) {
      return Optional.empty();
    }
    String about = String.join(".", Arrays.copyOfRange(parts, 1, count - 1));
    boolean ours =
        MessageDigest.isEqual(signature(purpose, parts[0], about), bytes(parts[count - 1]));
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    return ours && clock.instant().isBefore(until) ? Optional.of(parts) : Optional.empty();
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

  private byte[] signature(Purpose purpose, String until, String about) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + "\n" + until + "\n" + about).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
