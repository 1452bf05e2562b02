package io.threadbridge.redis;

import io.lettuce.core.ZAddArgs;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskRates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The desks' lines in Redis, shared by all instances. A channel's budget is the one of
/// [RedisRateLimits] with the same name, so whatever else comes out of it there is counted here. A
/// pause lasts for a day at most.
public final class RedisDeskLine implements DeskLine {
  private static final Duration PAUSE_KEPT = Duration.ofDays(1);

  private final LuaScript take = LuaScript.named("take-turn");
  private final LuaScript pause = LuaScript.named("pause-desk");
  private final RedisConnections redis;
  private final RedisRateLimits limits;
  private final Function<DeskRef, DeskRates> rates;

  /// Lines behind these connections.
  ///
  /// @param rates the rates of each desk
  public RedisDeskLine(RedisConnections redis, Function<DeskRef, DeskRates> rates) {
    this.redis = redis;
    this.limits = new RedisRateLimits(redis);
    this.rates = rates;
  }

  @Override
  public void enter(DeskRef desk, ConversationId conversation, Place place, Instant since) {
    enter(desk, conversation.value(), (double) since.plus(place.handicap()).toEpochMilli());
  }

  private void enter(DeskRef desk, String conversation, double score) {
    Replies.await(
        redis.commands().zadd(RedisKeys.line(desk), ZAddArgs.Builder.lt(), score, conversation));
  }

  @Override
  public Turn take(DeskRef desk, Instant now) {
    Budget channel = rates.apply(desk).channelOf(desk);
    List<Object> answer =
        take.run(
            redis,
            List.of(RedisKeys.line(desk), RedisKeys.limit(channel.name())),
            Buckets.after(Millis.of(now), channel));
    String turn = (String) answer.getFirst();
    return switch (turn) {
      case "yours" ->
          onThePlatform(
              desk, (String) answer.get(1), Double.parseDouble((String) answer.get(2)), now);
      case "wait" -> new Turn.Wait(Millis.read(answer.get(1)));
      default -> new Turn.Nobody();
    };
  }

  /// How many conversations stand in this desk's line now, those included whose turn is postponed.
  public long length(DeskRef desk) {
    return Replies.await(redis.commands().zcard(RedisKeys.line(desk)));
  }

  /// The platform's budget lies in another slot, so it is asked apart, and only when somebody would
  /// go: whoever may not goes back to their place. Who dies in between leaves a conversation that
  /// the outbox brings back.
  private Turn onThePlatform(DeskRef desk, String conversation, double score, Instant now) {
    Optional<Duration> wait = limits.takeAll(rates.apply(desk).platformOf(desk), now);
    if (wait.isEmpty()) {
      return new Turn.Yours(new ConversationId(conversation));
    }
    enter(desk, conversation, score);
    return new Turn.Wait(now.plus(wait.get()));
  }

  @Override
  public void pause(DeskRef desk, Instant until) {
    Budget channel = rates.apply(desk).channelOf(desk);
    pause.run(
        redis,
        List.of(RedisKeys.limit(channel.name())),
        Stream.concat(
                Stream.of(Millis.of(until), Millis.of(PAUSE_KEPT)),
                Buckets.of(channel.rates().getFirst()))
            .toList());
  }
}
