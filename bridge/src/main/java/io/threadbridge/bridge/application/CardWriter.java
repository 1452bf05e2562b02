package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Card.Tone;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws up the card of a conversation as it is now, in the desk's language. Notices go onto the
/// card, not into posts.
public final class CardWriter {
  private final Sites sites;
  private final Texts texts;

  /// A writer with these sites' languages.
  public CardWriter(Sites sites, Texts texts) {
    this.sites = sites;
    this.texts = texts;
  }

  /// What the card shows; `firstWords` are the visitor's.
  public Card card(Started state, String firstWords) {
    Labels labels = labels(state.opening());
    Status status = status(state, labels);
    String name = state.opening().visitor().shownName();
    return new Card(
        name,
        firstWords,
        facts(state.opening(), labels),
        status.words,
        status.tone,
        status.since,
        status.sinceLabel,
        actions(state, labels),
        labels.of("card.summary", Map.of("name", name, "status", status.words)),
        page(state.opening()));
  }

  /// What stands in the place of a message that was taken back.
  public String takenBack(Opening opening) {
    return labels(opening).of("thread.taken-back", Map.of());
  }

  /// The state in words, how urgent it is, and since when.
  private record Status(String words, Tone tone, Instant since, String sinceLabel) {}

  private static Status status(Started state, Labels labels) {
    return switch (state) {
      case Waiting waiting -> waiting(waiting, labels);
      case Answered answered -> {
        String key = answeredKey(answered);
        Instant since = answered.silence().since();
        yield new Status(
            labels.of(key, named(state.progress())),
            Tone.CALM,
            since,
            labels.of("card.since.answered", Map.of()));
      }
      case Ending ending ->
          new Status(
              labels.of("card.status.quiet", named(state.progress())),
              Tone.CALM,
              ending.ending().from(),
              labels.of("card.since.answered", Map.of()));
      case Closed closed ->
          new Status(
              labels.of(closedKey(closed.reason()), named(state.progress())),
              closed.reason() == CloseReason.MISSED ? Tone.BAD : Tone.OVER,
              closed.at(),
              labels.of("card.since.closed", Map.of()));
    };
  }

  /// *Nothing owed* can give the turn to the visitor before anybody has answered.
  private static String answeredKey(Answered state) {
    if (state.silence().goneTold()) {
      return "card.status.gone";
    }
    return state.progress().claim().isPresent()
        ? "card.status.answered"
        : "card.status.visitors-turn";
  }

  private static Status waiting(Waiting state, Labels labels) {
    Progress progress = state.progress();
    Instant since = state.clock().since();
    String sinceLabel = labels.of("card.since.waiting", Map.of());
    Optional<Staff> claimer = progress.claim().map(Claim::by);
    if (claimer.isPresent()) {
      String words = labels.of("card.status.claimed", Map.of("name", claimer.get().name()));
      return new Status(words, Tone.CALM, since, sinceLabel);
    }
    String words =
        progress
            .formerClaimer()
            .map(former -> labels.of("card.status.reopened", Map.of("name", former.name())))
            .orElseGet(() -> labels.of("card.status.waiting", Map.of()));
    return new Status(words, Tone.WAITING, since, sinceLabel);
  }

  private static String closedKey(CloseReason reason) {
    return "card.status.closed."
        + switch (reason) {
          case BY_STAFF -> "by-staff";
          case SILENT -> "silent";
          case QUIET_ENDING -> "quiet";
          case GONE_AFTER_ANSWER -> "gone";
          case LEFT -> "left";
          case MISSED -> "missed";
        };
  }

  private static Map<String, Object> named(Progress progress) {
    return Map.of(
        "name",
        progress.claim().map(Claim::by).or(progress::formerClaimer).map(Staff::name).orElse(""));
  }

  private static List<Action> actions(Started state, Labels labels) {
    Action claim = new Action(Deed.CLAIM, labels.of("card.claim", Map.of()), true);
    Action close = new Action(Deed.CLOSE, labels.of("card.close", Map.of()), false);
    Action owed = new Action(Deed.NOTHING_OWED, labels.of("card.nothing-owed", Map.of()), false);
    return switch (state) {
      case Waiting waiting ->
          waiting.progress().claim().isPresent()
              ? List.of(owed, close)
              : List.of(claim, owed, close);
      case Answered _ -> List.of(close);
      case Ending _ -> List.of(new Action(Deed.CLOSE, close.label(), true));
      case Closed _ -> List.of();
    };
  }

  private static List<String> facts(Opening opening, Labels labels) {
    List<String> facts = new ArrayList<>();
    facts.add(labels.of("card.site", Map.of("site", opening.site().value())));
    facts.add(labels.of("card.language", Map.of("language", opening.language())));
    if (opening.continues().isPresent()) {
      facts.add(labels.of("card.returning", Map.of()));
    }
    return List.copyOf(facts);
  }

  private static Optional<Card.Link> page(Opening opening) {
    return opening.page().url().isEmpty()
        ? Optional.empty()
        : Optional.of(new Card.Link(opening.page().url(), opening.page().title()));
  }

  private Labels labels(Opening opening) {
    Optional<Site> site = sites.find(opening.site());
    String language = site.map(Site::deskLanguage).orElse("en");
    ZoneId zone = site.map(Site::zone).orElse(ZoneOffset.UTC);
    return (name, arguments) -> texts.label(language, zone, name, arguments);
  }

  /// The card's words in one desk's language.
  private interface Labels {
    String of(String name, Map<String, Object> arguments);
  }
}
