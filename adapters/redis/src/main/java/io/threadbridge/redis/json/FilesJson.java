package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SharedFile.Source;
import io.threadbridge.bridge.conversation.SharedFile.Standing;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a message inside other documents. Nothing is written where there are none, as in
/// documents that are older than files.
final class FilesJson {
  private static final String FILES = "files";

  private FilesJson() {}

  static ObjectNode write(ObjectNode node, List<SharedFile> files) {
    if (!files.isEmpty()) {
      node.set(FILES, Json.array(files, FilesJson::file));
    }
    return node;
  }

  static List<SharedFile> read(JsonNode node) {
    return node.has(FILES) ? Json.list(node, FILES, FilesJson::file) : List.of();
  }

  private static ObjectNode file(SharedFile file) {
    ObjectNode node = Json.object().put("id", file.id()).put("name", file.name());
    node.put("type", file.type()).put("size", file.size());
    switch (file.source()) {
      case Source.Kept(ConversationId in) -> node.put("keptIn", in.value());
      case Source.OnDesk(DeskRef desk, String reference) ->
          node.put("desk", desk.value()).put("reference", reference);
    }
    if (!file.stands().isEmpty()) {
      node.set("stands", Json.array(file.stands(), FilesJson::standing));
    }
    return node;
  }

  private static SharedFile file(JsonNode node) {
    return new SharedFile(
        Json.text(node, "id"),
        Json.text(node, "name"),
        Json.text(node, "type"),
        Json.number(node, "size"),
        source(node),
        node.has("stands") ? Json.list(node, "stands", FilesJson::standing) : List.of());
  }

  private static Source source(JsonNode node) {
    return node.has("keptIn")
        ? new Source.Kept(new ConversationId(Json.text(node, "keptIn")))
        : new Source.OnDesk(new DeskRef(Json.text(node, "desk")), Json.text(node, "reference"));
  }

  private static ObjectNode standing(Standing standing) {
    ObjectNode node = Json.object().put("post", standing.post().value());
    node.set("place", StaysJson.place(standing.place()));
    return node;
  }

  private static Standing standing(JsonNode node) {
    return new Standing(
        StaysJson.place(Json.required(node, "place")), new PostRef(Json.text(node, "post")));
  }
}
