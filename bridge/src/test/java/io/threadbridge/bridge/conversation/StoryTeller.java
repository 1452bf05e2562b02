package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.application.ReadableMessage;
import io.threadbridge.bridge.figures.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words in which a story tells what the rules answered.
final class StoryTeller {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private StoryTeller() {}

  static String bridge(Saying.ByBridge said) {
    return said.phrases().stream().map(StoryTeller::phrase).collect(Collectors.joining(" + "));
  }

  static String phrase(Phrase phrase) {
    String arguments =
        phrase.arguments().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .filter(entry -> !entry.getKey().equals("visitor"))
            .map(entry -> argument(entry.getValue()))
            .collect(Collectors.joining(", "));
    return (words(phrase.key()) + " " + arguments).strip();
  }

  private static String argument(Object value) {
    return value instanceof Instant moment ? clock(moment) : String.valueOf(value);
  }

  /// `first answer after 42.001 s`.
  static String fact(Fact fact) {
    String name = fact.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    BigDecimal seconds = BigDecimal.valueOf(fact.millis(), 3).stripTrailingZeros();
    return fact.millis() == 0 ? name : name + " after " + seconds.toPlainString() + " s";
  }

  /// Empty for what a story does not tell: news for the site follow from the states.
  static Optional<String> effect(
      Effect effect, Conversation conversation, Map<Integer, Message> messages) {
    return switch (effect) {
      case Effect.OpenThread _ ->
          Optional.of(
              "opens the thread"
                  + where(conversation)
                  + ": a card with \""
                  + ReadableMessage.of(Objects.requireNonNull(messages.get(1)))
                  + "\"");
      case Effect.Relay relay -> Optional.of("posts message " + relay.seq() + " in the thread");
      case Effect.PassFile(_, int seq, String file) ->
          Optional.of("posts " + file + " of message " + seq + " behind it");
      case Effect.RetractFile(Place place, var post) ->
          Optional.of("takes " + post.value() + " back from " + place.thread().value());
      case Effect.Rewrite rewrite ->
          Optional.of("rewrites the post that holds message " + rewrite.seq());
      case Effect.Retell retell -> Optional.of("tells message " + retell.seq() + " there");
      case Effect.ShowCard _ -> Optional.of("card: " + card(conversation));
      case Effect.ShowMoved(Place place) ->
          Optional.of("card of " + place.thread().value() + ": moved to " + desk(conversation));
      case Effect.IndexThread index ->
          Optional.of("replies in " + index.thread().value() + " find it");
      case Effect.ConfirmNote note -> Optional.of("locks " + note.post().value());
      case Effect.CallDesk call -> Optional.of("calls " + call.desk().value());
      case Effect.RetractCall call ->
          Optional.of("takes the call back from " + call.desk().value());
      case Effect.CallHook _ -> Optional.of("calls the webhook");
      case Effect.Notice(var key, var arguments) ->
          Optional.of("writes in the thread <" + phrase(new Phrase(key, arguments)) + ">");
      case Effect.Mail(var address, int after, int upTo) ->
          Optional.of("mails messages " + (after + 1) + " to " + upTo + " to " + address);
      case Effect.TellSite _, Effect.Count _, Effect.Publish _ -> Optional.empty();
      case Effect.Hint _,
          Effect.HintIn _,
          Effect.TellDirectly _,
          Effect.CallPerson _,
          Effect.OfferPromise _ ->
          Optional.of(personal(effect));
    };
  }

  private static String where(Conversation conversation) {
    return conversation instanceof Conversation.Started state && state.stay().number() == 0
        ? ""
        : " at " + desk(conversation);
  }

  private static String desk(Conversation conversation) {
    return conversation instanceof Conversation.Started state ? state.desk().value() : "none";
  }

  private static String personal(Effect effect) {
    return switch (effect) {
      case Effect.Hint(var to, var key, var arguments) ->
          "tells " + to.name() + " privately <" + phrase(new Phrase(key, arguments)) + ">";
      case Effect.HintIn(Place place, var to, var key) ->
          "tells "
              + to.name()
              + " privately in "
              + place.thread().value()
              + " <"
              + words(key)
              + ">";
      case Effect.TellDirectly(var to, var key, var arguments) ->
          "tells " + to.name() + " directly <" + phrase(new Phrase(key, arguments)) + ">";
      case Effect.CallPerson(var to, var key, var arguments) ->
          "calls " + to.name() + " directly <" + phrase(new Phrase(key, arguments)) + ">";
      case Effect.OfferPromise(var to, var until) ->
          "offers " + to.name() + " to promise " + clock(until);
      default -> throw new IllegalArgumentException("not personal: " + effect);
    };
  }

  static String card(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Waiting state -> waiting(state);
      case Conversation.Promised state ->
          state.promise().owner().name() + " is back at " + clock(state.promise().until());
      case Conversation.Answered state ->
          (state.silence().goneTold() ? "the visitor has left" : "answered") + lead(state);
      case Conversation.Ending state -> "said goodbye or thanks: close?" + lead(state);
      case Conversation.Deferred state ->
          "open lead: "
              + state
                  .progress()
                  .lead()
                  .map(lead -> words(lead.way()) + " " + lead.contact().orElse("without address"))
                  .orElse("none");
      case Conversation.Closed state ->
          "closed: "
              + words(state.reason())
              + state.progress().verdict().rating().map(r -> ", rated " + r.stars()).orElse("");
      case Conversation.NotStarted _, Conversation.Erased _ -> "none";
    };
  }

  private static String waiting(Conversation.Waiting state) {
    Progress progress = state.progress();
    String who =
        progress
            .claim()
            .map(claim -> "waiting, " + claim.by().name() + " has it")
            .or(() -> progress.formerClaimer().map(s -> "waiting, was " + s.name() + "'s"))
            .orElse("waiting");
    String told =
        state.clock().care().told().stream().map(Staff::name).collect(Collectors.joining(", "));
    return who
        + (told.isEmpty() ? "" : ", told " + told)
        + (progress.calls().isEmpty() ? "" : ", amber")
        + (progress.verdict().missed() ? ", missed: red" : "")
        + lead(state);
  }

  private static String lead(Conversation.Started state) {
    return state.progress().lead().isPresent() ? ", lead open" : "";
  }

  static String words(Enum<?> key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String clock(Instant moment) {
    String time = moment.atOffset(ZoneOffset.UTC).format(CLOCK);
    String day = moment.isBefore(TranscriptPlayer.TOMORROW) ? "" : "tomorrow ";
    return day + (time.endsWith(".000") ? time.substring(0, 8) : time);
  }
}
