package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Refusal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Pictures and files that people put into messages, in memory.
final class TeamsImages {
  static final int MAX_FILES = 200;
  static final int MAX_BYTES = 10 * 1_048_576;
  static final String SEEN = "/sandbox/teams/files/";

  /// What was uploaded.
  static final class Stored {
    private final String id = UUID.randomUUID().toString();
    private final String type;
    private final byte[] bytes;

    Stored(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    String id() {
      return id;
    }

    boolean isPicture() {
      return type.startsWith("image/");
    }
  }

  private final SequencedMap<String, Stored> stored = new LinkedHashMap<>();
  private final Door door;

  TeamsImages(Door door) {
    this.door = door;
  }

  synchronized void reset() {
    stored.clear();
  }

  /// Keeps a file under a new id; the oldest make way.
  synchronized Stored keep(String name, String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length > MAX_BYTES) {
      throw new Refusal("file_too_large");
    }
    Stored file = new Stored(type(name), bytes);
    stored.put(file.id(), file);
    if (stored.size() > MAX_FILES) {
      stored.pollFirstEntry();
    }
    return file;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "gif" -> "image/gif";
      case "pdf" -> "application/pdf";
      case "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }

  private synchronized Optional<Stored> find(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  void addTo(RouterFunctions.Builder routes) {
    // For the page, and for the pre-signed address of a file in a personal chat: no token.
    routes.GET(SEEN + "{id}", this::show);
  }

  private ServerResponse show(ServerRequest request) {
    return bytes(request.pathVariable("id"));
  }

  /// `v3/attachments/{id}/views/original`, for a call whose token was checked.
  ServerResponse download(Call call) {
    Optional<Stored> file = find(call.conversation());
    if (file.isEmpty()) {
      return new TeamsRefusal(404, "AttachmentNotFound", "No such attachment.").answer().response();
    }
    // A fault answers in the place of the bytes.
    ServerResponse answer =
        door.answer(call.request(), Operation.ATTACHMENT, "", () -> TeamsAnswer.empty(204));
    return answer.statusCode().value() == 204 ? bytes(file.get().id()) : answer;
  }

  private ServerResponse bytes(String id) {
    return find(id)
        .map(
            file ->
                ServerResponse.ok()
                    .contentType(MediaType.valueOf(file.type))
                    .header("Content-Disposition", file.isPicture() ? "inline" : "attachment")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(file.bytes))
        .orElseGet(() -> ServerResponse.notFound().build());
  }
}
