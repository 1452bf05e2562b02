package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Tone;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws up the card of a conversation as it is now, in the desk's language. Notices go onto the
/// card, not into posts.
///
/// Longer than the house's files: what each state says on the card stands here and nowhere else.
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
        facts(state, labels),
        status.words,
        status.tone,
        status.since,
        status.sinceLabel,
        CardActions.of(
            state, DeskNames.others(sites.find(state.opening().site()), state.desk()), labels),
        labels.of("card.summary", Map.of("name", name, "status", status.words)),
        page(state.opening()));
  }

  /// What the card of a thread shows that the conversation has left: where it is now, and nothing
  /// to do; `link` leads there, if it is known.
  public Card moved(Started state, String firstWords, Optional<URI> link) {
    Opening opening = state.opening();
    Labels labels = labels(opening);
    String name = opening.visitor().shownName();
    String desk = DeskNames.of(sites.find(opening.site()), state.desk());
    String status = labels.of("card.status.moved", Map.of("name", desk));
    return new Card(
        name,
        firstWords,
        List.of(),
        status,
        Tone.OVER,
        state.progress().stays().since(),
        since("moved", labels),
        List.of(),
        labels.of("card.summary", Map.of("name", name, "status", status)),
        page(opening),
        link.map(uri -> new Card.Link(uri.toString(), labels.of("card.goes-on", Map.of()))),
        Optional.empty());
  }

  /// The heading of what was said before a conversation came to its desk.
  public String soFar(Opening opening) {
    return labels(opening).of("thread.so-far", Map.of());
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
      case Promised promised -> {
        Promise promise = promised.promise();
        Map<String, Object> about = Map.of("name", promise.owner().name(), "time", promise.until());
        String words = labels.of("card.status.promised", about);
        yield new Status(words, Tone.CALM, promise.since(), since("waiting", labels));
      }
      case Answered answered -> {
        String words = labels.of(answeredKey(answered), named(state.progress()));
        yield new Status(words, Tone.CALM, answered.silence().since(), since("answered", labels));
      }
      case Ending ending -> {
        String words = labels.of("card.status.quiet", named(state.progress()));
        yield new Status(words, Tone.CALM, ending.ending().from(), since("answered", labels));
      }
      case Deferred deferred -> {
        String words = deferredWords(deferred, labels);
        yield new Status(words, Tone.LEAD, deferred.deferral().since(), since("lead", labels));
      }
      case Closed closed -> {
        String words = labels.of(closedKey(closed.reason()), named(state.progress()));
        Tone tone = closed.reason() == CloseReason.MISSED ? Tone.BAD : Tone.OVER;
        yield new Status(words, tone, closed.at(), since("closed", labels));
      }
    };
  }

  private static String since(String what, Labels labels) {
    return labels.of("card.since." + what, Map.of());
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
    Optional<Staff> claimer = progress.claim().map(Claim::by);
    String words =
        claimer
            .map(staff -> labels.of("card.status.claimed", Map.of("name", staff.name())))
            .or(
                () ->
                    progress
                        .formerClaimer()
                        .map(old -> labels.of("card.status.reopened", Map.of("name", old.name()))))
            .orElseGet(() -> labels.of("card.status.waiting", Map.of()));
    return new Status(words, tone(state), state.clock().since(), since("waiting", labels));
  }

  private static Tone tone(Waiting state) {
    if (state.progress().verdict().missed()) {
      return Tone.MISSED;
    }
    if (!state.progress().calls().isEmpty() || !state.clock().care().told().isEmpty()) {
      return Tone.CALLED;
    }
    return state.progress().claim().isPresent() ? Tone.CALM : Tone.WAITING;
  }

  private static String deferredWords(Deferred state, Labels labels) {
    Optional<Lead> lead = state.progress().lead();
    Optional<String> contact = lead.flatMap(Lead::contact);
    if (lead.isEmpty() || contact.isEmpty()) {
      return labels.of("card.status.lead", Map.of());
    }
    String way =
        switch (lead.get().way()) {
          case CALLBACK -> "callback";
          case EMAIL -> "email";
        };
    return labels.of("card.status.lead." + way, Map.of("contact", contact.get()));
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
          case LEAD_DONE -> "lead-done";
          case LEAD_EXPIRED -> "lead-expired";
        };
  }

  private static Map<String, Object> named(Progress progress) {
    return Map.of(
        "name",
        progress.claim().map(Claim::by).or(progress::formerClaimer).map(Staff::name).orElse(""));
  }

  /// What is added to the state: who was told, the open lead, what the visitor thought.
  private static List<String> notices(Started state, Labels labels) {
    List<String> notices = new ArrayList<>();
    if (state instanceof Waiting waiting && !waiting.clock().care().told().isEmpty()) {
      String names = waiting.clock().care().told().stream().map(Staff::name).collect(joining(", "));
      notices.add(labels.of("card.told", Map.of("names", names)));
    }
    if (state instanceof Waiting waiting && waiting.progress().verdict().missed()) {
      notices.add(labels.of("card.missed", Map.of()));
    }
    if (!(state instanceof Deferred) && state.progress().lead().isPresent()) {
      notices.add(labels.of("card.lead-open", Map.of()));
    }
    state
        .progress()
        .verdict()
        .rating()
        .map(rating -> labels.of("card.rated", rated(rating)))
        .ifPresent(notices::add);
    return notices;
  }

  private static Map<String, Object> rated(Rating rating) {
    return Map.of("stars", rating.stars(), "comment", rating.comment());
  }

  private static List<String> facts(Started state, Labels labels) {
    List<String> facts = new ArrayList<>(notices(state, labels));
    Opening opening = state.opening();
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
    Texts words = texts.forSite(opening.site());
    return (name, arguments) -> words.label(language, zone, name, arguments);
  }

  /// The card's words in one desk's language.
  interface Labels {
    String of(String name, Map<String, Object> arguments);
  }
}
