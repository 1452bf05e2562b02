package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.VisitorTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Visitors' tokens in Redis: 256 random bits and the conversation's name, together in Base64, of
/// which only the SHA-256 is kept. The name is in it so that the slot is known; it opens nothing.
public final class RedisVisitorTokens implements VisitorTokens {
  /// The most tokens of one conversation that are valid at once; the one issued first goes.
  static final int TOKENS_MAX = 16;

  private static final int SECRET_BYTES = 32;

  /// No token that we issue is longer: 32 bytes of secret and 64 of name, four letters for three.
  private static final int LENGTH_MAX = 128;

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
    byte[] name = conversation.value().getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(secret, SECRET_BYTES + name.length);
    System.arraycopy(name, 0, bytes, SECRET_BYTES, name.length);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
    return named(token).flatMap(conversation -> open(conversation, token, now));
  }

  /// The conversation that a token names, whether or not it opens it.
  private static Optional<ConversationId> named(String token) {
    if (token.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      int length = Math.max(0, bytes.length - SECRET_BYTES);
      String name = new String(bytes, bytes.length - length, length, StandardCharsets.US_ASCII);
      return Optional.of(name).filter(ConversationId::isWellFormed).map(ConversationId::new);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Optional<Opened> open(ConversationId conversation, String token, Instant now) {
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
