package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which messages show which files. Guarded by the workspace.
final class FileShares {
  private static final Pattern PERMALINK = Pattern.compile(Files.PATH + "seen/(F[A-Z0-9]+)");
  private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif");

  private final Workspace workspace;
  private final Files files;
  private final Posts posts;

  FileShares(Workspace workspace, Files files, Posts posts) {
    this.workspace = workspace;
    this.files = files;
    this.posts = posts;
  }

  /// Refuses a message's blocks with a `slack_file` that is no image, or not there yet.
  void check(JsonNode blocks) {
    check(blocks, "invalid_blocks");
  }

  /// The same of a modal's or home tab's.
  void checkView(JsonNode view) {
    check(view.path("blocks"), "invalid_arguments");
  }

  private void check(JsonNode blocks, String error) {
    for (JsonNode named : blocks.findValues("slack_file")) {
      boolean shown =
          files
              .find(Json.text(named, "id"))
              .filter(file -> file.isComplete() && !file.isDeleted())
              .filter(file -> IMAGES.contains(Json.text(file.json(), "mimetype")))
              .isPresent();
      if (!shown) {
        ObjectNode extra = Json.object();
        extra.putObject("response_metadata").putArray("messages").add("[ERROR] invalid slack file");
        throw new Refusal(error, extra);
      }
    }
  }

  /// Puts into a post of our bot's the files whose permalinks stand in it; Slack does so where the
  /// file's owner posts under their own name.
  List<Files.Stored> linked(ObjectNode body) {
    if (Json.has(body, "username") || !Json.text(body, "user").equals(SandboxIds.BOT_USER)) {
      return List.of();
    }
    List<Files.Stored> shared = new ArrayList<>();
    Matcher link = PERMALINK.matcher(Json.write(body));
    while (link.find()) {
      files
          .find(link.group(1))
          .filter(file -> file.isComplete() && !file.isDeleted() && !shared.contains(file))
          .filter(file -> Json.text(file.json(), "user").equals(SandboxIds.BOT_USER))
          .ifPresent(shared::add);
    }
    if (!shared.isEmpty()) {
      show(body, shared);
    }
    return shared;
  }

  static void show(ObjectNode body, List<Files.Stored> shared) {
    ArrayNode list = body.putArray("files");
    shared.forEach(file -> list.add(file.json().deepCopy()));
  }

  /// Notes on each file where it was shared.
  static void note(Channel channel, Message message, List<Files.Stored> shared) {
    for (Files.Stored file : shared) {
      file.json().withArray("channels").add(channel.id());
      ObjectNode share = Json.object().put("ts", message.ts()).put("channel_name", channel.name());
      if (message.isReply()) {
        share.put("thread_ts", message.threadTs());
      }
      String group = channel.kind() == Channel.Kind.PUBLIC ? "public" : "private";
      file.json().withObject("shares").withObject(group).withArray(channel.id()).add(share);
    }
  }

  /// Leaves of a deleted file but a tombstone, in every message that shows it.
  void bury(String file) {
    for (Channel channel : workspace.channels()) {
      for (Message message : channel.all()) {
        if (shows(message, file)) {
          posts.change(channel, message, body -> bury(body, file));
        }
      }
    }
  }

  private static boolean shows(Message message, String file) {
    return message
        .body()
        .path("files")
        .valueStream()
        .anyMatch(each -> Json.text(each, "id").equals(file));
  }

  private static void bury(ObjectNode body, String file) {
    ArrayNode list = body.withArray("files");
    for (int i = 0; i < list.size(); i++) {
      if (Json.text(list.get(i), "id").equals(file)) {
        list.set(i, Json.object().put("id", file).put("mode", "tombstone"));
      }
    }
  }
}
