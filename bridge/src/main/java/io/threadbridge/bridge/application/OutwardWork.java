package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.HookCall;
import io.threadbridge.bridge.port.Hooks;
import io.threadbridge.bridge.port.MailOut;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SiteDoor;
import io.threadbridge.bridge.port.VisitorMail;
import java.time.InstantSource;
import java.util.List;

/// What leaves the desk: mail to the visitor, webhooks, and news for the site.
public final class OutwardWork {
  private OutwardWork() {}

  /// Mail to visitors.
  public static LaneWork mail(ConversationStore store, MailOut mails) {
    return (state, owed) ->
        owed.effect() instanceof Effect.Mail mail
            ? mails.send(mailOf(state, owed, mail, store))
            : otherLane();
  }

  /// Webhooks.
  public static LaneWork hooks(Hooks hooks, InstantSource clock) {
    return (state, owed) ->
        owed.effect() instanceof Effect.CallHook
            ? hooks.call(
                new HookCall(
                    id(state, owed),
                    state.id(),
                    state.opening().site(),
                    state.opening().visitor().shownName(),
                    since(state, owed),
                    clock.instant()))
            : otherLane();
  }

  /// News for the site.
  public static LaneWork site(SiteDoor door) {
    return (state, owed) -> {
      if (!(owed.effect() instanceof Effect.TellSite tell)) {
        return otherLane();
      }
      door.tell(state.opening().site(), id(state, owed), state.id(), tell.news(), owed.since());
      return new Delivery.Done(new PostRef("site"));
    };
  }

  private static VisitorMail mailOf(
      Started state, OwedEffect owed, Effect.Mail mail, ConversationStore store) {
    List<Message> unread =
        store.transcript(state.id(), mail.after(), mail.upTo() - mail.after()).stream()
            .filter(message -> message.author() instanceof Author.OfStaff)
            .filter(message -> !message.deleted())
            .toList();
    return new VisitorMail(
        id(state, owed),
        state.id(),
        state.opening().site(),
        mail.address(),
        state.opening().language(),
        unread);
  }

  private static java.time.Instant since(Started state, OwedEffect owed) {
    return state instanceof Conversation.Waiting waiting ? waiting.clock().since() : owed.since();
  }

  private static String id(Started state, OwedEffect owed) {
    return state.id().value() + ":" + owed.id();
  }

  private static Delivery otherLane() {
    return new Delivery.Refused("an effect of another lane");
  }
}
