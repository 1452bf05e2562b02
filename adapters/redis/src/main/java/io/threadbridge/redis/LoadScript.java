package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.redis.json.MessageCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `load.lua`: reads a conversation at one moment.
final class LoadScript {
  private final LuaScript script = LuaScript.named("load");
  private final RedisConnections redis;

  LoadScript(RedisConnections redis) {
    this.redis = redis;
  }

  /// What the script answers.
  ///
  /// @param byOldName whether the message was found by a post that was linked before posts had
  ///     desks
  record Answer(
      String state, long version, List<?> presence, Optional<Message> message, boolean byOldName) {}

  Optional<Answer> run(ConversationId id, About about, Instant now) {
    List<String> keys =
        List.of(
            RedisKeys.conversation(id),
            RedisKeys.transcript(id),
            RedisKeys.posts(id),
            RedisKeys.presence(id));
    List<String> arguments =
        switch (about) {
          case About.Nothing() -> List.of(Millis.of(now), "", "");
          case About.Seq(int seq) -> List.of(Millis.of(now), "seq", Integer.toString(seq));
          case About.Post(DeskRef desk, PostRef post) ->
              List.of(Millis.of(now), "post", PostNames.of(desk, post), post.value());
        };
    List<Object> answer = script.run(redis, keys, arguments);
    return answer.isEmpty() ? Optional.empty() : Optional.of(read(answer));
  }

  private static Answer read(List<Object> answer) {
    return new Answer(
        (String) answer.get(0),
        Long.parseLong((String) answer.get(1)),
        (List<?>) answer.get(2),
        Optional.of((String) answer.get(3)).filter(s -> !s.isEmpty()).map(MessageCodec::read),
        (long) answer.get(4) == 1);
  }
}
