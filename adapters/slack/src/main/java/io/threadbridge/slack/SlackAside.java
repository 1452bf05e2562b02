package io.threadbridge.slack;

import com.google.gson.JsonObject;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.slack.ButtonValue.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is said beside a thread: to one person alone, or as a call in a channel. Each is at most
/// two requests, the first of which asks for the thread's address.
final class SlackAside {
  private final SlackCalls calls;
  private final OwnPosts ownPosts;
  private final Function<DeskRef, SlackWords> words;

  SlackAside(SlackCalls calls, OwnPosts ownPosts, Function<DeskRef, SlackWords> words) {
    this.calls = calls;
    this.ownPosts = ownPosts;
    this.words = words;
  }

  /// In the thread, for this person only. Slack shows it to people who are there just now; nobody
  /// learns whether it was seen.
  Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text, Optional<LayoutBlock> more) {
    List<LayoutBlock> blocks = new ArrayList<>(Blocks.words(0, text));
    more.ifPresent(blocks::add);
    return calls
        .write(
            client ->
                client.chatPostEphemeral(
                    request ->
                        request
                            .channel(desk.channel())
                            .user(user(to))
                            .threadTs(thread.value())
                            .text(SlackText.fallback(text))
                            .parse("none")
                            .linkNames(false)
                            .blocks(blocks)))
        .delivery(
            answer -> new Delivery.Done(new PostRef(SlackCalls.orEmpty(answer.getMessageTs()))));
  }

  /// The same with something to do about it.
  Delivery offer(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action action) {
    Place here = new Place(desk.channel(), thread.value());
    LayoutBlock button = ActionBlocks.elsewhere(action, here, words.apply(desk));
    return hint(desk, thread, to, text, Optional.of(button));
  }

  /// Directly to this person, with a link to the thread, and perhaps something to do about it.
  Delivery tell(
      DeskRef desk, ThreadRef thread, Staff to, String text, Optional<Card.Action> action) {
    Place about = new Place(desk.channel(), thread.value());
    String link = permalink(about);
    List<LayoutBlock> blocks = new ArrayList<>(DirectBlocks.of(text, link, words.apply(desk)));
    action.ifPresent(each -> blocks.add(ActionBlocks.elsewhere(each, about, words.apply(desk))));
    ChatPostMessageRequest request =
        SlackRequests.quiet(SlackText.fallback(text + "\n" + link).strip())
            .channel(user(to))
            .blocks(blocks)
            .build();
    SlackReply<ChatPostMessageResponse> reply =
        calls.write(client -> client.chatPostMessage(request));
    // Of a person this means that there is no such person: nothing that inviting the app mends.
    return reply.isNo("channel_not_found")
        ? new Delivery.Refused("user_not_found")
        : reply.delivery(SlackRequests::done);
  }

  /// In a channel, as a post of its own that links a thread of perhaps another channel.
  Delivery call(DeskRef where, DeskRef desk, ThreadRef thread, String batch, String text) {
    Place about = new Place(desk.channel(), thread.value());
    String link = permalink(about);
    ChatPostMessageRequest request =
        SlackRequests.calling(
                batch,
                about,
                DirectBlocks.of(text, link, words.apply(where)),
                SlackText.fallback(text + "\n" + link).strip())
            .channel(where.channel())
            .build();
    return aside(where, request, Optional.of(about));
  }

  /// In a channel, about no thread.
  Delivery announce(DeskRef where, String batch, String text) {
    ChatPostMessageRequest request =
        SlackRequests.announcing(batch, Blocks.words(0, text), SlackText.fallback(text))
            .channel(where.channel())
            .build();
    return aside(where, request, Optional.empty());
  }

  private Delivery aside(DeskRef where, ChatPostMessageRequest request, Optional<Place> about) {
    return stands(where, calls.write(client -> client.chatPostMessage(request)), about);
  }

  /// What came of a post at a channel's root that is no visitor's thread.
  Delivery stands(DeskRef where, SlackReply<ChatPostMessageResponse> reply, Optional<Place> about) {
    Delivery delivery = reply.delivery(SlackRequests::done);
    if (delivery instanceof Delivery.Done(PostRef post)) {
      ownPosts.standsAside(where.channel(), post.value(), about);
    }
    return delivery;
  }

  /// Takes a call back; one that is gone already is taken back.
  Delivery retract(DeskRef desk, PostRef call) {
    SlackReply<?> reply =
        calls.write(client -> client.chatDelete(r -> r.channel(desk.channel()).ts(call.value())));
    return reply.isNo("message_not_found")
        ? new Delivery.Done(call)
        : reply.delivery(_ -> new Delivery.Done(call));
  }

  /// The address of a thread; empty if Slack does not say.
  Optional<URI> link(DeskRef desk, ThreadRef thread) {
    return Optional.of(permalink(new Place(desk.channel(), thread.value())))
        .filter(link -> link.matches("https?://\\S+"))
        .map(URI::create);
  }

  /// The thread's address; empty if Slack does not say: better told without a link than not.
  private String permalink(Place thread) {
    return calls.read(
                "chat.getPermalink",
                Map.of("channel", thread.channel(), "message_ts", thread.thread()))
            instanceof SlackReply.Fine<JsonObject>(var answer)
        ? SlackJson.text(answer, "permalink")
        : "";
  }

  private static String user(Staff staff) {
    return staff.id().substring(staff.id().indexOf(':') + 1);
  }
}
