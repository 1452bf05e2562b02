package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Carries envelopes to the app, over a socket or by HTTP, and repeats what is not acknowledged.
///
/// Sockets are used while one is open or was the last thing open; otherwise the request URL, if one
/// is set. Events wait while there is neither. What somebody clicked does not wait: it fails.
final class Deliveries {
  /// Waiting events beyond this are lost, the oldest first, and counted.
  static final int MAX_WAITING = 50_000;

  /// Slack gives an app three seconds.
  static final long ACK_MILLIS = 3_000;

  /// Events on their way over sockets at one time; more wait.
  static final int MAX_IN_FLIGHT = 100;

  /// Repeats of one event over sockets.
  static final int MAX_REPEATS = 3;

  private record InFlight(Envelope envelope, int attempt, CompletableFuture<JsonNode> reply) {}

  private final PriorityQueue<Envelope> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Envelope::number));
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, InFlight> inFlight = new HashMap<>();
  private final Map<String, CompletableFuture<JsonNode>> replies = new HashMap<>();
  private final Sockets sockets;
  private final HttpEvents http;
  private final Counters counters;
  private final Timers timers;
  private long ackMillis = ACK_MILLIS;
  private boolean socketMode;

  Deliveries(Sockets sockets, HttpEvents http, Counters counters, Timers timers) {
    this.sockets = sockets;
    this.http = http;
    this.counters = counters;
    this.timers = timers;
  }

  synchronized void reset() {
    waiting.clear();
    attempts.clear();
    inFlight.clear();
    replies.clear();
    ackMillis = ACK_MILLIS;
    http.setUrl("");
    socketMode = sockets.anyOpen();
  }

  synchronized void setAckMillis(long millis) {
    ackMillis = millis;
  }

  synchronized void setRequestUrl(String url) {
    http.setUrl(url);
    socketMode = sockets.anyOpen();
    pump();
  }

  synchronized int waitingCount() {
    return waiting.size() + inFlight.size();
  }

  /// Sends one event, now or when somebody is there to receive it.
  synchronized void tell(Envelope envelope) {
    waiting.add(envelope);
    if (waiting.size() > MAX_WAITING) {
      waiting.poll();
      counters.count("lost");
    }
    pump();
  }

  /// Sends what somebody clicked or typed; the answer is what the app acknowledged it with, and
  /// fails after three seconds or when no app is there.
  synchronized CompletableFuture<JsonNode> ask(Envelope envelope) {
    CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    if (!canSend()) {
      counters.count("undeliverable");
      reply.completeExceptionally(new Refusal("app_not_connected"));
      return reply;
    }
    replies.put(envelope.id(), reply);
    send(envelope);
    return reply;
  }

  /// A socket came, or went.
  synchronized void socketsChanged() {
    noticeSockets();
    if (!sockets.anyOpen()) {
      takeBack();
    }
    pump();
  }

  /// The app acknowledged an envelope, on whichever socket; false for an id not in flight.
  synchronized boolean acknowledged(String envelopeId, JsonNode payload) {
    InFlight done = inFlight.remove(envelopeId);
    if (done == null) {
      counters.count("acked_unknown");
      return false;
    }
    attempts.remove(envelopeId);
    counters.count("acked");
    done.reply().complete(payload);
    pump();
    return true;
  }

  /// Nobody is left who could acknowledge: what is in flight waits in its old place, so that a
  /// program which was killed hears everything in order when it is back.
  private void takeBack() {
    for (InFlight flight : List.copyOf(inFlight.values())) {
      if (flight.envelope().kind() == Envelope.Kind.EVENT) {
        inFlight.remove(flight.envelope().id());
        attempts.put(flight.envelope().id(), Math.min(flight.attempt() + 1, MAX_REPEATS));
        waiting.add(flight.envelope());
      }
    }
  }

  private void noticeSockets() {
    socketMode = socketMode || sockets.anyOpen();
  }

  private boolean canSend() {
    // A socket counts from its hello on: whoever heard it may click before its coming is told.
    noticeSockets();
    return socketMode ? sockets.anyOpen() : http.isSet();
  }

  private void pump() {
    while (!waiting.isEmpty() && canSend() && inFlight.size() < MAX_IN_FLIGHT) {
      send(waiting.remove());
    }
  }

  private void send(Envelope envelope) {
    CompletableFuture<JsonNode> reply =
        Optional.ofNullable(replies.remove(envelope.id())).orElseGet(CompletableFuture::new);
    if (!socketMode) {
      http.send(envelope, ackMillis, reply);
      return;
    }
    int attempt = attempts.getOrDefault(envelope.id(), 0);
    counters.count(attempt == 0 ? "sent" : "redelivered");
    InFlight flight = new InFlight(envelope, attempt, reply);
    inFlight.put(envelope.id(), flight);
    // The three seconds begin when the frame has left, not while it waits behind others.
    long patience = ackMillis;
    Runnable sent = () -> timers.after(patience, () -> timedOut(flight));
    sockets.send(envelope.frame(attempt), sent);
  }

  private synchronized void timedOut(InFlight flight) {
    if (!inFlight.remove(flight.envelope().id(), flight)) {
      return;
    }
    counters.count("unacked");
    if (flight.envelope().kind() != Envelope.Kind.EVENT || flight.attempt() >= MAX_REPEATS) {
      attempts.remove(flight.envelope().id());
      counters.count("given_up");
      flight.reply().completeExceptionally(new Refusal("operation_timeout"));
      pump();
      return;
    }
    attempts.put(flight.envelope().id(), flight.attempt() + 1);
    tell(flight.envelope());
  }

  /// Where envelopes go at the moment, for the page.
  synchronized ObjectNode json() {
    @Nullable String url = http.isSet() ? http.url() : null;
    ObjectNode json = Json.object().put("mode", socketMode ? "socket" : "http");
    json.put("sockets", sockets.count()).put("waiting", waiting.size());
    return json.put("in_flight", inFlight.size()).put("request_url", url);
  }
}
