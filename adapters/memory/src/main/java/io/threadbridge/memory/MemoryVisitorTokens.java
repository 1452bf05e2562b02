package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.VisitorTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Tokens in a map, by their hash: even here no secret is kept.
public final class MemoryVisitorTokens implements VisitorTokens {
  private static final int RANDOM_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> byHash = new HashMap<>();

  private record Issued(Opened opened, Instant until) {
    Issued untilAtMost(Instant moment) {
      return until.isBefore(moment) ? this : new Issued(opened, moment);
    }
  }

  /// With no token issued.
  public MemoryVisitorTokens() {}

  @Override
  public synchronized String issue(ConversationId conversation, Instant now) {
    byHash.replaceAll(
        (_, issued) ->
            issued.opened().conversation().equals(conversation)
                ? issued.untilAtMost(now.plus(GRACE))
                : issued);
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byHash.put(hash(token), new Issued(new Opened(conversation, now), now.plus(LIFE)));
    return token;
  }

  @Override
  public synchronized Optional<Opened> open(String token, Instant now) {
    byHash.values().removeIf(issued -> !issued.until().isAfter(now));
    return Optional.ofNullable(byHash.get(hash(token))).map(Issued::opened);
  }

  private static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
