package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The payloads of interactivity, as Slack sends them. Guarded by the workspace.
final class Payloads {
  private static final String TOKEN = "sandbox-verification-not-a-secret";

  private final Workspace workspace;
  private final Views views;
  private final ResponseUrls responses;

  Payloads(Workspace workspace, Views views, ResponseUrls responses) {
    this.workspace = workspace;
    this.views = views;
    this.responses = responses;
  }

  private ObjectNode payload(String type, Person person) {
    ObjectNode payload = Json.object().put("type", type).put("token", TOKEN);
    ObjectNode user = Json.object().put("id", person.id()).put("username", person.handle());
    payload.set("user", user.put("name", person.handle()).put("team_id", person.teamId()));
    payload.set("team", Json.object().put("id", SandboxIds.TEAM).put("domain", "sandbox"));
    payload.put("api_app_id", SandboxIds.APP).putNull("enterprise");
    return payload.put("is_enterprise_install", false);
  }

  private Person actor(JsonNode wish) {
    return workspace.person(Json.has(wish, "as") ? Json.text(wish, "as") : SandboxIds.ANNA);
  }

  private String now() {
    long now = workspace.now();
    return "%d.%06d".formatted(now / 1_000, now % 1_000 * 1_000);
  }

  ObjectNode blockActions(JsonNode wish, String base) {
    Person person = actor(wish);
    ObjectNode payload = payload("block_actions", person);
    payload.put("trigger_id", views.trigger(person.id()));
    JsonNode blocks =
        Json.has(wish, "ts")
            ? onMessage(payload, wish, person, base)
            : onView(payload, wish, person);
    ObjectNode action =
        Elements.find(blocks, wish).orElseThrow(() -> new Refusal("no_such_action"));
    Elements.choose(action, wish.path("value"));
    payload.putArray("actions").add(action.put("action_ts", now()));
    payload.putObject("state").set("values", Elements.state(blocks, Json.object()));
    return payload;
  }

  /// Of a post that only one person sees Slack tells no more than when it was made.
  private JsonNode onMessage(ObjectNode payload, JsonNode wish, Person person, String base) {
    Channel channel = workspace.channel(Json.text(wish, "channel"));
    ObjectNode message = message(channel, Json.text(wish, "ts"), person.id());
    String ts = Json.text(message, "ts");
    String thread = Json.text(message, "thread_ts");
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", ts).put("channel_id", channel.id());
    boolean ephemeral = message.path("is_ephemeral").asBoolean(false);
    container.put("is_ephemeral", ephemeral);
    if (!thread.isEmpty() && !ephemeral) {
      container.put("thread_ts", thread);
    }
    payload.set("channel", channelStub(channel));
    if (!ephemeral) {
      payload.set("message", message);
    }
    String reply = thread.equals(ts) ? "" : thread;
    payload.put("response_url", base + responses.open(channel, person.id(), ts, reply));
    return message.path("blocks");
  }

  private static ObjectNode channelStub(Channel channel) {
    String name = channel.kind() == Channel.Kind.DIRECT ? "directmessage" : channel.name();
    return Json.object().put("id", channel.id()).put("name", name);
  }

  private static ObjectNode message(Channel channel, String ts, String reader) {
    Message message = channel.find(ts);
    if (message != null) {
      return message.copy();
    }
    return channel.ephemerals().stream()
        .filter(each -> Json.text(each, "ts").equals(ts))
        .filter(each -> Json.text(each, "ephemeral_to").equals(reader))
        .findFirst()
        .map(ObjectNode::deepCopy)
        .orElseThrow(() -> new Refusal("message_not_found"));
  }

  private JsonNode onView(ObjectNode payload, JsonNode wish, Person person) {
    Optional<ObjectNode> view =
        wish.path("home").asBoolean(false)
            ? Optional.ofNullable(views.home(person.id()))
            : views.top(person.id());
    ObjectNode shown = view.orElseThrow(() -> new Refusal("view_not_found")).deepCopy();
    ObjectNode container = payload.putObject("container").put("type", "view");
    container.put("view_id", Json.text(shown, "id"));
    payload.set("view", shown);
    return shown.path("blocks");
  }

  /// Commands and shortcuts belong to members; a partner in a shared channel has only buttons.
  private Person member(JsonNode wish) {
    Person person = actor(wish);
    if (person.kind() == Person.Kind.STRANGER) {
      throw new Refusal("not_for_external_people");
    }
    return person;
  }

  ObjectNode shortcut(JsonNode wish, String base) {
    Person person = member(wish);
    boolean global = !Json.has(wish, "ts");
    ObjectNode payload = payload(global ? "shortcut" : "message_action", person);
    payload.put("callback_id", Json.text(wish, "callback_id")).put("action_ts", now());
    payload.put("trigger_id", views.trigger(person.id()));
    if (global) {
      return payload;
    }
    Channel channel = workspace.channel(Json.text(wish, "channel"));
    ObjectNode message = message(channel, Json.text(wish, "ts"), person.id());
    payload.put("message_ts", Json.text(message, "ts")).set("message", message);
    payload.set("channel", channelStub(channel));
    String thread = Json.text(message, "thread_ts");
    String url = responses.open(channel, person.id(), "", thread);
    return payload.put("response_url", base + url);
  }

  ObjectNode command(JsonNode wish, String base) {
    Person person = member(wish);
    Channel channel = workspace.channel(Json.text(wish, "channel"));
    ObjectNode payload = Json.object().put("token", TOKEN).put("team_id", SandboxIds.TEAM);
    payload.put("team_domain", "sandbox").put("channel_id", channel.id());
    payload.setAll(channelName(channel));
    payload.put("user_id", person.id()).put("user_name", person.handle());
    payload.put("command", Json.text(wish, "command")).put("text", Json.text(wish, "text"));
    payload.put("api_app_id", SandboxIds.APP).put("is_enterprise_install", "false");
    payload.put("response_url", base + responses.open(channel, person.id(), "", ""));
    return payload.put("trigger_id", views.trigger(person.id()));
  }

  private static ObjectNode channelName(Channel channel) {
    return Json.object().put("channel_name", Json.text(channelStub(channel), "name"));
  }

  ObjectNode submission(JsonNode wish, String base) {
    Person person = actor(wish);
    ObjectNode view = views.top(person.id()).orElseThrow(() -> new Refusal("view_not_found"));
    ObjectNode payload = payload("view_submission", person);
    payload.put("trigger_id", views.trigger(person.id()));
    ObjectNode shown = view.deepCopy();
    JsonNode values = wish.path("values");
    shown.putObject("state").set("values", Elements.state(shown.path("blocks"), values));
    payload.set("view", shown);
    payload.set("response_urls", urls(shown, person, base));
    return payload;
  }

  private JsonNode urls(ObjectNode view, Person person, String base) {
    boolean wanted =
        Stream.of(view.path("blocks"))
            .flatMap(JsonNode::valueStream)
            .anyMatch(block -> block.path("element").path("response_url_enabled").asBoolean(false));
    Channel channel = workspace.direct(person.id());
    return wanted
        ? Json.array()
            .add(
                Json.object()
                    .put("channel_id", channel.id())
                    .put("response_url", base + responses.open(channel, person.id(), "", "")))
        : Json.array();
  }

  ObjectNode closed(String user, ObjectNode view) {
    ObjectNode payload = payload("view_closed", workspace.person(user)).put("is_cleared", false);
    payload.set("view", view.deepCopy());
    return payload;
  }
}
