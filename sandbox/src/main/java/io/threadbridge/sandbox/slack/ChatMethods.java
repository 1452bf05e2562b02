package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.POSTING;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.SPECIAL;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_3;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_4;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `chat.*`: what our bot says, changes and takes back.
final class ChatMethods {
  static final int MAX_UPDATE_TEXT = 4_000;
  static final int MAX_ATTACHMENTS = 100;

  /// Slack names no number for metadata; this is the sandbox's own.
  static final int MAX_METADATA = 8_000;

  private final Workspace workspace;
  private final Posts posts;
  private final FileShares shares;
  private final Names names;
  private final Scopes scopes;
  private final Counters counters;

  ChatMethods(
      Workspace workspace,
      Posts posts,
      FileShares shares,
      Names names,
      Scopes scopes,
      Counters counters) {
    this.workspace = workspace;
    this.posts = posts;
    this.shares = shares;
    this.names = names;
    this.scopes = scopes;
    this.counters = counters;
  }

  List<WebMethod> methods() {
    String write = "chat:write";
    return List.of(
        new WebMethod("chat.postMessage", POSTING, write, this::post),
        new WebMethod("chat.update", TIER_3, write, this::update),
        new WebMethod("chat.delete", TIER_3, write, this::delete),
        new WebMethod("chat.postEphemeral", TIER_4, write, this::postEphemeral),
        new WebMethod("chat.getPermalink", SPECIAL, "", this::permalink));
  }

  private ObjectNode post(Call call) {
    Channel channel = writable(call.required("channel", "channel_not_found"));
    ObjectNode body = authored(call, content(call, Json.object().put("type", "message")));
    if (!Json.has(body, "text") && !body.has("blocks") && !body.has("attachments")) {
      throw new Refusal("no_text");
    }
    if (call.has("thread_ts")) {
      body.put("thread_ts", call.text("thread_ts"));
      if (call.flag("reply_broadcast")) {
        body.put("subtype", "thread_broadcast");
      }
    }
    List<Files.Stored> linked = shares.linked(body);
    Message message = posts.post(channel, body);
    FileShares.note(channel, message, linked);
    counters.posted(channel.id(), workspace.now());
    ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
    answer.set("message", message.shown(true));
    return answer;
  }

  /// The channel, or the direct message with a user, if our bot may write there.
  private Channel writable(String id) {
    Channel channel =
        id.startsWith("U") || id.startsWith("W")
            ? workspace.direct(workspace.person(id).id())
            : workspace.visible(id);
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    if (!channel.hasBot()) {
      throw new Refusal("not_in_channel");
    }
    return channel;
  }

  private ObjectNode content(Call call, ObjectNode body) {
    body.put("text", call.has("text") ? call.text("text") : call.text("markdown_text"));
    Optional<JsonNode> blocks = call.json("blocks", "invalid_blocks_format");
    blocks.ifPresent(given -> body.set("blocks", BlockRules.message(given, names)));
    blocks.ifPresent(shares::check);
    Optional<JsonNode> attachments = call.json("attachments", "invalid_attachments");
    attachments.ifPresent(
        given -> {
          if (given.size() > MAX_ATTACHMENTS) {
            throw new Refusal("too_many_attachments");
          }
          body.set("attachments", given.deepCopy());
        });
    metadata(call).ifPresent(given -> body.set("metadata", given.deepCopy()));
    return body;
  }

  private static Optional<JsonNode> metadata(Call call) {
    Optional<JsonNode> metadata = call.json("metadata", "invalid_metadata_format");
    metadata.ifPresent(
        given -> {
          if (!Json.has(given, "event_type") || !given.path("event_payload").isObject()) {
            throw new Refusal("invalid_metadata_schema");
          }
          if (Json.write(given).length() > MAX_METADATA) {
            throw new Refusal("metadata_too_large");
          }
        });
    return metadata;
  }

  /// Signs the post as our bot, or under the name and picture that the call asks for.
  private ObjectNode authored(Call call, ObjectNode body) {
    Person bot = workspace.person(SandboxIds.BOT_USER);
    body.put("bot_id", SandboxIds.BOT).put("app_id", SandboxIds.APP).put("team", SandboxIds.TEAM);
    boolean picture = call.has("icon_url") || call.has("icon_emoji");
    if (!call.has("username") && !picture) {
      body.put("user", SandboxIds.BOT_USER);
      body.set("bot_profile", bot.botProfile());
      return body;
    }
    scopes.require("chat:write.customize");
    body.put("subtype", "bot_message");
    body.put("username", call.has("username") ? call.text("username") : bot.realName());
    if (call.has("icon_emoji")) {
      body.putObject("icons").put("emoji", call.text("icon_emoji"));
    } else if (picture) {
      body.putObject("icons").put("image_48", call.text("icon_url"));
    }
    return body;
  }

  private ObjectNode update(Call call) {
    Channel channel = writable(call.required("channel", "channel_not_found"));
    Message message =
        ours(channel, call.required("ts", "message_not_found"), "cant_update_message");
    if (call.text("text").length() > MAX_UPDATE_TEXT) {
      throw new Refusal("msg_too_long");
    }
    ObjectNode content = content(call, Json.object());
    if (!call.has("text") && !content.has("blocks") && !content.has("attachments")) {
      throw new Refusal("no_text");
    }
    posts.change(
        channel,
        message,
        body -> {
          // Slack drops blocks that an update with new text does not bring.
          body.remove(List.of("blocks", "attachments"));
          JsonNode oldText = body.path("text");
          body.setAll(content);
          if (!call.has("text")) {
            body.set("text", oldText);
          }
          ObjectNode edited = body.putObject("edited").put("user", SandboxIds.BOT_USER);
          edited.put("ts", channel.nextTs(workspace.now()));
        });
    ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
    answer.put("text", Json.text(message.body(), "text"));
    answer.set("message", message.shown(true));
    return answer;
  }

  private static Message ours(Channel channel, String ts, String otherwise) {
    Message message = channel.find(ts);
    if (message == null || message.isTombstone()) {
      throw new Refusal("message_not_found");
    }
    if (!message.isOurs()) {
      throw new Refusal(otherwise);
    }
    return message;
  }

  private ObjectNode delete(Call call) {
    Channel channel = writable(call.required("channel", "channel_not_found"));
    Message message =
        ours(channel, call.required("ts", "message_not_found"), "cant_delete_message");
    posts.delete(channel, message);
    return Json.object().put("channel", channel.id()).put("ts", message.ts());
  }

  private ObjectNode postEphemeral(Call call) {
    Channel channel = writable(call.required("channel", "channel_not_found"));
    Person reader = workspace.person(call.required("user", "user_not_found"));
    if (!channel.members().contains(reader.id())) {
      throw new Refusal("user_not_in_channel");
    }
    ObjectNode body = authored(call, content(call, Json.object().put("type", "message")));
    if (!Json.has(body, "text") && !body.has("blocks") && !body.has("attachments")) {
      throw new Refusal("no_text");
    }
    if (call.has("thread_ts")) {
      body.put("thread_ts", call.text("thread_ts"));
    }
    return Json.object().put("message_ts", posts.hint(channel, reader.id(), body));
  }

  private ObjectNode permalink(Call call) {
    Channel channel = workspace.visible(call.required("channel", "channel_not_found"));
    Message message = channel.find(call.required("message_ts", "message_not_found"));
    if (message == null) {
      throw new Refusal("message_not_found");
    }
    // The page's own address, so that a link in a post opens the right thread.
    String thread = message.isReply() ? message.threadTs() : message.ts();
    String link = call.base() + "/sandbox/?channel=" + channel.id() + "&thread=" + thread;
    return Json.object()
        .put("channel", channel.id())
        .put("permalink", link + "&ts=" + message.ts());
  }
}
