package io.threadbridge.web;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.FileLinks;
import io.threadbridge.bridge.port.VisitorLinks;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// Links whose holder needs no other proof: `<until>.<conversation>.<signature>`, or with the file
/// between the last two. The purpose is signed too, so that a link for one thing is good for no
/// other. They are kept nowhere, so a change of the secret ends them all. Never logged.
public final class SignedLinks implements VisitorLinks, FileLinks {
  static final String BACK = "/visitor/v1/back";
  static final String STOP_MAIL = "/visitor/v1/mail/stop";
  static final String FILE = "/visitor/v1/shared";
  static final String PARAMETER = "t";

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
  private final LinkSignature signature;
  private final InstantSource clock;

  /// Links to the program at `publicUrl`.
  ///
  /// @param secret known to all instances, and to nobody else
  /// @throws IllegalArgumentException if it is shorter than [LinkSignature#SECRET_BYTES_MIN]
  public SignedLinks(URI publicUrl, byte[] secret, InstantSource clock) {
    this.root = publicUrl.toString().replaceFirst("/+$", "");
    this.signature = new LinkSignature(secret);
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
    String token = String.join(".", until, about, signature.of(purpose.name(), until, about));
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
    boolean ours = signature.isOf(parts[count - 1], purpose.name(), parts[0], about);
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    return ours && clock.instant().isBefore(until) ? Optional.of(parts) : Optional.empty();
  }

  private static boolean isMoment(String seconds) {
    return !seconds.isEmpty()
        && seconds.length() <= SECONDS_MAX
        && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
