package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import io.threadbridge.slack.SlackHappening.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads presses of buttons and choices in menus.
///
/// A button of ours stands on a card of ours, so its thread is ours; one in a direct message, or in
/// a post that only one person sees, says in its value which thread it is about.
final class SlackActions {
  private SlackActions() {}

  static SlackHappening read(JsonObject payload, SlackIdentity self) {
    for (JsonObject action : SlackJson.objects(payload, "actions")) {
      Optional<Deed> deed = ActionBlocks.deed(SlackJson.text(action, "action_id"));
      Optional<Instant> at = SlackTime.read(SlackJson.text(action, "action_ts"));
      if (deed.isPresent() && at.isPresent()) {
        ButtonValue value = ButtonValue.read(chosen(action));
        return value
            .place()
            .or(() -> here(payload))
            .map(thread -> read(payload, action, deed.get(), value, thread, at.get(), self))
            .orElseGet(() -> new Nothing("a button that is on no message"));
      }
    }
    return new Nothing("a button that is not ours");
  }

  /// The value of a button, of the choice in a menu, or the id of the person picked.
  private static String chosen(JsonObject action) {
    return SlackJson.maybe(action, "selected_user")
        .or(() -> SlackJson.maybe(SlackJson.object(action, "selected_option"), "value"))
        .orElseGet(() -> SlackJson.text(action, "value"));
  }

  private static Optional<Place> here(JsonObject payload) {
    JsonObject container = SlackJson.object(payload, "container");
    String channel = SlackJson.text(container, "channel_id");
    String card =
        SlackJson.maybe(container, "thread_ts")
            .orElseGet(() -> SlackJson.text(container, "message_ts"));
    return channel.isEmpty() || !SlackTime.isMoment(card)
        ? Optional.empty()
        : Optional.of(new Place(channel, card));
  }

  private static SlackHappening read(
      JsonObject payload,
      JsonObject action,
      Deed deed,
      ButtonValue value,
      Place thread,
      Instant at,
      SlackIdentity self) {
    JsonObject person = SlackJson.object(payload, "user");
    String user = SlackJson.text(person, "id");
    if (deed == Deed.BACK_IN && value.value().equals(ActionBlocks.OTHER)) {
      return new SlackHappening.AsksHowLong(thread, user, SlackJson.text(payload, "trigger_id"));
    }
    Optional<Act> act = act(deed, value.value(), at);
    if (act.isEmpty()) {
      return new Nothing("a menu in which nothing was chosen");
    }
    boolean foreign = SlackTranslator.isForeign(SlackJson.text(person, "team_id"), self);
    String moment = SlackJson.text(action, "action_ts");
    String what = "button:" + user + ":" + moment + ":" + ActionBlocks.actionId(deed);
    InThread done =
        new InThread(
            SlackTranslator.id(thread.channel(), thread.thread(), what),
            thread.channel(),
            thread.thread(),
            true,
            user,
            foreign,
            at,
            act.get());
    return value.place().isPresent() ? once(payload, done) : done;
  }

  /// What the press asks for; empty where a menu was only left.
  private static Optional<Act> act(Deed deed, String value, Instant at) {
    return switch (deed) {
      case BACK_IN ->
          value.isEmpty()
              ? Optional.empty()
              : PromiseTime.carried(value, at)
                  .map(SlackActions::promised)
                  .or(() -> Optional.of(new Act.Misspelt(SlackWords.Word.BACK_USAGE)));
      case HAND_OVER -> Optional.of(value).filter(user -> !user.isEmpty()).map(Act.HandedOver::new);
      case MOVE -> Optional.of(value).filter(desk -> !desk.isEmpty()).map(Act.Moved::new);
      case CLAIM, TAKE, CLOSE, NOTHING_OWED, ASK_CONTACT, CLARIFY, LEAD_DONE ->
          Optional.of(new Act.Did(deed));
    };
  }

  private static Act promised(PromiseTime.Carried time) {
    return switch (time) {
      case PromiseTime.Carried.For(Duration length) -> new Act.BackIn(length);
      case PromiseTime.Carried.Until(Instant moment) -> new Act.BackAt(moment);
    };
  }

  /// A post that only one person sees goes away with its button, a direct message loses only the
  /// button.
  private static SlackHappening once(JsonObject payload, InThread done) {
    boolean ephemeral = SlackJson.flag(SlackJson.object(payload, "container"), "is_ephemeral");
    JsonObject message = SlackJson.object(payload, "message");
    List<JsonObject> stays =
        SlackJson.objects(message, "blocks").stream()
            .filter(block -> !ephemeral && !SlackJson.text(block, "type").equals("actions"))
            .toList();
    return new SlackHappening.PressedOnce(
        done, SlackJson.text(payload, "response_url"), SlackJson.text(message, "text"), stays);
  }
}
