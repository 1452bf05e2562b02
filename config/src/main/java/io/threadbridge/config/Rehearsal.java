package io.threadbridge.config;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.threadbridge.bridge.application.CardWriter;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.application.DeskWords;
import io.threadbridge.bridge.application.Handled;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.application.VisitorView;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.Visitor;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import java.time.InstantSource;
import java.util.Optional;

/// Plays one conversation before the first visitor comes, so that the first hello does not wait for
/// classes to be loaded, scripts to be cached and texts to be read. It leaves no trace: the
/// conversation is held by a [RehearsalStore], the chat sends nothing, nobody is nudged, and what
/// it counts is thrown away.
final class Rehearsal implements Runnable {
  /// No conversation has this name: real ones are called by a UUID.
  private static final ConversationId ID = new ConversationId("rehearsal");

  private static final Staff STAFF = new Staff("rehearsal:staff", "Rehearsal", Optional.empty());

  private final ConversationStore store;
  private final Outbox outbox;
  private final PostBook posts;
  private final TeamChat chat;
  private final Sites sites;
  private final Texts texts;
  private final FileStore files;
  private final DeskFiles shown;
  private final InstantSource clock;

  /// @param chat one that sends nothing
  Rehearsal(
      ConversationStore store,
      Outbox outbox,
      PostBook posts,
      TeamChat chat,
      Sites sites,
      Texts texts,
      FileStore files,
      DeskFiles shown,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.posts = posts;
    this.chat = chat;
    this.sites = sites;
    this.texts = texts;
    this.files = files;
    this.shown = shown;
    this.clock = clock;
  }

  /// Plays it for the first site: a hello, the card, an answer, and what the visitor reads.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the store is away
  @Override
  public void run() {
    Site site = sites.all().getFirst();
    Opening opening = opening(site);
    RehearsalStore stage = new RehearsalStore(store, outbox, new Conversation.NotStarted(opening));
    Observations unheard = new Observations(new SimpleMeterRegistry());
    ConversationHandler handler =
        new ConversationHandler(
            stage, new SaveWriter(sites, texts), new NudgeRelay(), unheard, clock);
    CardWriter cards = new CardWriter(sites, texts);
    DeskStep desk =
        new DeskStep(
            stage,
            stage,
            posts,
            _ -> Optional.of(chat),
            handler,
            cards,
            new DeskWords(sites, texts),
            shown,
            unheard,
            clock);

    VisitorDoor.Answer _ = door(stage, handler).say(ID, "hello", "Hello");
    DeskStep.Rest _ = desk.run(ID);
    Handled _ = handler.handle(ID, new EventId("answer"), answer());
    Optional<VisitorView> _ = new VisitorReader(stage, clock).read(ID, 0, 0);
    showCard(stage, opening, cards);
  }

  private VisitorDoor door(RehearsalStore stage, ConversationHandler handler) {
    ConversationOpener opener = new ConversationOpener(stage, clock, ID::value);
    return new VisitorDoor(handler, stage, opener, files, clock);
  }

  private Opening opening(Site site) {
    return new Opening(
        ID,
        site.name(),
        site.desk(),
        new Visitor(Optional.empty(), Optional.empty(), "Rehearsal"),
        new Page("", ""),
        site.languages().getFirst(),
        clock.instant(),
        Optional.empty());
  }

  private StaffEvent answer() {
    return new StaffEvent.Wrote(
        clock.instant(), STAFF, new PostRef("2"), "Hello", 0, VisitorFacts.THERE);
  }

  private void showCard(RehearsalStore stage, Opening opening, CardWriter cards) {
    if (stage.state() instanceof Conversation.Started started) {
      Card card = cards.card(started, "Hello");
      Delivery _ = chat.showCard(opening.desk(), new ThreadRef("1"), card);
    }
  }
}
