package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okio.ByteString;

/// The files of a [PretendWorkspace].
final class PretendFiles {
  private final String base;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /// @param length what was announced
  /// @param complete whether it can be seen
  private record Held(String name, int length, ByteString bytes, boolean complete) {}

  PretendFiles(HttpServer server) {
    base = "http://127.0.0.1:" + server.getAddress().getPort() + "/files/";
    server.createContext("/files/", this::serve);
  }

  /// A person posts one.
  String posted(byte[] bytes, String name) {
    String id = next();
    held.put(id, new Held(name, bytes.length, ByteString.of(bytes), true));
    return id;
  }

  void delete(String id) {
    held.remove(id);
  }

  private String next() {
    return "F0FILE" + count.incrementAndGet();
  }

  JsonObject announced(Map<String, String> form) {
    String id = next();
    int length = Integer.parseInt(form.getOrDefault("length", "0"));
    held.put(id, new Held(form.getOrDefault("filename", ""), length, ByteString.EMPTY, false));
    JsonObject answer = PretendWorkspace.with(PretendWorkspace.ok(), "file_id", id);
    return PretendWorkspace.with(answer, "upload_url", base + id);
  }

  JsonObject completed(JsonElement files) {
    String id = files.getAsJsonArray().get(0).getAsJsonObject().get("id").getAsString();
    Held file = held.get(id);
    if (file == null || file.complete() || file.bytes().size() != file.length()) {
      return PretendWorkspace.no("file_not_found");
    }
    held.put(id, new Held(file.name(), file.length(), file.bytes(), true));
    JsonArray list = new JsonArray();
    list.add(shown(id));
    JsonObject answer = PretendWorkspace.ok();
    answer.add("files", list);
    return answer;
  }

  JsonObject info(String id) {
    if (!held.containsKey(id)) {
      return PretendWorkspace.no("file_not_found");
    }
    JsonObject answer = PretendWorkspace.ok();
    answer.add("file", shown(id));
    return answer;
  }

  JsonObject deleted(String id) {
    return Optional.ofNullable(held.remove(id))
        .map(_ -> PretendWorkspace.ok())
        .orElseGet(() -> PretendWorkspace.no("file_not_found"));
  }

  private JsonObject shown(String id) {
    Held file = Objects.requireNonNull(held.get(id), "no such file");
    JsonObject shown = PretendWorkspace.with(new JsonObject(), "id", id);
    PretendWorkspace.with(shown, "name", file.name());
    PretendWorkspace.with(shown, "mimetype", "image/png");
    PretendWorkspace.with(shown, "mode", "hosted");
    PretendWorkspace.with(shown, "permalink", "https://firm.slack.com/files/U0BRIDGE/" + id);
    PretendWorkspace.with(shown, "url_private_download", base + id);
    shown.addProperty("size", file.bytes().size());
    return shown;
  }

  /// As in Slack: bytes come only with the token, and a page to sign in on without it.
  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    Held file = held.get(id);
    if (file == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (exchange.getRequestMethod().equals("POST")) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      held.put(id, new Held(file.name(), file.length(), ByteString.of(bytes), false));
      exchange.sendResponseHeaders(200, -1);
    } else {
      boolean known =
          "Bearer xoxb-test".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      ByteString body = known ? file.bytes() : ByteString.encodeUtf8("<html>Sign in</html>");
      exchange.getResponseHeaders().set("Content-Type", known ? "image/png" : "text/html");
      exchange.sendResponseHeaders(200, body.size());
      exchange.getResponseBody().write(body.toByteArray());
    }
    exchange.close();
  }
}
