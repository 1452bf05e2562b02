package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The staff's side in Slack. A thread is the `ts` of its root, a post its own `ts`.
///
/// It keeps no rate: who calls does. A call is at most two requests, and together they end within
/// the port's limit.
final class SlackTeamChat implements TeamChat {
  private static final Logger LOG = LoggerFactory.getLogger(SlackTeamChat.class);
  private static final String LOCK = "lock";

  private final SlackCalls calls;
  private final OwnPosts ownPosts;
  private final SlackLookUp lookUp;
  private final SlackAside aside;
  private final Function<DeskRef, SlackWords> words;
  private final AtomicBoolean visitorAsAuthor;

  /// @param words the adapter's own, in each desk's language
  SlackTeamChat(
      SlackCalls calls,
      OwnPosts ownPosts,
      Function<DeskRef, SlackWords> words,
      boolean visitorAsAuthor) {
    this.calls = calls;
    this.ownPosts = ownPosts;
    this.lookUp = new SlackLookUp(calls, ownPosts);
    this.aside = new SlackAside(calls, ownPosts, words);
    this.words = words;
    this.visitorAsAuthor = new AtomicBoolean(visitorAsAuthor);
  }

  @Override
  public Delivery openThread(DeskRef desk, String batch, Card card) {
    ChatPostMessageRequest request =
        SlackRequests.carrying(batch, blocks(desk, card), SlackText.fallback(card.summary()))
            .channel(desk.channel())
            .build();
    return calls.write(client -> client.chatPostMessage(request)).delivery(SlackRequests::done);
  }

  @Override
  public Delivery post(DeskRef desk, ThreadRef thread, String batch, ThreadPost post) {
    ChatPostMessageRequestBuilder request =
        SlackRequests.carrying(
                batch, PostBlocks.of(post, !visitorAsAuthor.get()), PostBlocks.fallback(post))
            .channel(desk.channel())
            .threadTs(thread.value());
    SlackReply<ChatPostMessageResponse> reply =
        visitorAsAuthor.get() ? asVisitor(request, post) : plainly(request);
    return reply.delivery(answer -> inThread(desk, thread, batch, answer));
  }

  /// Under the visitor's name, or, where the scope for that is missing, plainly from now on.
  private SlackReply<ChatPostMessageResponse> asVisitor(
      ChatPostMessageRequestBuilder request, ThreadPost post) {
    request.username(PostBlocks.author(post));
    request.iconEmoji(":" + Face.of(post.name()).emojiName() + ":");
    ChatPostMessageRequest named = request.build();
    SlackReply<ChatPostMessageResponse> reply =
        calls.write(client -> client.chatPostMessage(named));
    if (!reply.isNo("missing_scope")) {
      return reply;
    }
    if (visitorAsAuthor.compareAndSet(true, false)) {
      LOG.warn("Posting under the app's own name: the scope chat:write.customize is missing");
    }
    ChatPostMessageRequest unnamed =
        request.username(null).iconEmoji(null).blocks(PostBlocks.of(post, true)).build();
    return calls.quick(client -> client.chatPostMessage(unnamed));
  }

  private SlackReply<ChatPostMessageResponse> plainly(ChatPostMessageRequestBuilder request) {
    ChatPostMessageRequest built = request.build();
    return calls.write(client -> client.chatPostMessage(built));
  }

  /// Slack puts a reply to a deleted root at the channel's root and calls it done; only the missing
  /// `thread_ts` tells.
  private Delivery inThread(
      DeskRef desk, ThreadRef thread, String batch, ChatPostMessageResponse answer) {
    if (answer.getTs() == null || answer.getMessage() == null) {
      return new Delivery.Unknown("an answer without the message");
    }
    if (answer.getMessage().getThreadTs() == null) {
      return lookUp.takeAway(desk, batch, answer.getTs());
    }
    OwnPosts.InThread here = new OwnPosts.InThread(thread.value(), true);
    ownPosts.standsIn(desk.channel(), answer.getTs(), here);
    return new Delivery.Done(new PostRef(answer.getTs()));
  }

  private List<LayoutBlock> blocks(DeskRef desk, Card card) {
    return CardBlocks.of(card, words.apply(desk));
  }

  @Override
  public Delivery notice(DeskRef desk, ThreadRef thread, String batch, String text) {
    ChatPostMessageRequest request =
        SlackRequests.carrying(batch, Blocks.words(0, text), SlackText.fallback(text))
            .channel(desk.channel())
            .threadTs(thread.value())
            .build();
    return calls
        .write(client -> client.chatPostMessage(request))
        .delivery(answer -> inThread(desk, thread, batch, answer));
  }

  @Override
  public Delivery findThread(DeskRef desk, String batch, Instant notBefore) {
    return lookUp.findThread(desk, batch, notBefore);
  }

  @Override
  public Delivery findPost(DeskRef desk, ThreadRef thread, String batch, Instant notBefore) {
    return lookUp.findPost(desk, thread, batch, notBefore);
  }

  @Override
  public Delivery rewrite(DeskRef desk, ThreadRef thread, PostRef post, ThreadPost words) {
    return update(
        desk, post, PostBlocks.of(words, !visitorAsAuthor.get()), PostBlocks.fallback(words));
  }

  @Override
  public Delivery showCard(DeskRef desk, ThreadRef thread, Card card) {
    PostRef root = new PostRef(thread.value());
    Delivery delivery = update(desk, root, blocks(desk, card), SlackText.fallback(card.summary()));
    return delivery instanceof Delivery.Refused(String why) && why.equals("message_not_found")
        ? new Delivery.ThreadGone()
        : delivery;
  }

  /// `chat.update` reads names and links in a text unless told each time not to.
  private Delivery update(DeskRef desk, PostRef post, List<LayoutBlock> blocks, String fallback) {
    ChatUpdateRequest request =
        ChatUpdateRequest.builder()
            .channel(desk.channel())
            .ts(post.value())
            .text(fallback)
            .parse("none")
            .linkNames(false)
            .blocks(blocks)
            .build();
    return calls.write(client -> client.chatUpdate(request)).delivery(_ -> new Delivery.Done(post));
  }

  @Override
  public Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return aside.hint(desk, thread, to, text, Optional.empty());
  }

  @Override
  public Delivery offer(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action action) {
    return aside.offer(desk, thread, to, text, action);
  }

  @Override
  public Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Link link) {
    return aside.hint(desk, thread, to, text, DirectBlocks.link(link.url(), link.title()));
  }

  @Override
  public Optional<URI> link(DeskRef desk, ThreadRef thread) {
    return aside.link(desk, thread);
  }

  @Override
  public Delivery tell(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return aside.tell(desk, thread, to, text, Optional.empty());
  }

  @Override
  public Delivery callPerson(
      DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action take) {
    return aside.tell(desk, thread, to, text, Optional.of(take));
  }

  @Override
  public Delivery call(DeskRef where, DeskRef desk, ThreadRef thread, String batch, String text) {
    return aside.call(where, desk, thread, batch, text);
  }

  @Override
  public Delivery announce(DeskRef desk, String batch, String text) {
    return aside.announce(desk, batch, text);
  }

  @Override
  public Delivery retract(DeskRef desk, PostRef call) {
    return aside.retract(desk, call);
  }

  /// Slack marks the post itself, where everybody sees it; nothing need be said.
  @Override
  public Delivery confirmNote(
      DeskRef desk, ThreadRef thread, PostRef post, Staff writer, String text) {
    SlackReply<?> reply =
        calls.write(
            client ->
                client.reactionsAdd(
                    request -> request.channel(desk.channel()).timestamp(post.value()).name(LOCK)));
    return reply.isNo("already_reacted")
        ? new Delivery.Done(post)
        : reply.delivery(_ -> new Delivery.Done(post));
  }

  @Override
  public Delivery postFile(
      DeskRef desk, ThreadRef thread, String batch, io.threadbridge.bridge.port.FilePost file) {
    return new Delivery.Refused("files are not posted yet");
  }

  @Override
  public Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post) {
    return new Delivery.Refused("files are not posted yet");
  }

  @Override
  public io.threadbridge.bridge.port.FileBytes open(DeskRef desk, String reference) {
    return new io.threadbridge.bridge.port.FileBytes.Gone("files are not read yet");
  }
}
