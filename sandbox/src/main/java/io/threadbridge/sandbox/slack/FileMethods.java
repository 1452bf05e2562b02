package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_4;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `files.*`: the three steps of an upload, and what is known of a file.
final class FileMethods {
  private final Workspace workspace;
  private final Files files;
  private final Posts posts;
  private final FileShares shares;

  FileMethods(Workspace workspace, Files files, Posts posts, FileShares shares) {
    this.workspace = workspace;
    this.files = files;
    this.posts = posts;
    this.shares = shares;
  }

  List<WebMethod> methods() {
    return List.of(
        new WebMethod("files.getUploadURLExternal", TIER_4, "files:write", this::announce),
        new WebMethod("files.completeUploadExternal", TIER_4, "files:write", this::complete),
        new WebMethod("files.info", TIER_4, "files:read", this::info),
        new WebMethod("files.delete", TIER_4, "files:write", this::delete));
  }

  private ObjectNode announce(Call call) {
    String name = call.required("filename");
    int length = call.number("length", 0, Integer.MAX_VALUE);
    if (length == 0) {
      call.required("length");
    }
    if (length > Files.MAX_FILE_BYTES) {
      throw new Refusal("file_upload_size_restricted");
    }
    Files.Stored file = files.announce(name, SandboxIds.BOT_USER, call.base());
    ObjectNode answer = Json.object().put("file_id", file.id());
    return answer.put("upload_url", call.base() + Files.PATH + "upload/" + file.id());
  }

  private ObjectNode complete(Call call) {
    JsonNode wanted = call.json("files", "invalid_arguments").orElseGet(Json::array);
    List<Files.Stored> complete = new ArrayList<>();
    for (JsonNode each : wanted) {
      complete.add(uploaded(each));
    }
    if (complete.isEmpty()) {
      call.required("files");
    }
    List<String> channels =
        call.has("channel_id") ? call.list("channel_id") : call.list("channels");
    for (String id : channels) {
      share(call, workspace.visible(id), complete);
    }
    ObjectNode answer = Json.object();
    for (Files.Stored file : complete) {
      // Slack looks into a file only after it has answered.
      answer.withArray("files").add(file.json().deepCopy().put("mimetype", "").put("filetype", ""));
    }
    return answer;
  }

  private Files.Stored uploaded(JsonNode wish) {
    Files.Stored file =
        files.find(Json.text(wish, "id")).orElseThrow(() -> new Refusal("file_not_found"));
    if (file.isComplete()) {
      throw new Refusal("file_update_failed");
    }
    if (!file.isUploaded()) {
      throw new Refusal("file_not_found");
    }
    file.complete();
    if (Json.has(wish, "title")) {
      file.json().put("title", Json.text(wish, "title"));
    }
    return file;
  }

  private void share(Call call, Channel channel, List<Files.Stored> shared) {
    if (!channel.hasBot()) {
      throw new Refusal("not_in_channel");
    }
    if (channel.isArchived()) {
      throw new Refusal("is_archived");
    }
    ObjectNode body =
        Json.object().put("type", "message").put("text", call.text("initial_comment"));
    body.put("user", SandboxIds.BOT_USER).put("bot_id", SandboxIds.BOT);
    body.put("app_id", SandboxIds.APP).put("upload", true).put("display_as_bot", false);
    if (call.has("thread_ts")) {
      body.put("thread_ts", call.text("thread_ts"));
    }
    attach(channel, body, shared);
  }

  /// Posts a message with files in it and notes on each file where it was shared.
  Message attach(Channel channel, ObjectNode body, List<Files.Stored> shared) {
    body.put("subtype", "file_share");
    FileShares.show(body, shared);
    Message message = posts.post(channel, body);
    FileShares.note(channel, message, shared);
    return message;
  }

  private ObjectNode info(Call call) {
    Files.Stored file =
        files
            .find(call.required("file", "file_not_found"))
            .orElseThrow(() -> new Refusal("file_not_found"));
    if (file.isDeleted()) {
      throw new Refusal("file_deleted");
    }
    ObjectNode answer = Json.object();
    answer.set("file", file.json().deepCopy());
    answer.putArray("comments");
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  private ObjectNode delete(Call call) {
    Files.Stored file =
        files
            .find(call.required("file", "file_not_found"))
            .orElseThrow(() -> new Refusal("file_not_found"));
    if (!Json.text(file.json(), "user").equals(SandboxIds.BOT_USER)) {
      throw new Refusal("cant_delete_file");
    }
    if (file.isDeleted()) {
      throw new Refusal("file_deleted");
    }
    remove(file);
    return Json.object();
  }

  /// Deletes a file, whoever does it.
  void remove(Files.Stored file) {
    file.json().put("mode", "tombstone");
    files.upload(file, new byte[0]);
    shares.bury(file.id());
  }
}
