package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.TeamChat;
import java.util.Map;
import java.util.Optional;

/// Private hints and offers, direct messages, reactions, and calls that are taken back.
public final class DirectWork implements LaneWork {
  private final Desks desks;
  private final DeskWords words;

  /// Work on these desks.
  public DirectWork(Desks desks, DeskWords words) {
    this.desks = desks;
    this.words = words;
  }

  /// Where there is no thread (yet, or any more), there is nobody to show anything to.
  @Override
  public Delivery run(Started state, OwedEffect owed) {
    DeskRef desk = state.opening().desk();
    Optional<TeamChat> chat = desks.chatOf(desk);
    if (owed.effect() instanceof Effect.RetractCall(DeskRef where, var post)) {
      return desks.chatOf(where).map(there -> there.retract(where, post)).orElse(absent());
    }
    Optional<ThreadRef> thread = state.progress().thread();
    return chat.isEmpty() || thread.isEmpty()
        ? absent()
        : inThread(chat.get(), desk, thread.get(), state, owed.effect());
  }

  private Delivery inThread(
      TeamChat chat, DeskRef desk, ThreadRef thread, Started state, Effect effect) {
    return switch (effect) {
      case Effect.ConfirmNote(var post, var writer) -> {
        String text = words.text(state, TextKey.HINT_NOTE_KEPT, Map.of());
        yield chat.confirmNote(desk, thread, post, writer, text);
      }
      case Effect.Hint(var to, var key, Map<String, Object> arguments) ->
          chat.hint(desk, thread, to, words.text(state, key, arguments));
      case Effect.TellDirectly(var to, var key, Map<String, Object> arguments) ->
          chat.tell(desk, thread, to, words.text(state, key, arguments));
      case Effect.CallPerson(var to, var key, Map<String, Object> arguments) ->
          chat.callPerson(desk, thread, to, words.text(state, key, arguments), words.take(state));
      case Effect.OfferPromise(var to, var until) ->
          chat.offer(desk, thread, to, words.offer(state, until), words.promise(state, until));
      case Effect.RetractCall _,
          Effect.OpenThread _,
          Effect.Relay _,
          Effect.Rewrite _,
          Effect.ShowCard _,
          Effect.IndexThread _,
          Effect.Notice _,
          Effect.CallDesk _,
          Effect.Mail _,
          Effect.CallHook _,
          Effect.TellSite _ ->
          new Delivery.Refused("an effect of another lane");
    };
  }

  private static Delivery absent() {
    return new Delivery.Absent();
  }
}
