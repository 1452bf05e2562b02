package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.WakeUps;
import java.time.Duration;
import java.time.Instant;

/// The index of wake-ups in Redis; [RedisConversationStore] writes it.
public final class RedisWakeUps implements WakeUps {
  /// After this long a claimed wake-up whose conversation was not saved comes again.
  static final Duration LEASE = Duration.ofSeconds(30);

  private final ClaimDueScript claimDue;

  /// Wake-ups behind these connections.
  public RedisWakeUps(RedisConnections redis) {
    this.claimDue = new ClaimDueScript(redis, RedisKeys.allWake());
  }

  @Override
  public Due claimDue(Instant now, int most) {
    ClaimDueScript.Answer answer = claimDue.run(now, now.plus(LEASE), most);
    return new Due(
        answer.due().stream().map(due -> new ConversationId(due.member())).toList(), answer.next());
  }
}
