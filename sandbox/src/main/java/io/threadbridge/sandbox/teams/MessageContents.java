package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What people write and attach, as an activity has it: words, their HTML twin in which pictures
/// and files have their place, and the attachments.
final class MessageContents {
  static final int MAX_FILES = 10;
  static final int MAX_TEXT = 28_000;

  private static final String FILE = "application/vnd.microsoft.teams.file.download.info";
  private static final String SITE =
      "https://lampsandmore.sharepoint.example/sites/lamps/Shared%20Documents/";

  private final TeamsWorld world;
  private final TeamsImages images;

  MessageContents(TeamsWorld world, TeamsImages images) {
    this.world = world;
    this.images = images;
  }

  /// A new message: `{"text","html"?,"images"?,"files"?}`.
  ObjectNode of(JsonNode wish, TeamsConversation where) {
    ArrayNode attached = Json.array();
    limited(wish.path("images")).forEach(each -> picture(each, attached));
    limited(wish.path("files")).forEach(each -> file(each, where, attached));
    return with(wish, attached);
  }

  /// Other words for a message: what was attached to it stays.
  ObjectNode changed(JsonNode wish, JsonNode before) {
    ArrayNode attached = Json.array();
    for (JsonNode each : before.path("attachments")) {
      if (!Json.text(each, "contentType").equals("text/html")) {
        attached.add(each.deepCopy());
      }
    }
    return with(wish, attached);
  }

  private ObjectNode with(JsonNode wish, ArrayNode attached) {
    String text = Json.text(wish, "text");
    if (text.length() > MAX_TEXT) {
      throw new Refusal("text_too_long");
    }
    StringBuilder places = new StringBuilder();
    attached.forEach(each -> places.append(place(each)));
    ObjectNode content = Markup.of(text, world.people(), places.toString());
    JsonNode twin = content.path("attachments").path(0);
    if (Json.has(wish, "html")) {
      ((ObjectNode) twin).put("content", Json.text(wish, "html"));
    }
    attached.add(twin);
    content.set("attachments", attached);
    return content;
  }

  private static JsonNode limited(JsonNode list) {
    if (list.size() > MAX_FILES) {
      throw new Refusal("too_many_files");
    }
    return list;
  }

  /// A picture in the text: for bots behind the connector, for everybody else at another host.
  private void picture(JsonNode wish, ArrayNode attached) {
    TeamsImages.Stored file = images.keep(Json.text(wish, "name"), Json.text(wish, "base64"));
    String url = world.serviceUrl() + "v3/attachments/" + file.id() + "/views/original";
    attached.addObject().put("contentType", "image/*").put("contentUrl", url);
  }

  /// A file: a reference to SharePoint in a channel, an address for a while in a chat.
  private void file(JsonNode wish, TeamsConversation where, ArrayNode attached) {
    String name = Json.text(wish, "name");
    TeamsImages.Stored file = images.keep(name, Json.text(wish, "base64"));
    ObjectNode attachment = attached.addObject().put("name", name);
    attachment.put("contentUrl", SITE + file.id());
    if (!where.isChat()) {
      attachment.put("contentType", "reference").put("id", UUID.randomUUID().toString());
      return;
    }
    ObjectNode content = attachment.put("contentType", FILE).putObject("content");
    content.put("downloadUrl", world.base() + TeamsImages.SEEN + file.id());
    content.put("uniqueId", file.id());
    content.put("fileType", name.substring(name.lastIndexOf('.') + 1));
  }

  /// Where it stands among the words.
  private static String place(JsonNode attachment) {
    String[] path = Json.text(attachment, "contentUrl").split("/", -1);
    return switch (Json.text(attachment, "contentType")) {
      case "image/*" ->
          "<p><img itemscope=\"\" itemtype=\"http://schema.skype.com/AMSImage\""
              + (" src=\"https://us-api.asm.skype.com/v1/objects/" + path[path.length - 3])
              + "/views/imgo\" alt=\"image\"></p>";
      case "reference" -> "<attachment id=\"" + Json.text(attachment, "id") + "\"></attachment>";
      default -> "";
    };
  }
}
