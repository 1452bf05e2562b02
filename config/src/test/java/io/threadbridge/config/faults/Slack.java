package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.sandbox.SandboxApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The sandbox in this process: Slack as its people and its faults see it.
final class Slack implements AutoCloseable {
  static final String CHANNEL = "C0WEBCHAT";

  private static final Pattern MARK = Pattern.compile("\\[([a-z]+\\d+):(\\d+)]");

  private final HttpClient http = HttpClient.newHttpClient();
  private final SandboxApplication.Running sandbox = SandboxApplication.start();
  private final URI control = URI.create(sandbox.address() + "/sandbox/page/");

  /// Without Slack's rates, so that nothing but the faults under test holds anything up.
  Slack() {
    wish("rates", Map.of("enabled", false));
  }

  /// The settings of a program that works in this workspace, for visitors from `origin`.
  List<String> settings(String origin) {
    return List.of(
        "--threadbridge.slack.bot-token=xoxb-sandbox-not-a-secret",
        "--threadbridge.slack.app-token=xapp-sandbox-not-a-secret",
        "--threadbridge.slack.api-url=" + sandbox.apiUrl(),
        "--threadbridge.slack.posts-per-second=0",
        "--threadbridge.sites.shop.origins=" + origin,
        "--threadbridge.sites.shop.desk=slack:" + CHANNEL,
        "--threadbridge.sites.shop.timers.first-hold=30m",
        "--threadbridge.sites.shop.timers.later-hold=30m");
  }

  /// One wish of the control API.
  JsonNode wish(String path, Map<String, ?> wish) {
    Web.Answer answer = Web.post(http, control.resolve(path), wish).orElseThrow();
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  /// The next `times` calls of a method go wrong in this way.
  void fault(String kind, String method, int times) {
    fault(Map.of("kind", kind, "method", method, "times", times));
  }

  void fault(Map<String, ?> fault) {
    wish("faults", fault);
  }

  /// Nothing goes wrong any more.
  void clearFaults() {
    URI address = control.resolve("faults");
    assertThat(Web.delete(http, address).orElseThrow().status()).isEqualTo(200);
  }

  /// How many planned faults have not come about yet.
  int plannedFaults() {
    return get("settings").path("faults").size();
  }

  private JsonNode get(String path) {
    return Web.get(http, control.resolve(path)).orElseThrow().body();
  }

  private List<JsonNode> messages(String thread) {
    String path = "messages?channel=" + CHANNEL + "&thread=" + thread + "&limit=5000";
    return get(path).path("messages").valueStream().toList();
  }

  /// The cards of each visitor, by the mark of the first words that they show.
  Map<String, List<String>> cards() {
    Map<String, List<String>> cards = new HashMap<>();
    for (JsonNode message : messages("")) {
      marks(message)
          .forEach(
              mark ->
                  cards
                      .computeIfAbsent(mark.visitor(), _ -> new ArrayList<>())
                      .add(message.path("ts").stringValue("")));
    }
    return cards;
  }

  /// The numbers of the visitor's messages that stand in a thread, in order.
  List<Integer> numbers(String visitor, String thread) {
    return messages(thread).stream()
        .flatMap(message -> marks(message).stream())
        .filter(mark -> mark.visitor().equals(visitor))
        .map(Mark::number)
        .toList();
  }

  /// Anna answers in a thread.
  String answer(String thread, String text) {
    return wish("post", Map.of("as", "U0ANNA", "thread_ts", thread, "text", text))
        .path("ts")
        .stringValue("");
  }

  private record Mark(String visitor, int number) {}

  /// The marks in what our bot's post shows; its fallback text repeats them, so only blocks count.
  private static List<Mark> marks(JsonNode message) {
    List<Mark> marks = new ArrayList<>();
    if (Optional.ofNullable(message.path("bot_id").stringValue("")).orElse("").isEmpty()) {
      return marks;
    }
    Matcher matcher = MARK.matcher(message.path("blocks").toString());
    while (matcher.find()) {
      marks.add(new Mark(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }
    return marks;
  }

  @Override
  public void close() {
    http.close();
    sandbox.close();
  }
}
