package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out whether a post of ours is there whose answer was lost: first among the posts that
/// Slack has shown us as events, then in the history.
final class SlackLookUp {
  /// With the clean-up after it a look-up stays within the port's limit of 12 s: 3 x 2.5 s + 2.5 s.
  static final int PAGES_MAX = 3;

  private static final int PAGE_SIZE = 200;
  private static final Set<String> ROOT_GONE = Set.of("thread_not_found", "message_not_found");

  private static final Logger LOG = LoggerFactory.getLogger(SlackLookUp.class);

  private final SlackCalls calls;
  private final OwnPosts ownPosts;

  SlackLookUp(SlackCalls calls, OwnPosts ownPosts) {
    this.calls = calls;
    this.ownPosts = ownPosts;
  }

  Delivery findThread(DeskRef desk, String batch, Instant notBefore) {
    Optional<OwnPosts.Seen> seen =
        ownPosts.carrying(batch).filter(post -> post.channel().equals(desk.channel()));
    if (seen.isPresent()) {
      return new Delivery.Done(new PostRef(seen.get().ts()));
    }
    Map<String, String> question = question(desk, notBefore);
    return pages("conversations.history", question, batch, Optional.empty());
  }

  Delivery findPost(DeskRef desk, ThreadRef thread, String batch, Instant notBefore) {
    Optional<OwnPosts.Seen> seen =
        ownPosts.carrying(batch).filter(post -> post.channel().equals(desk.channel()));
    if (seen.isPresent()) {
      return seen.get().thread().equals(Optional.of(thread.value()))
          ? new Delivery.Done(new PostRef(seen.get().ts()))
          : takeAway(desk, batch, seen.get().ts());
    }
    Map<String, String> question = question(desk, notBefore);
    question.put("ts", thread.value());
    Delivery found = pages("conversations.replies", question, batch, Optional.of(thread.value()));
    return found instanceof Delivery.ThreadGone ? clean(desk, batch, notBefore) : found;
  }

  /// The root is gone: a reply whose answer was lost may stand at the channel's root now.
  private Delivery clean(DeskRef desk, String batch, Instant notBefore) {
    Map<String, String> question = question(desk, notBefore);
    return switch (page("conversations.history", question, batch)) {
      case Page.Found(var message) -> takeAway(desk, batch, SlackJson.text(message, "ts"));
      case Page.End _, Page.More _ -> new Delivery.ThreadGone();
      case Page.Not(Delivery delivery) -> delivery;
    };
  }

  /// Deletes a reply that Slack put outside its thread; then nothing is left of it, unless Slack
  /// forbids that for good, which is told in the log and not tried for ever.
  Delivery takeAway(DeskRef desk, String batch, String ts) {
    SlackReply<?> reply =
        calls.quick(client -> client.chatDelete(r -> r.channel(desk.channel()).ts(ts)));
    boolean lasts = reply instanceof SlackReply.Trouble<?> || reply.isNo("ratelimited");
    if (lasts) {
      return new Delivery.Unknown("a reply stands outside its thread");
    }
    if (reply instanceof SlackReply.No<?>(String error, _) && !error.equals("message_not_found")) {
      LOG.warn("A reply stands outside its thread and cannot be deleted: {}", error);
    }
    ownPosts.forget(batch);
    return new Delivery.ThreadGone();
  }

  /// The file of ours that a post shows; empty if it shows none, or Slack does not say.
  Optional<String> fileShownBy(DeskRef desk, ThreadRef thread, PostRef post) {
    Map<String, String> question =
        Map.of(
            "channel", desk.channel(),
            "ts", thread.value(),
            "oldest", post.value(),
            "latest", post.value(),
            "inclusive", "true",
            "include_all_metadata", "true",
            "limit", "2");
    if (!(calls.read("conversations.replies", question)
        instanceof SlackReply.Fine<JsonObject>(var answer))) {
      return Optional.empty();
    }
    return SlackJson.objects(answer, "messages").stream()
        .filter(message -> SlackJson.text(message, "ts").equals(post.value()))
        .findFirst()
        .flatMap(message -> ofOurs(message, SlackRequests.FILE));
  }

  private static Map<String, String> question(DeskRef desk, Instant notBefore) {
    Map<String, String> question = new HashMap<>();
    question.put("channel", desk.channel());
    question.put("oldest", notBefore.getEpochSecond() + ".000000");
    question.put("inclusive", "true");
    question.put("include_all_metadata", "true");
    question.put("limit", Integer.toString(PAGE_SIZE));
    return question;
  }

  /// What one page of history holds.
  private sealed interface Page {
    /// The post.
    record Found(JsonObject message) implements Page {}

    /// Not it; there are more pages.
    record More(String cursor) implements Page {}

    /// Not it, and there is no more.
    record End() implements Page {}

    /// It could not be read.
    record Not(Delivery delivery) implements Page {}
  }

  private Delivery pages(
      String method, Map<String, String> question, String batch, Optional<String> thread) {
    for (int i = 0; i < PAGES_MAX; i++) {
      switch (page(method, question, batch)) {
        case Page.Found(var message) -> {
          return found(message, thread);
        }
        case Page.More(String cursor) -> question.put("cursor", cursor);
        case Page.End _ -> {
          return new Delivery.Absent();
        }
        case Page.Not(Delivery delivery) -> {
          return delivery;
        }
      }
    }
    return new Delivery.Unknown("not among the latest posts; there are more");
  }

  private Page page(String method, Map<String, String> question, String batch) {
    SlackReply<JsonObject> reply = calls.read(method, question);
    if (!(reply instanceof SlackReply.Fine<JsonObject>(var answer))) {
      boolean gone = ROOT_GONE.stream().anyMatch(reply::isNo);
      return new Page.Not(
          gone ? new Delivery.ThreadGone() : reply.delivery(_ -> new Delivery.Absent()));
    }
    Optional<JsonObject> message =
        SlackJson.objects(answer, "messages").stream()
            .filter(post -> batchOf(post).equals(Optional.of(batch)))
            .findFirst();
    if (message.isPresent()) {
      return new Page.Found(message.get());
    }
    String cursor = SlackJson.text(SlackJson.object(answer, "response_metadata"), "next_cursor");
    return cursor.isEmpty() ? new Page.End() : new Page.More(cursor);
  }

  private static Delivery found(JsonObject message, Optional<String> thread) {
    String ts = SlackJson.text(message, "ts");
    return thread.isPresent() && !SlackJson.text(message, "thread_ts").equals(thread.get())
        ? new Delivery.Unknown("a reply stands outside its thread")
        : new Delivery.Done(new PostRef(ts));
  }

  /// The batch that a post of ours carries, in a message as Slack tells it.
  static Optional<String> batchOf(JsonObject message) {
    JsonObject metadata = SlackJson.object(message, "metadata");
    return SlackJson.text(metadata, "event_type").equals(SlackRequests.METADATA_TYPE)
        ? SlackJson.maybe(SlackJson.object(metadata, "event_payload"), SlackRequests.BATCH)
        : Optional.empty();
  }

  /// What a post of ours is about that is no visitor's thread, in a message as Slack tells it:
  /// a thread's place as text, or something else if it is about none.
  static Optional<String> aboutOf(JsonObject message) {
    return ofOurs(message, SlackRequests.ABOUT);
  }

  private static Optional<String> ofOurs(JsonObject message, String member) {
    JsonObject metadata = SlackJson.object(message, "metadata");
    return batchOf(message)
        .flatMap(_ -> SlackJson.maybe(SlackJson.object(metadata, "event_payload"), member));
  }
}
