package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Slack workspace of one channel, as far as our calls reach: it keeps what they write, and fails
/// when it is told to.
final class PretendWorkspace implements AutoCloseable {
  /// How the next call that writes fails.
  enum Fault {
    REFUSED,
    DONE_WITHOUT_ANSWER,
    TOO_FAST,
    BROKEN,
    NEVER_ANSWERED
  }

  /// What `Retry-After` says.
  static final int RETRY_AFTER_SECONDS = 7;

  /// What people never read: no fault is spent on it.
  private static final Set<String> UNSEEN =
      Set.of("conversations.history", "conversations.replies", "chat.getPermalink");

  /// A message as it stands; `thread` is empty at a root.
  record Standing(String ts, String thread, JsonObject shown) {
    boolean isRoot() {
      return thread.isEmpty();
    }
  }

  /// A message that one person sees.
  record Aside(String user, JsonObject shown) {}

  private final HttpServer server;
  private final PretendFiles files;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Standing> standing = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private final Set<String> locked = new HashSet<>();
  private Optional<Fault> next = Optional.empty();
  private int posted;

  PretendWorkspace() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/api/", this::answer);
    files = new PretendFiles(server);
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  PretendFiles files() {
    return files;
  }

  synchronized void failNext(Fault fault) {
    next = Optional.of(fault);
  }

  synchronized List<Standing> standing() {
    return List.copyOf(standing);
  }

  synchronized List<Aside> asides() {
    return List.copyOf(asides);
  }

  synchronized void delete(String ts) {
    standing.removeIf(message -> message.ts().equals(ts));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    Map<String, String> form = form(exchange);
    boolean unseen = UNSEEN.contains(method) || method.startsWith("files.");
    Optional<Fault> fault = unseen ? Optional.empty() : takeFault();
    if (fault.isEmpty()) {
      send(exchange, 200, done(method, form).toString());
      return;
    }
    switch (fault.get()) {
      case REFUSED -> send(exchange, 200, no("invalid_arguments").toString());
      case DONE_WITHOUT_ANSWER -> {
        done(method, form);
        send(exchange, 500, "");
      }
      case TOO_FAST -> {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
        send(exchange, 429, no("ratelimited").toString());
      }
      case BROKEN -> exchange.close();
      case NEVER_ANSWERED -> {
        // The exchange stays open until the workspace is closed.
      }
    }
  }

  private synchronized Optional<Fault> takeFault() {
    Optional<Fault> fault = next;
    next = Optional.empty();
    return fault;
  }

  private synchronized JsonObject done(String method, Map<String, String> form) {
    return switch (method) {
      case "chat.postMessage" -> post(form);
      case "chat.update" -> update(form);
      case "chat.delete" -> deleted(form.getOrDefault("ts", ""));
      case "chat.postEphemeral" -> ephemeral(form);
      case "chat.getPermalink" -> with(ok(), "permalink", "https://firm.slack.com/p1");
      case "files.getUploadURLExternal" -> files.announced(form);
      case "files.completeUploadExternal" ->
          files.completed(json(form.getOrDefault("files", "[]")));
      case "files.info" -> files.info(form.getOrDefault("file", ""));
      case "files.delete" -> files.deleted(form.getOrDefault("file", ""));
      case "reactions.add" ->
          locked.add(form.getOrDefault("timestamp", "")) ? ok() : no("already_reacted");
      case "conversations.history" -> messages("");
      case "conversations.replies" -> replies(form.getOrDefault("ts", ""));
      default -> no("unknown_method");
    };
  }

  private JsonObject post(Map<String, String> form) {
    posted++;
    String ts = "1700000000.%06d".formatted(posted);
    String channel = form.getOrDefault("channel", "");
    if (channel.startsWith("U")) {
      asides.add(new Aside(channel, shown(form)));
      return posted(ts, channel, "");
    }
    String wanted = form.getOrDefault("thread_ts", "");
    // As in Slack: a reply to a root that is gone stands at the channel's root.
    String thread = find(wanted).isPresent() ? wanted : "";
    standing.add(new Standing(ts, thread, shown(form)));
    return posted(ts, channel, thread);
  }

  private JsonObject posted(String ts, String channel, String thread) {
    JsonObject message = with(new JsonObject(), "ts", ts);
    if (!thread.isEmpty()) {
      message.addProperty("thread_ts", thread);
    }
    JsonObject answer = with(with(ok(), "ts", ts), "channel", channel);
    answer.add("message", message);
    return answer;
  }

  private JsonObject update(Map<String, String> form) {
    Optional<Standing> found = find(form.getOrDefault("ts", ""));
    if (found.isEmpty()) {
      return no("message_not_found");
    }
    Standing old = found.get();
    JsonObject changed = shown(form);
    changed.add("metadata", old.shown().get("metadata"));
    standing.set(standing.indexOf(old), new Standing(old.ts(), old.thread(), changed));
    return with(ok(), "ts", old.ts());
  }

  private JsonObject deleted(String ts) {
    return standing.removeIf(message -> message.ts().equals(ts)) ? ok() : no("message_not_found");
  }

  private JsonObject ephemeral(Map<String, String> form) {
    asides.add(new Aside(form.getOrDefault("user", ""), shown(form)));
    return with(ok(), "message_ts", "1700000060.000000");
  }

  private JsonObject replies(String root) {
    return find(root).isPresent() ? messages(root) : no("thread_not_found");
  }

  private JsonObject messages(String thread) {
    JsonArray messages = new JsonArray();
    for (Standing one : standing) {
      if (one.thread().equals(thread)) {
        JsonObject message = with(one.shown().deepCopy(), "ts", one.ts());
        message.addProperty("thread_ts", thread.isEmpty() ? one.ts() : thread);
        messages.add(message);
      }
    }
    JsonObject answer = ok();
    answer.add("messages", messages);
    return answer;
  }

  private Optional<Standing> find(String ts) {
    return standing.stream().filter(message -> message.ts().equals(ts)).findFirst();
  }

  private static JsonObject shown(Map<String, String> form) {
    JsonObject shown = with(new JsonObject(), "text", form.getOrDefault("text", ""));
    shown.addProperty("username", form.getOrDefault("username", ""));
    shown.add("blocks", json(form.getOrDefault("blocks", "[]")));
    shown.add("metadata", json(form.getOrDefault("metadata", "{}")));
    return shown;
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  static JsonObject ok() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    return answer;
  }

  static JsonObject no(String error) {
    JsonObject answer = with(new JsonObject(), "error", error);
    answer.addProperty("ok", false);
    return answer;
  }

  static JsonObject with(JsonObject object, String name, String value) {
    object.addProperty(name, value);
    return object;
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
