package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.redis.json.StaffEventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/// The threads' look-up in Redis, and the replies that came before their thread; both of a thread
/// lie in one slot, so none falls between them.
public final class RedisThreadIndex implements ThreadIndex {
  /// How long a thread finds its conversation: as long as anything of it is kept, the journal too.
  static final Duration THREAD_KEPT = Duration.ofDays(400);

  static final Duration ORPHAN_KEPT = Duration.ofDays(1);
  static final int ORPHANS_MAX = 100;

  private final LuaScript put = LuaScript.named("put-thread");
  private final LuaScript keep = LuaScript.named("keep-orphan");
  private final LuaScript forget = LuaScript.named("forget-orphans");
  private final RedisConnections redis;
  private final ObjIntConsumer<DeskRef> forgotten;

  /// An index behind these connections.
  ///
  /// @param forgotten told of each desk on which so many orphans were given up for newer ones
  public RedisThreadIndex(RedisConnections redis, ObjIntConsumer<DeskRef> forgotten) {
    this.redis = redis;
    this.forgotten = forgotten;
  }

  @Override
  public Optional<ConversationId> find(DeskRef desk, ThreadRef thread) {
    String found = Replies.await(redis.commands().get(RedisKeys.thread(desk, thread)));
    return Optional.ofNullable(found).map(ConversationId::new);
  }

  @Override
  public List<Orphan> put(DeskRef desk, ThreadRef thread, ConversationId conversation) {
    return put
        .runConfirmed(
            redis,
            List.of(RedisKeys.thread(desk, thread), RedisKeys.orphans(desk, thread)),
            List.of(conversation.value(), Millis.of(THREAD_KEPT)))
        .stream()
        .map(entry -> read((String) entry))
        .toList();
  }

  @Override
  public Optional<ConversationId> keepOrphan(
      DeskRef desk, ThreadRef thread, Orphan orphan, Instant now) {
    List<Object> answer =
        keep.runConfirmed(
            redis,
            List.of(RedisKeys.thread(desk, thread), RedisKeys.orphans(desk, thread)),
            List.of(
                encoded(orphan.id()),
                StaffEventCodec.write(orphan.event()),
                Millis.of(now),
                Millis.of(ORPHAN_KEPT),
                Integer.toString(ORPHANS_MAX)));
    String conversation = (String) answer.getFirst();
    if (!conversation.isEmpty()) {
      return Optional.of(new ConversationId(conversation));
    }
    int given = Math.toIntExact((Long) answer.getLast());
    if (given > 0) {
      forgotten.accept(desk, given);
    }
    return Optional.empty();
  }

  @Override
  public void forgetOrphans(DeskRef desk, ThreadRef thread, List<EventId> handled) {
    forget.run(
        redis,
        List.of(RedisKeys.orphans(desk, thread)),
        handled.stream().map(RedisThreadIndex::encoded).toList());
  }

  /// Without blanks, whatever is in it.
  private static String encoded(EventId id) {
    return Base64.getUrlEncoder().encodeToString(id.value().getBytes(StandardCharsets.UTF_8));
  }

  private static Orphan read(String entry) {
    String[] parts = entry.split(" ", 3);
    String id = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return new Orphan(new EventId(id), StaffEventCodec.read(parts[2]));
  }
}
