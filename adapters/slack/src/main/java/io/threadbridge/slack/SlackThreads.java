package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.slack.OwnPosts.InThread;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// In which thread a post stands, for a reaction on it: from the events seen, else from Slack.
final class SlackThreads {
  private static final Set<String> GONE = Set.of("thread_not_found", "message_not_found");

  private final SlackCalls calls;
  private final OwnPosts ownPosts;

  SlackThreads(SlackCalls calls, OwnPosts ownPosts) {
    this.calls = calls;
    this.ownPosts = ownPosts;
  }

  /// The thread of a post; empty if there is no such post any more.
  ///
  /// @throws StoreUnavailable if Slack does not say: the reaction must come again
  Optional<InThread> of(String channel, String post, SlackIdentity self) {
    Optional<InThread> seen = ownPosts.whereIs(channel, post);
    if (seen.isPresent()) {
      return seen;
    }
    SlackReply<JsonObject> reply =
        calls.read("conversations.replies", Map.of("channel", channel, "ts", post, "limit", "1"));
    if (GONE.stream().anyMatch(reply::isNo)) {
      return Optional.empty();
    }
    if (!(reply instanceof SlackReply.Fine<JsonObject>(JsonObject answer))) {
      throw new StoreUnavailable("conversations.replies does not tell where a post stands");
    }
    Optional<InThread> found =
        SlackJson.objects(answer, "messages").stream().findFirst().map(m -> where(m, self));
    found.ifPresent(where -> ownPosts.standsIn(channel, post, where));
    return found;
  }

  private static InThread where(JsonObject message, SlackIdentity self) {
    String ts = SlackJson.text(message, "ts");
    String thread = SlackJson.maybe(message, "thread_ts").orElse(ts);
    SlackSelf us = new SlackSelf(self, "");
    boolean ours = thread.equals(ts) ? us.wrote(message) : us.isRootOurs(message);
    return new InThread(thread, ours);
  }
}
