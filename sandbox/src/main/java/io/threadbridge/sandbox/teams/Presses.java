package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Presses on cards: sent to the bot, and its answer shown to who pressed, or to all.
///
/// Takes the world's lock for itself, and never while the bot thinks.
public final class Presses {
  private static final String UNREACHABLE = "Unable to reach app. Please try again.";
  private static final String WRONG = "Something went wrong. Please try again.";

  private final TeamsWorld world;
  private final Activities activities;
  private final BotDelivery bot;
  private final Dialogs dialogs;
  private final TeamsShow show;

  /// @param isLocal whether the bot hears nothing of it
  private record Press(
      TeamsPerson person,
      TeamsConversation where,
      TeamsPost post,
      JsonNode action,
      ObjectNode data,
      boolean isLocal) {}

  Presses(
      TeamsWorld world,
      Activities activities,
      BotDelivery bot,
      Dialogs dialogs,
      ChangeListener page) {
    this.world = world;
    this.activities = activities;
    this.bot = bot;
    this.dialogs = dialogs;
    this.show = new TeamsShow(page);
  }

  /// Presses: `{"as","channel"|"chat","id","title"|"verb"|"action_id","inputs"?,"old_client"?}` →
  /// what the bot answered and what was shown.
  public ObjectNode press(JsonNode wish) {
    Press press;
    synchronized (world) {
      press = read(wish);
    }
    JsonNode action = press.action();
    if (press.isLocal()) {
      return Json.object().put("shown", "nothing").put("text", "");
    }
    boolean old = wish.path("old_client").asBoolean(false);
    if (Json.text(action, "type").equals("Action.Execute") && !old) {
      return execute(press);
    }
    if (Json.text(press.data().path("msteams"), "type").equals("task/fetch")) {
      return fetch(press);
    }
    return submit(press);
  }

  private Press read(JsonNode wish) {
    TeamsPerson person = TeamsHands.actor(world, wish);
    TeamsConversation where = TeamsHands.place(world, wish);
    TeamsPost post = TeamsHands.post(where, wish);
    if (post.isDeleted()) {
      throw new Refusal("message_not_found");
    }
    CardActions.Found found =
        CardActions.find(post.card(), wish).orElseThrow(() -> new Refusal("action_not_found"));
    JsonNode action = found.action();
    boolean falls = wish.path("old_client").asBoolean(false) && action.path("fallback").isObject();
    JsonNode seen = falls ? action.path("fallback") : action;
    CardActions.Found pressed = new CardActions.Found(seen, found.inputs());
    if (!pressed.isSent()) {
      return new Press(person, where, post, seen, Json.object(), true);
    }
    post.note(person.id(), "");
    return new Press(person, where, post, seen, pressed.data(wish.path("inputs")), false);
  }

  private ObjectNode execute(Press press) {
    ObjectNode value = Json.object().put("trigger", "manual");
    ObjectNode action = value.putObject("action").put("type", "Action.Execute");
    for (String name : new String[] {"title", "id", "verb"}) {
      if (Json.has(press.action(), name)) {
        action.put(name, Json.text(press.action(), name));
      }
    }
    action.set("data", press.data());
    BotDelivery.Heard heard = invoke("adaptiveCard/action", press, value);
    JsonNode answer = Json.parse(heard.body()).orElseGet(Json::object);
    if (heard.status() != 200) {
      return noted(press, heard, "error", UNREACHABLE);
    }
    JsonNode body = answer.path("value");
    return switch (Json.text(answer, "type")) {
      case "application/vnd.microsoft.card.adaptive" -> replaced(press, heard, body);
      case "application/vnd.microsoft.activity.message" ->
          noted(press, heard, "message", body.asString(""));
      case "application/vnd.microsoft.error" ->
          noted(
              press,
              heard,
              "error",
              Json.has(body, "message") ? Json.text(body, "message") : WRONG);
      default -> noted(press, heard, "error", WRONG);
    };
  }

  private BotDelivery.Heard invoke(String name, Press press, ObjectNode value) {
    ObjectNode activity;
    synchronized (world) {
      activity = activities.invoke(name, press.where(), press.post(), press.person(), value);
    }
    return bot.ask(activity);
  }

  private ObjectNode replaced(Press press, BotDelivery.Heard heard, JsonNode card) {
    synchronized (world) {
      press.post().replaceCard(card.deepCopy());
      show.post(press.where(), press.post());
    }
    return answer(heard, "card", "");
  }

  private ObjectNode noted(Press press, BotDelivery.Heard heard, String shown, String text) {
    synchronized (world) {
      press.post().note(press.person().id(), text);
      show.post(press.where(), press.post());
    }
    return answer(heard, shown, text);
  }

  private static ObjectNode answer(BotDelivery.Heard heard, String shown, String text) {
    ObjectNode answer = Json.object().put("status", heard.status()).put("shown", shown);
    answer.put("text", text);
    answer.set("response", Json.parse(heard.body()).orElseGet(Json::object));
    return answer;
  }

  private ObjectNode fetch(Press press) {
    ObjectNode value = Json.object();
    value.set("data", press.data());
    value.putObject("context").put("theme", "default");
    BotDelivery.Heard heard = invoke("task/fetch", press, value);
    Dialogs.Origin origin = new Dialogs.Origin(press.where(), press.post());
    return opened(press.person(), origin, heard);
  }

  private ObjectNode opened(TeamsPerson person, Dialogs.Origin origin, BotDelivery.Heard heard) {
    JsonNode task = Json.parse(heard.body()).orElseGet(Json::object).path("task");
    String text = "";
    synchronized (world) {
      boolean goesOn = heard.status() == 200 && Json.text(task, "type").equals("continue");
      if (goesOn) {
        dialogs.open(person, origin, task.path("value"));
      } else if (heard.status() == 200) {
        dialogs.close(person);
        text = task.path("value").asString("");
      } else {
        text = UNREACHABLE;
      }
      show.dialog(person.id());
      return answer(heard, goesOn ? "dialog" : text.isEmpty() ? "closed" : "message", text);
    }
  }

  /// Sends the open dialog: `{"as","inputs","title"?}` → as `press`.
  public ObjectNode submitDialog(JsonNode wish) {
    TeamsPerson person;
    Dialogs.Dialog dialog;
    ObjectNode activity;
    synchronized (world) {
      person = TeamsHands.actor(world, wish);
      dialog = dialogs.of(person).orElseThrow(() -> new Refusal("no_dialog"));
      CardActions.Found found =
          CardActions.find(dialog.card(), wish).orElseThrow(() -> new Refusal("action_not_found"));
      ObjectNode value = Json.object();
      value.set("data", found.data(wish.path("inputs")));
      value.putObject("context").put("theme", "default");
      Dialogs.Origin from = dialog.origin();
      activity = activities.invoke("task/submit", from.where(), from.post(), person, value);
    }
    return opened(person, dialog.origin(), bot.ask(activity));
  }

  /// Closes the open dialog without a word to the bot: `{"as"}`.
  public ObjectNode closeDialog(JsonNode wish) {
    synchronized (world) {
      TeamsPerson person = TeamsHands.actor(world, wish);
      dialogs.close(person);
      show.dialog(person.id());
    }
    return Json.object();
  }

  /// What an old client, or a card of old actions, sends: a message without words.
  private ObjectNode submit(Press press) {
    synchronized (world) {
      ObjectNode activity =
          activities.of(
              "message", press.where(), press.where().idFor(press.post()), press.person());
      activity.put("id", world.nextId()).put("replyToId", press.post().id());
      activity.set("value", press.data());
      bot.tell(activity, press.where().idFor(press.post()));
      show.post(press.where(), press.post());
      return Json.object().put("shown", "sent").put("text", "");
    }
  }
}
