package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.redis.json.ConversationCodec;
import io.threadbridge.redis.json.MessageCodec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps conversations in Redis; see [RedisKeys] for where. One script reads one, one script saves
/// all that an event changes. An erased conversation loads as [Conversation.Erased] for 7 days.
public final class RedisConversationStore implements ConversationStore, PostBook {
  private final RedisConnections redis;
  private final CreateScript create;
  private final LoadScript load;
  private final SaveScript save;

  /// A store behind these connections.
  public RedisConversationStore(RedisConnections redis) {
    this.redis = redis;
    this.create = new CreateScript(redis);
    this.load = new LoadScript(redis);
    this.save = new SaveScript(redis);
  }

  @Override
  public void create(Conversation.NotStarted conversation, Instant expireAt) {
    create.run(conversation, expireAt);
  }

  @Override
  public Optional<Loaded> load(ConversationId id, About about, Instant now) {
    return load.run(id, about, now)
        .map(
            answer -> {
              Conversation state = ConversationCodec.read(answer.state());
              return new Loaded(
                  state,
                  answer.version(),
                  VisitorFacts.of(TabEntry.living(answer.presence(), now), now),
                  answer
                      .message()
                      .filter(message -> isMeant(about, message))
                      .filter(_ -> !answer.byOldName() || isOnItsFirstDesk(about, state)));
            });
  }

  /// A post may also hold the visitor's words, and those are not the staff's to change.
  private static boolean isMeant(About about, Message message) {
    return switch (about) {
      case About.Post _ -> message.author() instanceof Author.OfStaff;
      case About.Seq _, About.Nothing _ -> true;
    };
  }

  private static boolean isOnItsFirstDesk(About about, Conversation state) {
    return about instanceof About.Post post
        && state instanceof Conversation.Started started
        && post.desk().equals(started.opening().desk());
  }

  @Override
  public Saved save(Save step) {
    return save.run(step);
  }

  @Override
  public List<Message> transcript(ConversationId id, int after, int most) {
    if (most < 1) {
      return List.of();
    }
    int from = Math.max(0, after);
    return Replies.await(
            redis.commands().lrange(RedisKeys.transcript(id), from, (long) from + most - 1))
        .stream()
        .map(MessageCodec::read)
        .toList();
  }

  @Override
  public Optional<PostLink> postHolding(ConversationId conversation, int seq) {
    String posts = RedisKeys.posts(conversation);
    return Optional.ofNullable(Replies.await(redis.commands().hget(posts, "s:" + seq)))
        .flatMap(
            name ->
                deskOf(conversation, name)
                    .map(desk -> new PostLink(desk, PostNames.post(name), seqsOf(posts, name))));
  }

  /// What was linked before posts had desks stands on the conversation's first one.
  private Optional<DeskRef> deskOf(ConversationId conversation, String name) {
    if (PostNames.hasDesk(name)) {
      return Optional.of(PostNames.desk(name));
    }
    String key = RedisKeys.conversation(conversation);
    return Optional.ofNullable(Replies.await(redis.commands().hget(key, "state")))
        .map(ConversationCodec::read)
        .filter(Conversation.Started.class::isInstance)
        .map(state -> ((Conversation.Started) state).opening().desk());
  }

  private List<Integer> seqsOf(String posts, String post) {
    String seqs = Replies.await(redis.commands().hget(posts, "p:" + post));
    return seqs == null
        ? List.of()
        : Arrays.stream(seqs.split(",", -1)).map(Integer::valueOf).toList();
  }
}
