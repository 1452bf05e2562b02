package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The staff's side in Teams. A thread is the id of its root activity, a post the id of its own.
///
/// It keeps no rate: who calls does. Teams gives a post no mark of ours and no way to look for it,
/// so what is unknown stays unknown.
final class TeamsTeamChat implements TeamChat {
  private final TeamsClient client;
  private final TeamsCards cards;
  private final FileCards fileCards;
  private final TeamsFiles files;
  private final TeamsAside aside;
  private final TeamsReports reports;
  private final TeamsNames names;
  private final String tenant;
  private final RootWatch roots;

  /// @param tenant the firm's
  /// @param roots is told of each thread that is opened
  TeamsTeamChat(
      TeamsClient client,
      TeamsCards cards,
      FileCards fileCards,
      TeamsFiles files,
      TeamsAside aside,
      TeamsReports reports,
      TeamsNames names,
      String tenant,
      RootWatch roots) {
    this.client = client;
    this.cards = cards;
    this.fileCards = fileCards;
    this.files = files;
    this.aside = aside;
    this.reports = reports;
    this.names = names;
    this.tenant = tenant;
    this.roots = roots;
  }

  @Override
  public String command() {
    return "@" + TeamsManifest.NAME;
  }

  @Override
  public Delivery openThread(DeskRef desk, String batch, Card card) {
    TeamsPlace place = TeamsPlace.of(desk);
    Activity root = card(desk, Optional.empty(), card);
    Delivery delivery =
        TeamsAside.inChannel(
            client.create(
                place.channel(),
                TeamsActivities.thread(place.channel(), tenant, root),
                client.patience().post()),
            TeamsTeamChat::opened);
    if (delivery instanceof Delivery.Done(PostRef post)) {
      names.isOf(desk, new ThreadRef(post.value()), card.name());
      roots.opened(place.channel(), post.value());
    }
    if (delivery instanceof Delivery.Unknown) {
      roots.lost(place.channel());
    }
    return aside.noted(place.team(), delivery);
  }

  private static Delivery opened(ConversationResourceResponse answer) {
    String id = orEmpty(answer.getActivityId());
    return TeamsAside.done(id.isEmpty() ? TeamsPlace.rootOf(orEmpty(answer.getId())) : id);
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public Delivery post(DeskRef desk, ThreadRef thread, String batch, ThreadPost post) {
    return reply(desk, thread, TeamsPosts.words(post), TeamsPosts.summary(post));
  }

  @Override
  public Delivery notice(DeskRef desk, ThreadRef thread, String batch, String text) {
    return reply(desk, thread, TeamsPosts.text(text), TeamsText.summary(text));
  }

  private Delivery reply(DeskRef desk, ThreadRef thread, ObjectNode card, String summary) {
    TeamsPlace place = TeamsPlace.of(desk);
    TeamsReply<ResourceResponse> reply =
        client.post(
            place.conversation(thread),
            TeamsActivities.card(card, summary),
            client.patience().post());
    return aside.noted(
        place.team(),
        reply.isNo(404)
            ? new Delivery.ThreadGone()
            : reply.delivery(answer -> TeamsAside.done(orEmpty(answer.getId()))));
  }

  @Override
  public Delivery findThread(DeskRef desk, String batch, Instant notBefore) {
    return cannotLook();
  }

  @Override
  public Delivery findPost(DeskRef desk, ThreadRef thread, String batch, Instant notBefore) {
    return cannotLook();
  }

  private static Delivery cannotLook() {
    return new Delivery.CannotLook();
  }

  @Override
  public Delivery rewrite(DeskRef desk, ThreadRef thread, PostRef post, ThreadPost words) {
    Activity activity = TeamsActivities.card(TeamsPosts.words(words), TeamsPosts.summary(words));
    return update(desk, thread, post, activity).delivery(_ -> new Delivery.Done(post));
  }

  @Override
  public Delivery showCard(DeskRef desk, ThreadRef thread, Card card) {
    names.isOf(desk, thread, card.name());
    PostRef root = new PostRef(thread.value());
    TeamsReply<ResourceResponse> reply =
        update(desk, thread, root, card(desk, Optional.of(thread), card));
    return reply.isNo(404)
        ? new Delivery.ThreadGone()
        : aside.noted(TeamsPlace.of(desk).team(), reply.delivery(_ -> new Delivery.Done(root)));
  }

  private TeamsReply<ResourceResponse> update(
      DeskRef desk, ThreadRef thread, PostRef post, Activity activity) {
    return client.update(TeamsPlace.of(desk).conversation(thread), post.value(), activity);
  }

  private Activity card(DeskRef desk, Optional<ThreadRef> thread, Card card) {
    return TeamsActivities.card(cards.of(desk, thread, card), TeamsText.summary(card.summary()));
  }

  @Override
  public Optional<URI> link(DeskRef desk, ThreadRef thread) {
    return Optional.of(aside.link(desk, thread));
  }

  @Override
  public Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return aside.tell(desk, thread, to, text, Optional.empty());
  }

  @Override
  public Delivery offer(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action action) {
    return aside.tell(desk, thread, to, text, Optional.of(action));
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
    return aside.call(where, desk, thread, text);
  }

  @Override
  public Delivery announce(DeskRef desk, String batch, String text) {
    return aside.announce(desk, text);
  }

  @Override
  public Delivery report(DeskRef desk, String batch, Report report) {
    return reports.post(desk, report);
  }

  @Override
  public Delivery retract(DeskRef desk, PostRef call) {
    return aside.retract(desk, call);
  }

  /// A bot sets no reactions.
  @Override
  public Delivery confirmNote(
      DeskRef desk, ThreadRef thread, PostRef post, Staff writer, String text) {
    return aside.tell(desk, thread, writer, text, Optional.empty());
  }

  @Override
  public Delivery postFile(DeskRef desk, ThreadRef thread, String batch, FilePost file) {
    return reply(desk, thread, fileCards.of(file), FileCards.summary(file));
  }

  @Override
  public Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post) {
    return aside.takeBack(desk, thread, post);
  }

  @Override
  public FileBytes open(DeskRef desk, String reference) {
    return files.open(desk, reference);
  }
}
