package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The hands and eyes of people in the sandbox's pretend workspace.
final class Workspace {
  static final String ANNA = "U0ANNA";
  static final String BEN = "U0BEN";
  static final String GUEST = "U0GUEST";
  static final String STRANGER = "U0STRANGER";
  static final String OTHER_BOT = "U0OTHERBOT";
  static final String DESK = "C0WEBCHAT";

  private final HttpClient http;
  private final URI control;

  Workspace(HttpClient http, URI control) {
    this.http = http;
    this.control = control;
  }

  /// What a person's client gets from an address, which may be ours: the bytes of a file; empty if
  /// it is not there any more.
  Optional<byte[]> bytes(String address) {
    HttpRequest request = HttpRequest.newBuilder(control.resolve(address)).build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(address).isIn(200, 404, 410);
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// One wish of the control API; fails if the sandbox refuses it.
  JsonNode wish(String path, Map<String, Object> wish) {
    HttpRequest request =
        HttpRequest.newBuilder(control.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Program.JSON.writeValueAsString(wish)))
            .build();
    return answer(path, request);
  }

  JsonNode get(String path) {
    return answer(path, HttpRequest.newBuilder(control.resolve(path)).build());
  }

  private JsonNode answer(String path, HttpRequest request) {
    JsonNode answer = Program.JSON.readTree(Program.send(http, request).body());
    assertThat(answer.path("ok").booleanValue(false)).as("%s: %s", path, answer).isTrue();
    return answer;
  }

  /// Says something in a channel; its `ts`.
  String post(String person, String channel, String text) {
    return ts(wish("post", Map.of("as", person, "channel", channel, "text", text)));
  }

  /// Writes `/chat` with these words; what only they read as its answer.
  String command(String person, String channel, String words) {
    JsonNode answer =
        wish(
            "command", Map.of("as", person, "channel", channel, "command", "/chat", "text", words));
    return text(answer.path("response").path("text"));
  }

  /// The newest card whose visitor's first words these are, once there is one.
  DeskThread thread(String channel, String words) {
    return Eventually.gives("a card with " + words, () -> card(channel, words));
  }

  /// The same, if it is there now.
  Optional<DeskThread> card(String channel, String words) {
    return messages(channel, "").stream()
        .filter(message -> text(message.path("bot_id")).equals("B0BRIDGE"))
        .filter(message -> message.toString().contains(words))
        .map(message -> new DeskThread(channel, text(message.path("ts"))))
        .reduce((_, newest) -> newest);
  }

  /// What stands in a channel, or in one of its threads with its root.
  List<JsonNode> messages(String channel, String thread) {
    String query = "messages?limit=500&channel=" + channel + "&thread=" + thread;
    return List.copyOf(get(query).path("messages").values());
  }

  static String text(JsonNode node) {
    return node.stringValue("");
  }

  private static String ts(JsonNode answer) {
    return text(answer.path("ts"));
  }

  /// One thread, with what people do in it.
  final class DeskThread {
    private final String channel;
    private final String root;

    DeskThread(String channel, String root) {
      this.channel = channel;
      this.root = root;
    }

    String root() {
      return root;
    }

    /// Replies; the reply's `ts`.
    String reply(String person, String text) {
      return ts(
          wish("post", Map.of("as", person, "channel", channel, "text", text, "thread_ts", root)));
    }

    void edit(String person, String post, String text) {
      wish("edit", Map.of("as", person, "channel", channel, "ts", post, "text", text));
    }

    void delete(String person, String post) {
      wish("delete", Map.of("as", person, "channel", channel, "ts", post));
    }

    void react(String person, String post, String name) {
      wish("react", Map.of("as", person, "channel", channel, "ts", post, "name", name));
    }

    void press(String person, String action) {
      wish(
          "press",
          new TreeMap<>(Map.of("as", person, "channel", channel, "ts", root, "action_id", action)));
    }

    /// Everything in it, the card first.
    List<JsonNode> messages() {
      return Workspace.this.messages(channel, root);
    }

    /// The card as it is now.
    JsonNode card() {
      return messages().getFirst();
    }

    /// Waits until the card shows it.
    void cardShows(String words) {
      Eventually.holds("a card with " + words, () -> card().toString().contains(words));
    }

    /// The post of ours below the card that holds these words, once it is there.
    JsonNode relayed(String words) {
      return Eventually.gives(
          "a post with " + words,
          () ->
              messages().stream()
                  .skip(1)
                  .filter(message -> text(message.path("bot_id")).equals("B0BRIDGE"))
                  .filter(message -> message.toString().contains(words))
                  .findFirst());
    }

    /// The names of the reactions on a post of this thread.
    List<String> reactions(String post) {
      return messages().stream()
          .filter(message -> text(message.path("ts")).equals(post))
          .flatMap(message -> message.path("reactions").values().stream())
          .map(reaction -> text(reaction.path("name")))
          .toList();
    }
  }
}
