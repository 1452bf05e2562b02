package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The staff's side in Slack. A thread is the `ts` of its root, a post its own `ts`.
///
/// It keeps no rate: who calls does. A call is at most two requests, but for files and pictures,
/// see [SlackFilePosts] and [SlackReports], and together they end within the port's limit.
final class SlackTeamChat implements TeamChat {
  private static final String LOCK = "lock";

  private final SlackCalls calls;
  private final SlackLookUp lookUp;
  private final SlackAside aside;
  private final Function<DeskRef, SlackWords> words;
  private final SlackThreadPosts posts;
  private final SlackFilePosts files;
  private final SlackDownloads downloads;
  private final SlackReports reports;

  /// @param words the adapter's own, in each desk's language
  SlackTeamChat(
      SlackCalls calls,
      OwnPosts ownPosts,
      SlackHealth health,
      Function<DeskRef, SlackWords> words,
      boolean visitorAsAuthor) {
    this.calls = calls;
    this.lookUp = new SlackLookUp(calls, ownPosts);
    this.aside = new SlackAside(calls, ownPosts, words);
    this.words = words;
    this.posts = new SlackThreadPosts(calls, ownPosts, lookUp, visitorAsAuthor);
    SlackUploads uploads = new SlackUploads(calls, health);
    this.files = new SlackFilePosts(calls, posts, uploads, lookUp, ownPosts);
    this.downloads = new SlackDownloads(calls, health);
    this.reports = new SlackReports(calls, aside, new SlackPictures(uploads));
  }

  @Override
  public String command() {
    return SlackManifest.COMMAND;
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
    return posts.post(
        desk,
        thread,
        batch,
        post.name(),
        named -> PostBlocks.of(post, named),
        PostBlocks.fallback(post),
        false);
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
        .delivery(answer -> posts.inThread(desk, thread, batch, answer));
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
    return update(desk, post, PostBlocks.of(words, posts.isNamed()), PostBlocks.fallback(words));
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
  public Delivery report(DeskRef desk, String batch, Report report) {
    return reports.post(desk, batch, report);
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
  public Delivery postFile(DeskRef desk, ThreadRef thread, String batch, FilePost file) {
    return files.post(desk, thread, batch, file);
  }

  @Override
  public Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post) {
    return files.takeBack(desk, thread, post);
  }

  @Override
  public FileBytes open(DeskRef desk, String reference) {
    return downloads.open(reference);
  }
}
