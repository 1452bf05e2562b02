package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts in threads, under a visitor's name where that may be, and sees to it that nothing stays
/// outside its thread. A call is at most two requests.
final class SlackThreadPosts {
  private static final Logger LOG = LoggerFactory.getLogger(SlackThreadPosts.class);

  private final SlackCalls calls;
  private final OwnPosts ownPosts;
  private final SlackLookUp lookUp;
  private final AtomicBoolean visitorAsAuthor;

  SlackThreadPosts(
      SlackCalls calls, OwnPosts ownPosts, SlackLookUp lookUp, boolean visitorAsAuthor) {
    this.calls = calls;
    this.ownPosts = ownPosts;
    this.lookUp = lookUp;
    this.visitorAsAuthor = new AtomicBoolean(visitorAsAuthor);
  }

  /// Whether a post itself has to say whose words it holds.
  boolean isNamed() {
    return !visitorAsAuthor.get();
  }

  /// Posts under a visitor's name, or plainly.
  ///
  /// @param name the visitor's
  /// @param blocks what is posted; given whether it has to say whose it is
  /// @param quick whether each request ends within [SlackCalls#QUICK_TIMEOUT]
  Delivery post(
      DeskRef desk,
      ThreadRef thread,
      String batch,
      String name,
      Function<Boolean, List<LayoutBlock>> blocks,
      String fallback,
      boolean quick) {
    ChatPostMessageRequestBuilder request =
        SlackRequests.carrying(batch, blocks.apply(isNamed()), fallback)
            .channel(desk.channel())
            .threadTs(thread.value());
    SlackReply<ChatPostMessageResponse> reply =
        isNamed() ? send(request, quick) : asVisitor(request, name, blocks, quick);
    return reply.delivery(answer -> inThread(desk, thread, batch, answer));
  }

  /// Under the visitor's name, or, where the scope for that is missing, plainly from now on.
  private SlackReply<ChatPostMessageResponse> asVisitor(
      ChatPostMessageRequestBuilder request,
      String name,
      Function<Boolean, List<LayoutBlock>> blocks,
      boolean quick) {
    request.username(PostBlocks.author(name));
    request.iconEmoji(":" + Face.of(name).emojiName() + ":");
    SlackReply<ChatPostMessageResponse> reply = send(request, quick);
    if (!reply.isNo("missing_scope")) {
      return reply;
    }
    if (visitorAsAuthor.compareAndSet(true, false)) {
      LOG.warn("Posting under the app's own name: the scope chat:write.customize is missing");
    }
    return send(request.username(null).iconEmoji(null).blocks(blocks.apply(true)), true);
  }

  private SlackReply<ChatPostMessageResponse> send(
      ChatPostMessageRequestBuilder request, boolean quick) {
    ChatPostMessageRequest built = request.build();
    return quick
        ? calls.quick(client -> client.chatPostMessage(built))
        : calls.write(client -> client.chatPostMessage(built));
  }

  /// Slack puts a reply to a deleted root at the channel's root and calls it done; only the missing
  /// `thread_ts` tells.
  Delivery inThread(DeskRef desk, ThreadRef thread, String batch, ChatPostMessageResponse answer) {
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
}
