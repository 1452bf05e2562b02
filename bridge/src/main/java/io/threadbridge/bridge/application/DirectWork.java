package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.TeamChat;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Private hints and offers, direct messages, reactions, and calls that are taken back.
public final class DirectWork implements LaneWork {
  private final Desks desks;
  private final DeskWords words;

  /// Work on these desks.
  public DirectWork(Desks desks, DeskWords words) {
    this.desks = desks;
    this.words = words;
  }

  @Override
  public Delivery run(Started state, OwedEffect owed) {
    return switch (owed.effect()) {
      case Effect.RetractCall(DeskRef where, var post) ->
          at(where, chat -> chat.retract(where, post));
      case Effect.RetractFile(Place place, var post) ->
          at(place.desk(), chat -> chat.takeBack(place.desk(), place.thread(), post));
      case Effect.ConfirmNote note -> confirmed(note, state);
      case Effect.HintIn(Place place, var to, var key) ->
          at(place.desk(), chat -> hintIn(chat, place, to, key, state));
      case Effect.Hint(var to, var key, Map<String, Object> arguments) ->
          here(
              state,
              (chat, place) ->
                  chat.hint(place.desk(), place.thread(), to, words.text(state, key, arguments)));
      case Effect.TellDirectly(var to, var key, Map<String, Object> arguments) ->
          direct(
              state,
              to,
              words.text(state, key, arguments),
              (chat, place, text) -> chat.tell(place.desk(), place.thread(), to, text));
      case Effect.CallPerson(var to, var key, Map<String, Object> arguments) ->
          direct(
              state,
              to,
              words.text(state, key, arguments),
              (chat, place, text) ->
                  chat.callPerson(place.desk(), place.thread(), to, text, words.take(state)));
      case Effect.OfferPromise(var to, var until) -> {
        String text = words.offer(state, until);
        Card.Action promise = words.promise(state, until);
        yield here(
            state, (chat, place) -> chat.offer(place.desk(), place.thread(), to, text, promise));
      }
      case Effect.OpenThread _,
          Effect.Relay _,
          Effect.Retell _,
          Effect.PassFile _,
          Effect.Rewrite _,
          Effect.ShowCard _,
          Effect.ShowMoved _,
          Effect.IndexThread _,
          Effect.Notice _,
          Effect.CallDesk _,
          Effect.Mail _,
          Effect.CallHook _,
          Effect.TellSite _,
          Effect.Count _,
          Effect.Publish _ ->
          new Delivery.Refused("an effect of another lane");
    };
  }

  /// One direct message on the platform of the conversation.
  private interface Telling {
    Delivery tell(TeamChat chat, Place place, String text);
  }

  /// Somebody of another platform than the conversation's is told there, with an address that leads
  /// here, where the conversation has been on their platform; what a button would do is done here.
  private Delivery direct(Started state, Staff to, String text, Telling telling) {
    String platform = to.id().substring(0, Math.max(0, to.id().indexOf(':')));
    if (platform.equals(state.desk().platform())) {
      return here(state, (chat, place) -> telling.tell(chat, place, text));
    }
    String link = desks.linkTo(state).map(uri -> " " + uri).orElse("");
    return state.progress().stays().earlier().reversed().stream()
        .filter(place -> place.desk().platform().equals(platform))
        .findFirst()
        .map(place -> at(place.desk(), c -> c.tell(place.desk(), place.thread(), to, text + link)))
        .orElseGet(() -> new Delivery.Refused("on another platform than the conversation"));
  }

  /// The note may stand in a thread that the conversation has left.
  private Delivery confirmed(Effect.ConfirmNote note, Started state) {
    DeskRef desk = note.desk().orElse(state.opening().desk());
    String text = words.text(state, TextKey.HINT_NOTE_KEPT, Map.of());
    Progress progress = state.progress();
    return progress
        .stays()
        .threadAt(desk, progress.thread())
        .map(thread -> at(desk, c -> c.confirmNote(desk, thread, note.post(), note.writer(), text)))
        .orElseGet(Delivery.Absent::new);
  }

  private Delivery hintIn(TeamChat chat, Place place, Staff to, TextKey key, Started state) {
    String text = words.text(state, key, Map.of("name", words.desk(state)));
    return desks
        .linkTo(state)
        .map(uri -> new Card.Link(uri.toString(), words.label(state, "card.goes-on", Map.of())))
        .map(there -> chat.hint(place.desk(), place.thread(), to, text, there))
        .orElseGet(() -> chat.hint(place.desk(), place.thread(), to, text));
  }

  private Delivery at(DeskRef desk, Function<TeamChat, Delivery> call) {
    return desks.chatOf(desk).map(call).orElseGet(Delivery.Absent::new);
  }

  /// Where there is no thread (yet, or any more), there is nobody to show anything to.
  private Delivery here(Started state, BiFunction<TeamChat, Place, Delivery> call) {
    return state
        .progress()
        .thread()
        .map(thread -> new Place(state.desk(), thread))
        .map(place -> at(place.desk(), chat -> call.apply(chat, place)))
        .orElseGet(Delivery.Absent::new);
  }
}
