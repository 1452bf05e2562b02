package io.threadbridge.teams;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.InThread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Replies from the box on the card, which no post in the thread names. Teams repeats a press that
/// it takes for lost, first with the same id and then with a new one; and people press twice. So
/// the same words of the same person in the same thread within [#SAME] are one reply. In memory: a
/// repeat with a new id that comes to another instance is said twice.
final class BoxedReplies {
  /// So long the same words are the same reply.
  static final Duration SAME = Duration.ofMinutes(1);

  private static final int REPLIES_MAX = 5_000;
  private static final String POST = "box:";

  /// A reply as it is passed on.
  ///
  /// @param post stands for the post that there is not: nothing in Teams has this name
  record Reply(EventId id, PostRef post, Instant at) {}

  private final InstantSource clock;
  private final BoundedMap<String, Reply> latest = new BoundedMap<>(REPLIES_MAX);
  private final BoundedMap<String, Boolean> echoed = new BoundedMap<>(REPLIES_MAX);

  BoxedReplies(InstantSource clock) {
    this.clock = clock;
  }

  /// The reply that this press is, or repeats.
  Reply of(InThread told, Act.Boxed boxed) {
    String key =
        told.desk().value()
            + "\n"
            + told.thread().value()
            + "\n"
            + told.account()
            + "\n"
            + boxed.text();
    Instant now = clock.instant();
    synchronized (latest) {
      Optional<Reply> before = latest.get(key).filter(reply -> now.isBefore(reply.at().plus(SAME)));
      if (before.isPresent()) {
        return before.get();
      }
      Reply reply = new Reply(told.id(), new PostRef(POST + boxed.invoke()), now);
      latest.put(key, reply);
      return reply;
    }
  }

  /// Whether a reply is yet to be shown in its thread.
  boolean isToBeShown(Reply reply) {
    return echoed.putIfAbsent(reply.id().value(), true);
  }
}
