package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Played.Said;
import io.threadbridge.bench.replay.VisitorLine.Arrival;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A visitor's client as far as a replay needs one: says a line until it is accepted, keeps what
/// comes by its number, pings a silent line and comes back when it breaks. Used by one thread.
final class Conversing {
  private static final Duration SILENT = Duration.ofSeconds(10);
  private static final Duration REPEAT = Duration.ofSeconds(10);
  private static final int COME_BACKS_MAX = 50;
  private static final long LOOK_MILLIS = 250;

  private final VisitorApi api;
  private final Script script;
  private final Inbox inbox = new Inbox();
  private String token = "";
  private @Nullable WebSocket socket;
  private VisitorLine line;
  private Instant heardAt;
  private int lastSaid;
  private int comeBacks;
  private int held;
  private String saying = "";
  private @Nullable Arrival verdict;

  Conversing(VisitorApi api, Script script) {
    this.api = api;
    this.script = script;
    this.line = new VisitorLine(api.json(), api.clock());
    this.heardAt = api.clock().instant();
  }

  /// Opens the conversation and greets.
  void begin(Instant until) throws IOException, InterruptedException {
    token = api.open(script);
    greet();
    if (!listenUntil(until, () -> comeBacks > 0)) {
      throw new IOException("nobody said welcome");
    }
    comeBacks = 0;
  }

  private void greet() throws IOException {
    line = new VisitorLine(api.json(), api.clock());
    WebSocket opened = api.connect(script, line);
    socket = opened;
    heardAt = api.clock().instant();
    api.send(opened, api.frame("hello").put("token", token).put("after", inbox.known()));
  }

  /// Says one line, as often as it takes.
  Said say(String text, Instant until) throws IOException, InterruptedException {
    saying = "line-" + (lastSaid + 1);
    ObjectNode frame = api.frame("say").put("id", saying).put("text", text);
    long sent = Micros.now(api.clock());
    while (api.clock().instant().isBefore(until)) {
      verdict = null;
      send(frame);
      boolean heard = listenUntil(api.clock().instant().plus(REPEAT), () -> verdict != null);
      Arrival answer = verdict;
      if (!heard || answer == null) {
        continue;
      }
      if (answer.type().equals("accepted")) {
        lastSaid = answer.frame().path("seq").asInt(0);
        return new Said(text, sent, answer.at());
      }
      waitAsTold(answer.frame());
      sent = Micros.now(api.clock());
    }
    throw new IOException("a line was not accepted in time");
  }

  private void waitAsTold(JsonNode refusal) throws IOException, InterruptedException {
    JsonNode retryAfter = refusal.path("retryAfter");
    if (!retryAfter.isNumber()) {
      throw new IOException("a line was refused: " + refusal.path("reason").asString(""));
    }
    held++;
    Duration pause = Duration.ofMillis(Math.max(100, (long) (retryAfter.asDouble() * 1_000)));
    boolean _ = listenUntil(api.clock().instant().plus(pause), () -> false);
  }

  /// Takes what comes until something is so; false if it is not in time.
  boolean listenUntil(Instant until, BooleanSupplier isSo)
      throws IOException, InterruptedException {
    while (!isSo.getAsBoolean()) {
      Instant now = api.clock().instant();
      if (!now.isBefore(until)) {
        return false;
      }
      take(Math.min(LOOK_MILLIS, Duration.between(now, until).toMillis() + 1));
    }
    return true;
  }

  /// Takes what comes until for so long there was nothing but pongs.
  void listenUntilQuiet(Duration quiet, Instant until) throws IOException, InterruptedException {
    int before;
    do {
      before = inbox.size();
      boolean _ = listenUntil(earlier(api.clock().instant().plus(quiet), until), () -> false);
    } while (inbox.size() > before && api.clock().instant().isBefore(until));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void take(long millis) throws IOException, InterruptedException {
    var arrival = line.next(millis);
    if (arrival.isPresent()) {
      heardAt = api.clock().instant();
      understand(arrival.get());
    } else if (heardAt.plus(SILENT).isBefore(api.clock().instant())) {
      heardAt = api.clock().instant();
      send(api.frame("ping"));
    }
  }

  private void understand(Arrival arrival) throws IOException {
    JsonNode frame = arrival.frame();
    switch (arrival.type()) {
      case "welcome" -> comeBacks++;
      case "message" -> inbox.message(frame, arrival.at());
      case "delivered" -> inbox.delivered(frame.path("seq").asInt(0));
      case "accepted", "refused" -> {
        if (frame.path("id").asString("").equals(saying)) {
          verdict = arrival;
        }
      }
      case "edited", "deleted", "moved" -> inbox.unexpected(arrival.type());
      case VisitorLine.ENDED -> comeBack(frame.path("why").asString(""));
      default -> {
        // state, availability, seen, pong: nothing that is said.
      }
    }
  }

  private void comeBack(String why) throws IOException {
    if (comeBacks >= COME_BACKS_MAX) {
      throw new IOException("the line breaks again and again: " + why);
    }
    greet();
  }

  private void send(ObjectNode frame) throws IOException {
    WebSocket open = socket;
    try {
      if (open != null) {
        api.send(open, frame);
      }
    } catch (IOException e) {
      comeBack(e.toString());
    }
  }

  /// Opens the line of a conversation that was left.
  void resume() throws IOException {
    greet();
  }

  void hangUp() {
    if (socket != null) {
      socket.abort();
    }
  }

  /// Whether the desk has all of the visitor's lines.
  boolean isDelivered() {
    return inbox.delivered() >= lastSaid;
  }

  /// What came so far.
  Inbox inbox() {
    return inbox;
  }

  int comeBacks() {
    return comeBacks;
  }

  int held() {
    return held;
  }
}
