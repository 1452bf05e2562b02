package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The workspace's files, in memory. Guarded by the workspace.
final class Files {
  static final int MAX_FILES = 500;
  static final int MAX_FILE_BYTES = 20 * 1_048_576;
  static final long MAX_ALL_BYTES = 200L * 1_048_576;
  static final String PATH = "/sandbox/slack/files/";

  private static final Map<String, String> TYPES =
      Map.of(
          "png",
          "image/png",
          "jpg",
          "image/jpeg",
          "jpeg",
          "image/jpeg",
          "gif",
          "image/gif",
          "webp",
          "image/webp",
          "pdf",
          "application/pdf",
          "txt",
          "text/plain",
          "csv",
          "text/csv");

  /// A file and its bytes; `json` is what the Web API shows.
  static final class Stored {
    private final ObjectNode json;
    private byte[] bytes = new byte[0];
    private boolean uploaded;
    private boolean complete;

    Stored(ObjectNode json) {
      this.json = json;
    }

    ObjectNode json() {
      return json;
    }

    String id() {
      return Json.text(json, "id");
    }

    byte[] bytes() {
      return bytes;
    }

    boolean isComplete() {
      return complete;
    }

    boolean isUploaded() {
      return uploaded;
    }

    boolean isDeleted() {
      return Json.text(json, "mode").equals("tombstone");
    }

    /// Another service keeps it; Slack knows its address alone.
    void keepElsewhere() {
      json.put("mode", "external").put("is_external", true).put("external_type", "gdrive");
    }

    void complete() {
      complete = true;
    }
  }

  private final Map<String, Stored> stored = new LinkedHashMap<>();
  private final Names names;
  private final Workspace workspace;

  Files(Workspace workspace, Names names) {
    this.workspace = workspace;
    this.names = names;
  }

  void reset() {
    stored.clear();
  }

  /// Makes room for a file of that name and size, not yet uploaded; the oldest make way.
  Stored announce(String name, String user, String base) {
    String id = names.next("F");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    long now = workspace.now() / 1_000;
    ObjectNode json = Json.object().put("id", id).put("created", now).put("timestamp", now);
    json.put("name", name).put("title", name).put("mimetype", type).put("filetype", extension);
    json.put("pretty_type", extension.toUpperCase(Locale.ROOT)).put("user", user);
    json.put("user_team", SandboxIds.TEAM).put("editable", false).put("size", 0);
    json.put("mode", "hosted").put("is_external", false).put("external_type", "");
    json.put("is_public", true).put("public_url_shared", false).put("display_as_bot", false);
    json.put("username", "").put("file_access", "visible").put("media_display_type", "unknown");
    json.put("url_private", base + PATH + "private/" + id);
    json.put("url_private_download", base + PATH + "private/" + id + "/download");
    json.put("permalink", base + PATH + "seen/" + id).put("has_rich_preview", false);
    json.putArray("channels");
    json.putArray("groups");
    json.putArray("ims");
    json.put("comments_count", 0).putObject("shares");
    Stored file = new Stored(json);
    stored.put(id, file);
    shrink();
    return file;
  }

  void upload(Stored file, byte[] bytes) {
    file.bytes = bytes.clone();
    file.uploaded = true;
    file.json.put("size", bytes.length);
    shrink();
  }

  private void shrink() {
    long bytes = stored.values().stream().mapToLong(file -> file.bytes.length).sum();
    Iterator<Stored> oldestFirst = stored.values().iterator();
    while (oldestFirst.hasNext() && (stored.size() > MAX_FILES || bytes > MAX_ALL_BYTES)) {
      bytes -= oldestFirst.next().bytes.length;
      oldestFirst.remove();
    }
  }

  Optional<Stored> find(String id) {
    return Optional.ofNullable(stored.get(id));
  }
}
