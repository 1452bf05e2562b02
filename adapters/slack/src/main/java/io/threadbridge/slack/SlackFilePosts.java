package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.slack.SlackUploads.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts files in threads, and takes them back.
///
/// A file is first uploaded for nobody but us, and then shown by an ordinary post of ours: only
/// such a post carries metadata, by which it is found where the answer was lost, and can be taken
/// back. A picture stands in it as an image; any other file is shared by its permalink, which Slack
/// does where the file's owner posts it under their own name. So these posts, unlike words, never
/// bear the visitor's name as their author (`username`): the first line has it.
///
/// Whatever goes wrong before the post, but a pause that Slack asks for, costs nothing but the
/// preview: the post holds a link to the file with us instead.
///
/// The upload takes half the time of a call that writes, and two quick posts come after it, with
/// one quick call that cleans up: within the port's 12 s, unless whoever has the bytes needs longer
/// for opening them than the upload may take.
final class SlackFilePosts {
  private static final Logger LOG = LoggerFactory.getLogger(SlackFilePosts.class);
  private static final Duration READ_MAX = Duration.ofSeconds(2);

  private static final String ELSEWHERE =
      "A file is to be fetched from another platform, and cannot be had there: see its health";

  private final SlackCalls calls;
  private final SlackThreadPosts posts;
  private final SlackUploads uploads;
  private final SlackLookUp lookUp;
  private final OwnPosts ownPosts;

  SlackFilePosts(
      SlackCalls calls,
      SlackThreadPosts posts,
      SlackUploads uploads,
      SlackLookUp lookUp,
      OwnPosts ownPosts) {
    this.calls = calls;
    this.posts = posts;
    this.uploads = uploads;
    this.lookUp = lookUp;
    this.ownPosts = ownPosts;
  }

  /// Where a post is to stand.
  private record Spot(DeskRef desk, ThreadRef thread, String batch, Patience whole) {}

  Delivery post(DeskRef desk, ThreadRef thread, String batch, FilePost file) {
    Patience patience = Patience.of(calls.callTimeout().dividedBy(2));
    Patience whole = Patience.of(calls.callTimeout().plus(calls.quickTimeout()));
    Spot spot = new Spot(desk, thread, batch, whole);
    return switch (file.bytes().get()) {
      case FileBytes.Open(InputStream bytes) ->
          switch (uploaded(file, bytes, patience)) {
            case Outcome.There there -> shown(spot, file, there, patience);
            case Outcome.Busy(Delivery.Later later) -> later;
            case Outcome.Not(String why) -> link(spot, file, why);
          };
      case FileBytes.Gone(String why) -> link(spot, file, why);
      // What is to be mended holds up this thread alone; a mere pause would hold up the channel.
      case FileBytes.Later(Duration after, String why) -> new Delivery.Later(after, why, ELSEWHERE);
    };
  }

  private Outcome uploaded(FilePost file, InputStream bytes, Patience patience) {
    try (bytes) {
      return uploads.upload(file.file().name(), file.file().size(), bytes, patience);
    } catch (IOException e) {
      return new Outcome.Not(e.getClass().getSimpleName());
    }
  }

  private Delivery link(Spot spot, FilePost file, String why) {
    LOG.debug("A file is posted as a link: {}", why);
    return posts.post(
        spot.desk(),
        spot.thread(),
        spot.batch(),
        file.name(),
        named -> FileBlocks.elsewhere(file, named),
        FileBlocks.fallback(file),
        true);
  }

  private Delivery shown(Spot spot, FilePost file, Outcome.There there, Patience patience) {
    uploads.works();
    if (FileBlocks.isShownAsImage(file)) {
      uploads.waitUntilRead(there.id(), patience.atMost(READ_MAX));
      SlackReply<ChatPostMessageResponse> reply =
          send(spot, there, FileBlocks.picture(file, there.id()), FileBlocks.fallback(file));
      // Slack cannot show it as an image, perhaps only not yet.
      if (!reply.isNo("invalid_blocks")) {
        return stands(spot, there, reply);
      }
    }
    String fallback = FileBlocks.fallback(file) + " <" + there.permalink() + ">";
    return stands(
        spot, there, send(spot, there, FileBlocks.linked(file, there.permalink()), fallback));
  }

  private SlackReply<ChatPostMessageResponse> send(
      Spot spot, Outcome.There there, List<LayoutBlock> blocks, String fallback) {
    ChatPostMessageRequestBuilder request =
        SlackRequests.showing(spot.batch(), there.id(), blocks, fallback)
            .channel(spot.desk().channel())
            .threadTs(spot.thread().value());
    ChatPostMessageRequest built = request.build();
    return calls.quick(client -> client.chatPostMessage(built));
  }

  /// A file that no post shows is nobody's: it goes again. Nothing of weight hangs on that.
  private Delivery stands(
      Spot spot, Outcome.There there, SlackReply<ChatPostMessageResponse> reply) {
    Delivery delivery =
        reply.delivery(answer -> posts.inThread(spot.desk(), spot.thread(), spot.batch(), answer));
    switch (delivery) {
      case Delivery.Done(PostRef post) ->
          ownPosts.shows(spot.desk().channel(), post.value(), there.id());
      case Delivery.Refused _, Delivery.ThreadGone _, Delivery.Later _ -> forget(spot, there);
      case Delivery.Unknown _, Delivery.Absent _, Delivery.CannotLook _ ->
          LOG.debug("A file may have been posted");
    }
    return delivery;
  }

  private void forget(Spot spot, Outcome.There there) {
    if (spot.whole().left().compareTo(calls.quickTimeout()) > 0) {
      SlackReply<?> _ = uploads.delete(there.id());
    }
  }

  /// The file first: as long as its post stands, the post tells which file it is.
  Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post) {
    Optional<String> file =
        ownPosts
            .shownBy(desk.channel(), post.value())
            .or(() -> lookUp.fileShownBy(desk, thread, post));
    if (file.isPresent()
        && uploads.delete(file.get()) instanceof SlackReply.Trouble<?>(Delivery delivery)) {
      return delivery;
    }
    SlackReply<?> reply =
        calls.quick(client -> client.chatDelete(r -> r.channel(desk.channel()).ts(post.value())));
    return reply.isNo("message_not_found")
        ? new Delivery.Done(post)
        : reply.delivery(_ -> new Delivery.Done(post));
  }
}
