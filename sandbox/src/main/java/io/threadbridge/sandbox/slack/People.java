package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people do in the workspace with their own hands: write, edit, delete, react.
///
/// A wish is the control API's JSON; `as` is the user who acts. Guarded by the workspace.
public final class People {
  static final int MAX_FILES = 10;

  private final Workspace workspace;
  private final Posts posts;
  private final Files files;
  private final FileMethods sharing;
  private final Names names;

  People(Workspace workspace, Posts posts, Files files, FileMethods sharing, Names names) {
    this.workspace = workspace;
    this.posts = posts;
    this.files = files;
    this.sharing = sharing;
    this.names = names;
  }

  private Person actor(JsonNode wish) {
    return workspace.person(Json.has(wish, "as") ? Json.text(wish, "as") : SandboxIds.ANNA);
  }

  private Channel channel(JsonNode wish) {
    String id = Json.text(wish, "channel");
    return workspace.channel(id.isEmpty() ? SandboxIds.WEBSITE_CHAT : id);
  }

  private static Message message(Channel channel, JsonNode wish) {
    Message message = channel.find(Json.text(wish, "ts"));
    if (message == null || message.isTombstone()) {
      throw new Refusal("message_not_found");
    }
    return message;
  }

  /// Posts: `{"as","channel","text","thread_ts"?,"broadcast"?,"files"?}` → the message.
  public ObjectNode post(JsonNode wish, String base) {
    Person person = actor(wish);
    Channel channel = channel(wish);
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    ObjectNode body = Json.object().put("type", "message").put("user", person.id());
    body.put("client_msg_id", UUID.randomUUID().toString()).put("team", person.teamId());
    sign(person, body);
    Typed.write(workspace, Json.text(wish, "text"), names.next("b"), body);
    if (Json.has(wish, "thread_ts")) {
      body.put("thread_ts", Json.text(wish, "thread_ts"));
    }
    if (wish.path("broadcast").asBoolean(false)) {
      body.put("subtype", "thread_broadcast");
    }
    Message message =
        wish.path("files").isEmpty()
            ? posts.post(channel, body)
            : sharing.attach(channel, body, stored(wish, person, base));
    return answer(channel, message);
  }

  private static void sign(Person person, ObjectNode body) {
    if (person.isBot()) {
      body.put("bot_id", person.botId()).put("app_id", person.appId());
      body.set("bot_profile", person.botProfile());
    }
    if (person.kind() == Person.Kind.STRANGER) {
      body.put("user_team", person.teamId()).put("source_team", person.teamId());
    }
  }

  private List<Files.Stored> stored(JsonNode wish, Person person, String base) {
    List<Files.Stored> stored = new ArrayList<>();
    for (JsonNode each : wish.path("files")) {
      if (stored.size() >= MAX_FILES) {
        throw new Refusal("too_many_files");
      }
      Files.Stored file = files.announce(Json.text(each, "name"), person.id(), base);
      files.upload(file, Base64.getDecoder().decode(Json.text(each, "base64")));
      file.complete();
      if (each.path("external").booleanValue(false)) {
        file.keepElsewhere();
      }
      stored.add(file);
    }
    return stored;
  }

  private static ObjectNode answer(Channel channel, Message message) {
    ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
    answer.set("message", message.copy());
    return answer;
  }

  /// Edits: `{"as","channel","ts","text"}`: only one's own messages.
  public ObjectNode edit(JsonNode wish) {
    Channel channel = channel(wish);
    Message message = own(channel, wish);
    posts.change(
        channel,
        message,
        body -> {
          Typed.write(workspace, Json.text(wish, "text"), names.next("b"), body);
          ObjectNode edited = body.putObject("edited").put("user", message.author());
          edited.put("ts", channel.nextTs(workspace.now()));
        });
    return answer(channel, message);
  }

  private Message own(Channel channel, JsonNode wish) {
    Message message = message(channel, wish);
    if (!message.author().equals(actor(wish).id())) {
      throw new Refusal("not_your_message");
    }
    return message;
  }

  /// Deletes: `{"as","channel","ts"}`: one's own messages, and for the manager everybody's.
  public ObjectNode delete(JsonNode wish) {
    Channel channel = channel(wish);
    boolean manager = actor(wish).kind() == Person.Kind.MANAGER;
    Message message = manager ? message(channel, wish) : own(channel, wish);
    posts.delete(channel, message);
    return answer(channel, message);
  }

  /// Deletes a file that one posted oneself: `{"as","file"}`.
  public ObjectNode deleteFile(JsonNode wish) {
    Files.Stored file =
        files
            .find(Json.text(wish, "file"))
            .filter(each -> !each.isDeleted())
            .orElseThrow(() -> new Refusal("file_not_found"));
    if (!Json.text(file.json(), "user").equals(actor(wish).id())) {
      throw new Refusal("not_your_file");
    }
    sharing.remove(file);
    return Json.object().put("file", file.id());
  }

  /// Reacts: `{"as","channel","ts","name","remove"?}`.
  public ObjectNode react(JsonNode wish) {
    Channel channel = channel(wish);
    Message message = message(channel, wish);
    boolean add = !wish.path("remove").asBoolean(false);
    posts.react(channel, message, Json.text(wish, "name"), actor(wish).id(), add);
    return answer(channel, message);
  }
}
