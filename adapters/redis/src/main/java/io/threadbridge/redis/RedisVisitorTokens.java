package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.VisitorTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Visitors' tokens in Redis: `<conversation>.<256 random bits in Base64>`, of which only the
/// SHA-256
/// is kept. The conversation's name is in the token so that its slot is known; it opens nothing.
public final class RedisVisitorTokens implements VisitorTokens {
  /// The most tokens of one conversation that are valid at once; the one issued first goes.
  static final int TOKENS_MAX = 16;

  private static final int SECRET_BYTES = 32;

  /// No token that we issue is longer: 64 for the name, a dot, 43 for the secret.
  private static final int LENGTH_MAX = 108;

  private final LuaScript issue = LuaScript.named("issue-token");
  private final SecureRandom random = new SecureRandom();
  private final RedisConnections redis;

  /// Tokens behind these connections.
  public RedisVisitorTokens(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public String issue(ConversationId conversation, Instant now) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String token =
        conversation.value() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    issue.runConfirmed(
        redis,
        List.of(RedisKeys.tokens(conversation)),
        List.of(
            hash(token),
            Millis.of(now),
            Millis.of(now.plus(LIFE)),
            Millis.of(now.plus(GRACE)),
            Millis.of(LIFE),
            Integer.toString(TOKENS_MAX)));
    return token;
  }

  @Override
  public Optional<Opened> open(String token, Instant now) {
    int dot = token.indexOf('.');
    if (token.length() > LENGTH_MAX
        || dot < 0
        || !ConversationId.isWellFormed(token.substring(0, dot))) {
      return Optional.empty();
    }
    ConversationId conversation = new ConversationId(token.substring(0, dot));
    Map<String, String> known =
        Replies.await(redis.commands().hgetall(RedisKeys.tokens(conversation)));
    byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
    Optional<Opened> opened = Optional.empty();
    for (Map.Entry<String, String> entry : known.entrySet()) {
      byte[] other = entry.getKey().getBytes(StandardCharsets.US_ASCII);
      String[] times = entry.getValue().split(" ", -1);
      if (MessageDigest.isEqual(hash, other) && Millis.read(times[1]).isAfter(now)) {
        opened = Optional.of(new Opened(conversation, Millis.read(times[0])));
      }
    }
    return opened;
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
