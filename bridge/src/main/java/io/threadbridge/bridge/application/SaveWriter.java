package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Change;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationRules;
import io.threadbridge.bridge.conversation.Decision;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Phrase;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.Saying;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns a decision into the one step that saves it: messages get their numbers and the bridge's
/// texts their words, effects their ids.
public final class SaveWriter {
  /// How long a conversation of a site that is no longer configured is kept after its close.
  private static final Duration RETENTION_WITHOUT_SITE = Duration.ofDays(30);

  private final Sites sites;
  private final Texts texts;
  private final Noting noting;

  /// A writer with the sites' rules and the bridge's words, which counts nobody of the staff.
  public SaveWriter(Sites sites, Texts texts) {
    this(sites, texts, new Noting(sites, _ -> false));
  }

  /// A writer with the sites' rules, the bridge's words and what the figures count.
  public SaveWriter(Sites sites, Texts texts, Noting noting) {
    this.sites = sites;
    this.texts = texts;
    this.noting = noting;
  }

  ConversationRules rulesOf(Conversation conversation) {
    return new ConversationRules(siteOf(conversation).map(Site::policy).orElse(Policy.DEFAULT));
  }

  Save of(
      Loaded loaded,
      EventId id,
      ConversationEvent event,
      Decision.Move move,
      Optional<Settlement> settles) {
    Optional<Noted> noted = noting.of(loaded.conversation(), event, move);
    return new Save(
        loaded.version(),
        id,
        move.next(),
        messages(move, event.at()),
        replaced(loaded, move),
        move.links(),
        owed(move, noted, loaded.version() + 1, event.at()),
        settles,
        journal(loaded, event, move.next(), noted),
        expireAt(move.next()),
        event.at());
  }

  /// A step in which only the next wake-up changes, or effects are settled.
  Save unmoved(
      Loaded loaded,
      EventId id,
      ConversationEvent event,
      Conversation next,
      Optional<Settlement> settles) {
    return of(
        loaded,
        id,
        event,
        new Decision.Move(next, List.of(), List.of(), List.of(), List.of()),
        settles);
  }

  /// An event's family and name, such as `VisitorEvent.Wrote`.
  static String kind(ConversationEvent event) {
    Class<?> type = event.getClass();
    return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
  }

  private List<Message> messages(Decision.Move move, Instant at) {
    List<Message> result = new ArrayList<>();
    if (move.next() instanceof Conversation.Started next) {
      int seq = next.progress().lastSeq() - move.said().size();
      for (Saying saying : move.said()) {
        seq++;
        result.add(message(saying, seq, next.opening(), at));
      }
    }
    return List.copyOf(result);
  }

  private Message message(Saying saying, int seq, Opening opening, Instant at) {
    return switch (saying) {
      case Saying.ByVisitor said ->
          new Message(
              seq,
              new Author.OfVisitor(),
              said.text(),
              at,
              Optional.of(said.sayId()),
              said.files(),
              0,
              false);
      case Saying.ByStaff said ->
          written(seq, new Author.OfStaff(said.staff()), said.text(), said.files(), at);
      case Saying.ByButton said -> {
        String text = words(opening, List.of(said.phrase()));
        yield written(seq, new Author.OfStaff(said.staff()), text, List.of(), at);
      }
      case Saying.ByBridge said ->
          written(seq, new Author.OfBridge(), words(opening, said.phrases()), List.of(), at);
    };
  }

  private String words(Opening opening, List<Phrase> phrases) {
    ZoneId zone = sites.find(opening.site()).map(Site::zone).orElse(ZoneOffset.UTC);
    Texts ours = texts.forSite(opening.site());
    return phrases.stream()
        .map(phrase -> ours.text(opening.language(), zone, phrase.key(), phrase.arguments()))
        .collect(Collectors.joining(" "));
  }

  private static Message written(
      int seq, Author author, String text, List<SharedFile> files, Instant at) {
    return new Message(seq, author, text, at, Optional.empty(), files, 0, false);
  }

  /// Changes are always about the message that was loaded with the state.
  private static List<Message> replaced(Loaded loaded, Decision.Move move) {
    if (move.changed().isEmpty() || !(move.next() instanceof Conversation.Started next)) {
      return List.of();
    }
    Message old = loaded.about().orElseThrow();
    int revision = next.progress().counts().revision();
    return move.changed().stream()
        .map(
            change ->
                switch (change) {
                  case Change.Edit edit -> old.edited(edit.text(), revision);
                  case Change.Show(_, var file, var standing) -> old.withStanding(file, standing);
                  case Change.Delete _ -> old.blanked(revision);
                })
        .toList();
  }

  private List<OwedEffect> owed(
      Decision.Move move, Optional<Noted> noted, long version, Instant at) {
    List<Effect> effects = new ArrayList<>(move.effects());
    noted.map(noting::owed).ifPresent(effects::addAll);
    List<OwedEffect> result = new ArrayList<>();
    for (Effect effect : effects) {
      result.add(new OwedEffect(version + "." + result.size(), effect, at));
    }
    return List.copyOf(result);
  }

  private static JournalEntry journal(
      Loaded loaded, ConversationEvent event, Conversation next, Optional<Noted> noted) {
    return new JournalEntry(
        event.at(),
        kind(event),
        loaded.conversation().getClass().getSimpleName(),
        next.getClass().getSimpleName(),
        noted);
  }

  private Optional<Instant> expireAt(Conversation next) {
    return switch (next) {
      case Conversation.Closed closed ->
          Optional.of(
              closed.at().plus(siteOf(next).map(Site::retention).orElse(RETENTION_WITHOUT_SITE)));
      case Conversation.NotStarted notStarted ->
          Optional.of(notStarted.opening().at().plus(ConversationOpener.UNUSED));
      case Conversation.Started _, Conversation.Erased _ -> Optional.empty();
    };
  }

  private Optional<Site> siteOf(Conversation conversation) {
    return switch (conversation) {
      case Conversation.NotStarted state -> sites.find(state.opening().site());
      case Conversation.Started state -> sites.find(state.opening().site());
      case Conversation.Erased _ -> Optional.empty();
    };
  }
}
