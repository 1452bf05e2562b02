package io.threadbridge.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A visitor's tab that speaks the visitor protocol over a socket and knows what it shows.
final class VisitorClient implements WebSocket.Listener, AutoCloseable {
  /// One message as the visitor sees it.
  record Line(
      int seq, String role, String name, String photo, String text, List<Shown> files, Instant at) {
    private Line withText(String changed) {
      return new Line(seq, role, name, photo, changed, files, at);
    }
  }

  /// A file that came with a message.
  record Shown(String id, String name, String type) {}

  private final HttpClient http;
  private final URI program;
  private final String conversation;
  private final String token;
  private final WebSocket socket;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();

  private VisitorClient(HttpClient http, URI program, String conversation, String token) {
    this.http = http;
    this.program = program;
    this.conversation = conversation;
    this.token = token;
    URI address = URI.create("ws://" + program.getAuthority() + "/visitor/v1/socket");
    this.socket =
        http.newWebSocketBuilder()
            .header("Origin", program.toString())
            .buildAsync(address, this)
            .join();
    send(Map.of("type", "hello", "token", token, "after", 0));
    JsonNode _ = frame("welcome", _ -> true);
  }

  /// A new visitor of a site, with the line open and nothing said.
  static VisitorClient at(Program program, String site) {
    return named(program, site, Map.of());
  }

  /// The same with what the page knows of the visitor, such as their `name`.
  static VisitorClient named(Program program, String site, Map<String, Object> visitor) {
    Map<String, Object> wish =
        Map.of(
            "site",
            site,
            "page",
            Map.of("url", program.address() + "/demo/shop.html", "title", "Puu & Paperi"),
            "locale",
            "en",
            "visitor",
            visitor);
    HttpRequest request =
        HttpRequest.newBuilder(program.address().resolve("/visitor/v1/conversations"))
            .header("Content-Type", "application/json")
            .header("Origin", program.address().toString())
            .POST(BodyPublishers.ofString(Program.JSON.writeValueAsString(wish)))
            .build();
    HttpResponse<String> answer = Program.send(program.http(), request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode opened = Program.JSON.readTree(answer.body());
    return new VisitorClient(
        program.http(),
        program.address(),
        opened.path("conversation").stringValue(),
        opened.path("token").stringValue());
  }

  /// Another tab of the same visitor, which has nothing yet.
  VisitorClient again() {
    return new VisitorClient(http, program, conversation, token);
  }

  String conversation() {
    return conversation;
  }

  /// Says something; its number once it is accepted.
  int say(String text) {
    return accepted(Map.of("type", "say", "text", text));
  }

  /// Sends a file, with or without words; the number of the message once it is accepted.
  int show(String name, byte[] bytes, String text) {
    String id = UUID.randomUUID().toString();
    HttpRequest upload =
        HttpRequest.newBuilder(program.resolve("/visitor/v1/files"))
            .header("Authorization", "Bearer " + token)
            .header("Origin", program.toString())
            .header("File-Id", id)
            .header("File-Name", URLEncoder.encode(name, UTF_8))
            .PUT(BodyPublishers.ofByteArray(bytes))
            .build();
    HttpResponse<String> answer = Program.send(http, upload);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return accepted(Map.of("type", "say", "text", text, "files", List.of(id)));
  }

  /// The bytes of a file that this visitor sees, as a browser gets them.
  HttpResponse<byte[]> read(Shown file) {
    HttpRequest wish =
        HttpRequest.newBuilder(program.resolve("/visitor/v1/files/" + file.id))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(wish, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The files that can be seen by now, in the order of their messages.
  List<Shown> files() {
    return lines().stream().flatMap(line -> line.files.stream()).toList();
  }

  /// Sends the contact form, to be answered by email; its number once it is accepted.
  int sendForm(String text, String email) {
    return accepted(Map.of("type", "form", "text", text, "way", "email", "contact", email));
  }

  /// Chooses how to be answered.
  ///
  /// @param way `callback` or `email`
  void choose(String way, String contact) {
    send(Map.of("type", "choice", "value", way, "contact", contact));
  }

  /// Says what the conversation was like.
  ///
  /// @param stars 1 to 5
  void rate(int stars, String comment) {
    send(Map.of("type", "rate", "stars", stars, "comment", comment));
  }

  void edit(int seq, String text) {
    int _ = accepted(Map.of("type", "edit", "seq", seq, "text", text));
  }

  void delete(int seq) {
    int _ = accepted(Map.of("type", "delete", "seq", seq));
  }

  private int accepted(Map<String, Object> wish) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> frame = new TreeMap<>(wish);
    frame.put("id", id);
    send(frame);
    JsonNode answer =
        Eventually.gives(
            "an answer to " + wish,
            () ->
                frames.stream()
                    .filter(one -> List.of("accepted", "refused").contains(type(one)))
                    .filter(one -> one.path("id").stringValue("").equals(id))
                    .findFirst());
    assertThat(type(answer)).as(answer.toString()).isEqualTo("accepted");
    return answer.path("seq").intValue();
  }

  private void send(Map<String, Object> frame) {
    socket.sendText(Program.JSON.writeValueAsString(frame), true).join();
  }

  /// Waits for a line with these words from somebody of this role.
  Line hears(String role, String words) {
    return Eventually.gives(
        words + " from " + role + " among " + lines(),
        () ->
            lines().stream()
                .filter(line -> line.role.equals(role) && line.text.equals(words))
                .findFirst());
  }

  /// Waits for the first line of this role.
  Line hearsFrom(String role) {
    return Eventually.gives(
        "a line from " + role,
        () -> lines().stream().filter(line -> line.role.equals(role)).findFirst());
  }

  /// Waits until the platform has the visitor's messages up to this one.
  void delivered(int seq) {
    JsonNode _ = frame("delivered", frame -> frame.path("seq").intValue(0) >= seq);
  }

  /// Waits for a state of this phase that is the latest.
  JsonNode phase(String phase) {
    return state("phase " + phase, state -> state.path("phase").stringValue("").equals(phase));
  }

  /// Waits for a latest state of this kind.
  JsonNode state(String what, Predicate<JsonNode> wanted) {
    return Eventually.gives(what, () -> last("state").filter(wanted));
  }

  /// Waits until the tab was told that new visitors get this: `chat` or `form`.
  JsonNode availability(String mode) {
    return Eventually.gives(
        "availability " + mode,
        () -> last("availability").filter(told -> told.path("mode").stringValue("").equals(mode)));
  }

  /// All that was said, with edits, without what was deleted, in order.
  List<Line> lines() {
    TreeMap<Integer, Line> lines = new TreeMap<>();
    for (JsonNode frame : frames) {
      int seq = frame.path("seq").intValue(0);
      switch (type(frame)) {
        case "message" -> lines.put(seq, line(frame));
        case "edited" ->
            lines.computeIfPresent(
                seq, (_, line) -> line.withText(frame.path("text").stringValue()));
        case "deleted" -> lines.remove(seq);
        default -> {
          // Frames about other things than messages.
        }
      }
    }
    lines.values().removeIf(line -> line.text.isEmpty() && line.files.isEmpty());
    return List.copyOf(lines.values());
  }

  /// What the staff said, in order.
  List<String> fromStaff() {
    return lines().stream().filter(line -> line.role.equals("staff")).map(Line::text).toList();
  }

  private static Line line(JsonNode frame) {
    JsonNode from = frame.path("from");
    return new Line(
        frame.path("seq").intValue(),
        from.path("role").stringValue(),
        from.path("name").stringValue(""),
        from.path("photo").stringValue(""),
        frame.path("text").stringValue(""),
        frame
            .path("files")
            .valueStream()
            .map(
                file ->
                    new Shown(
                        file.path("id").stringValue(),
                        file.path("name").stringValue(),
                        file.path("type").stringValue()))
            .toList(),
        Instant.parse(frame.path("at").stringValue()));
  }

  private JsonNode frame(String type, Predicate<JsonNode> wanted) {
    return Eventually.gives(
        "a frame " + type,
        () -> frames.stream().filter(frame -> type(frame).equals(type)).filter(wanted).findFirst());
  }

  private Optional<JsonNode> last(String type) {
    return frames.stream().filter(frame -> type(frame).equals(type)).reduce((_, last) -> last);
  }

  private static String type(JsonNode frame) {
    return frame.path("type").stringValue("");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(Program.JSON.readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
