package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.redis.json.ConversationCodec;
import io.threadbridge.redis.json.JournalEntryCodec;
import io.threadbridge.redis.json.Lists;
import io.threadbridge.redis.json.MessageCodec;
import java.time.Duration;
import java.util.List;

/// `save.lua`: saves everything that one event changes, or nothing.
final class SaveScript {
  /// How long the stone of an erased conversation refuses what still comes (DESIGN 4).
  static final Duration TOMBSTONE = Duration.ofDays(7);

  private final LuaScript script = LuaScript.named("save");
  private final RedisConnections redis;

  SaveScript(RedisConnections redis) {
    this.redis = redis;
  }

  Saved run(Save save) {
    List<Object> answer =
        script.runConfirmed(redis, RedisKeys.forSave(save.next().id()), arguments(save));
    return Saved.valueOf((String) answer.getFirst());
  }

  private static List<String> arguments(Save save) {
    boolean erased = save.next() instanceof Conversation.Erased;
    return List.of(
        save.next().id().value(),
        save.event().value(),
        Long.toString(save.expectedVersion()),
        Millis.of(save.now()),
        ConversationCodec.write(save.next()),
        save.next().wakeAt().map(Millis::of).orElse(""),
        save.expireAt().map(Millis::of).orElse(""),
        erased ? Millis.of(TOMBSTONE) : "0",
        Lists.write(save.appended().stream().map(SaveScript::message).toList()),
        Lists.write(save.replaced().stream().map(SaveScript::message).toList()),
        Lists.write(
            save.links().stream()
                .map(link -> List.of(PostNames.of(link.desk(), link.post()), link.seqs()))
                .toList()),
        Lists.write(save.owed().stream().map(SaveScript::owed).toList()),
        save.settles().map(settles -> LaneNames.of(settles.lane())).orElse(""),
        save.settles().map(Settlement::lease).orElse(""),
        Lists.write(save.settles().map(Settlement::effects).orElse(List.of())),
        JournalEntryCodec.write(save.journal()),
        Lists.write(LaneNames.all()),
        Integer.toString(Outbox.READ_MAX));
  }

  private static List<String> message(Message message) {
    return List.of(Integer.toString(message.seq()), MessageCodec.write(message));
  }

  private static List<String> owed(OwedEffect owed) {
    Effect effect = owed.effect();
    return List.of(
        LaneNames.of(effect.lane()),
        OwedEntry.write(owed),
        effect instanceof Effect.ShowCard ? "1" : "0");
  }
}
