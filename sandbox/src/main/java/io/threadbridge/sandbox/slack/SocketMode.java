package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server end of Socket Mode: hello, envelopes, acks, pings and goodbyes.
final class SocketMode extends TextWebSocketHandler implements Sockets {
  /// Slack allows an app ten sockets.
  static final int MAX_SOCKETS = 10;

  static final int MAX_TICKETS = 100;
  static final int MAX_FRAME = 1_048_576;
  static final long LIFE_MILLIS = 3_600_000;
  static final long WARNING_MILLIS = 10_000;
  static final long PING_MILLIS = 10_000;
  static final long TICKET_MILLIS = 30_000;
  private static final int SEND_MILLIS = 10_000;
  private static final int SEND_BUFFER = 64 * 1_048_576;

  private final Map<String, WebSocketSession> open = new LinkedHashMap<>();
  private final Map<String, Long> tickets = new LinkedHashMap<>();
  private final AtomicReference<@Nullable Deliveries> deliveries = new AtomicReference<>();
  private final InstantSource clock;
  private final Names names;
  private final Counters counters;
  private final Timers timers;
  // One sender keeps the order and keeps a slow reader from holding up the workspace.
  private final Executor sender;
  private int turn;

  SocketMode(InstantSource clock, Names names, Counters counters, Timers timers, Executor sender) {
    this.clock = clock;
    this.names = names;
    this.counters = counters;
    this.timers = timers;
    this.sender = sender;
  }

  /// Tells where acks go; once, before the first connection.
  void connect(Deliveries target) {
    deliveries.set(target);
    timers.every(PING_MILLIS, this::ping);
  }

  /// A ticket for one connection within half a minute, for `apps.connections.open`.
  synchronized String ticket() {
    tickets.values().removeIf(until -> until < clock.millis());
    if (tickets.size() >= MAX_TICKETS) {
      throw new Refusal("internal_error");
    }
    String ticket = names.next("");
    tickets.put(ticket, clock.millis() + TICKET_MILLIS);
    return ticket;
  }

  synchronized boolean redeem(String ticket) {
    Long until = tickets.remove(ticket);
    return until != null && until >= clock.millis();
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession raw) throws IOException {
    raw.setTextMessageSizeLimit(MAX_FRAME);
    WebSocketSession session =
        new ConcurrentWebSocketSessionDecorator(raw, SEND_MILLIS, SEND_BUFFER);
    synchronized (this) {
      if (open.size() >= MAX_SOCKETS) {
        session.sendMessage(text(goodbye("too_many_websockets")));
        session.close();
        return;
      }
      session.sendMessage(text(hello(open.size() + 1)));
      open.put(raw.getId(), session);
    }
    counters.count("sockets_opened");
    timers.after(LIFE_MILLIS - WARNING_MILLIS, () -> expire(raw.getId()));
    changed();
  }

  private static ObjectNode hello(int connections) {
    ObjectNode hello = Json.object().put("type", "hello").put("num_connections", connections);
    hello.set("connection_info", Json.object().put("app_id", SandboxIds.APP));
    ObjectNode debug = Json.object().put("host", "sandbox").put("build_number", 1);
    hello.set("debug_info", debug.put("approximate_connection_time", LIFE_MILLIS / 1_000));
    return hello;
  }

  private static ObjectNode goodbye(String reason) {
    ObjectNode goodbye = Json.object().put("type", "disconnect").put("reason", reason);
    goodbye.set("debug_info", Json.object().put("host", "sandbox"));
    return goodbye;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    JsonNode frame = Json.parse(message.getPayload()).orElseGet(Json::object);
    Deliveries target = deliveries.get();
    if (target != null && Json.has(frame, "envelope_id")) {
      target.acknowledged(Json.text(frame, "envelope_id"), frame.path("payload"));
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    synchronized (this) {
      open.remove(session.getId());
    }
    counters.count("sockets_closed");
    changed();
  }

  private void changed() {
    Deliveries target = deliveries.get();
    if (target != null) {
      target.socketsChanged();
    }
  }

  @Override
  public boolean anyOpen() {
    return count() > 0;
  }

  @Override
  public synchronized int count() {
    return (int) open.values().stream().filter(WebSocketSession::isOpen).count();
  }

  @Override
  public void send(ObjectNode frame, Runnable sent) {
    sender.execute(
        () -> {
          sendNow(frame);
          sent.run();
        });
  }

  private void sendNow(ObjectNode frame) {
    WebSocketSession session = next();
    if (session == null) {
      return;
    }
    try {
      session.sendMessage(text(frame));
    } catch (IOException | IllegalStateException _) {
      // The socket is going: the envelope stays unacknowledged and is delivered again.
      counters.count("send_failed");
    }
  }

  private synchronized @Nullable WebSocketSession next() {
    List<WebSocketSession> usable =
        open.values().stream().filter(WebSocketSession::isOpen).toList();
    turn = turn + 1;
    return usable.isEmpty() ? null : usable.get(Math.floorMod(turn, usable.size()));
  }

  /// Says goodbye on every socket and closes it after `closeAfterMillis`; without a reason it is
  /// closed at once and unannounced.
  void disconnect(String reason, long closeAfterMillis) {
    for (WebSocketSession session : sessions()) {
      if (!reason.isEmpty()) {
        attempt(() -> session.sendMessage(text(goodbye(reason))));
      }
      timers.after(closeAfterMillis, () -> attempt(() -> session.close(CloseStatus.GOING_AWAY)));
    }
  }

  private void expire(String id) {
    WebSocketSession session;
    synchronized (this) {
      session = open.get(id);
    }
    if (session != null) {
      attempt(() -> session.sendMessage(text(goodbye("warning"))));
      timers.after(WARNING_MILLIS, () -> attempt(session::close));
    }
  }

  private void ping() {
    sessions().forEach(session -> attempt(() -> session.sendMessage(new PingMessage())));
  }

  private synchronized List<WebSocketSession> sessions() {
    return new ArrayList<>(open.values());
  }

  private interface SocketAction {
    void run() throws IOException;
  }

  private void attempt(SocketAction action) {
    try {
      action.run();
    } catch (IOException | IllegalStateException _) {
      counters.count("send_failed");
    }
  }

  private static TextMessage text(ObjectNode frame) {
    return new TextMessage(Json.write(frame));
  }
}
