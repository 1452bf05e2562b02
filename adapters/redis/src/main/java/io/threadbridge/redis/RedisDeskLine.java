package io.threadbridge.redis;

import io.lettuce.core.ZAddArgs;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The desks' lines and rates in Redis, shared by all instances. A pause lasts for a day at most.
public final class RedisDeskLine implements DeskLine {
  private static final Duration PAUSE_KEPT = Duration.ofDays(1);

  private final LuaScript take = LuaScript.named("take-turn");
  private final LuaScript pause = LuaScript.named("pause-desk");
  private final RedisConnections redis;
  private final Map<String, DeskRate> rates;

  /// Lines behind these connections.
  ///
  /// @param rates by platform, such as `slack`; [DeskRate#ONE_A_SECOND] for others
  public RedisDeskLine(RedisConnections redis, Map<String, DeskRate> rates) {
    this.redis = redis;
    this.rates = Map.copyOf(rates);
  }

  @Override
  public void enter(DeskRef desk, ConversationId conversation, Place place, Instant since) {
    double score = since.plus(place.handicap()).toEpochMilli();
    Replies.await(
        redis
            .commands()
            .zadd(RedisKeys.line(desk), ZAddArgs.Builder.lt(), score, conversation.value()));
  }

  @Override
  public Turn take(DeskRef desk, Instant now) {
    DeskRate rate = rate(desk);
    List<Object> answer =
        take.run(
            redis,
            List.of(RedisKeys.line(desk), RedisKeys.rate(desk)),
            List.of(Millis.of(now), Millis.of(rate.between()), Integer.toString(rate.burst())));
    String turn = (String) answer.getFirst();
    return switch (turn) {
      case "yours" -> new Turn.Yours(new ConversationId((String) answer.get(1)));
      case "wait" -> new Turn.Wait(Millis.read(answer.get(1)));
      default -> new Turn.Nobody();
    };
  }

  @Override
  public void pause(DeskRef desk, Instant until) {
    DeskRate rate = rate(desk);
    pause.run(
        redis,
        List.of(RedisKeys.rate(desk)),
        List.of(
            Millis.of(until),
            Millis.of(rate.between()),
            Integer.toString(rate.burst()),
            Millis.of(PAUSE_KEPT)));
  }

  private DeskRate rate(DeskRef desk) {
    return rates.getOrDefault(desk.platform(), DeskRate.ONE_A_SECOND);
  }
}
