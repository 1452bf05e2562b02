package io.threadbridge.slack;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events by Socket Mode: one connection that is kept up, and each event acknowledged on the
/// connection on which it came, once it is kept.
///
/// It is written on the WebSocket client and not on the SDK's socket client. That one acknowledges
/// on another connection than the event's, loses either the order or the time to acknowledge, goes
/// deaf after ten listener errors, and connects again by itself at its own pace.
final class SlackSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(60);
  private static final int DOUBLINGS_MAX = 6;
  private static final Duration OPEN_MAX = Duration.ofSeconds(10);
  private static final String WHERE = "socket";

  /// An event is tried again so often, for five minutes in all, while the store is away.
  private static final Duration TRY_AGAIN = Duration.ofMillis(250);

  private static final int ATTEMPTS_MAX = 1_200;

  private final SlackCalls calls;
  private final SlackEvents events;
  private final SlackHealth health;
  private final RandomGenerator random;
  private final Duration pauseMin;
  private final ThreadLanes lanes = new ThreadLanes();
  private final AtomicReference<Optional<SlackFrames>> current =
      new AtomicReference<>(Optional.empty());
  private final Thread keeper =
      Thread.ofVirtual().name("slack-socket").unstarted(this::keepConnected);

  SlackSocket(SlackCalls calls, SlackEvents events, SlackHealth health, RandomGenerator random) {
    this(calls, events, health, random, PAUSE_MIN);
  }

  SlackSocket(
      SlackCalls calls,
      SlackEvents events,
      SlackHealth health,
      RandomGenerator random,
      Duration pauseMin) {
    this.calls = calls;
    this.events = events;
    this.health = health;
    this.random = random;
    this.pauseMin = pauseMin;
  }

  void start() {
    health.connectedWhen(this::isConnected);
    keeper.start();
  }

  /// Whether Slack has greeted us on a connection that is still open and answers pings.
  boolean isConnected() {
    return current.get().filter(SlackFrames::isOpen).isPresent();
  }

  /// Connects, waits until that is over, and connects again. The pause between doubles from 1 s to
  /// 60 s until Slack greets. This loop ends only with the program: whatever an attempt comes to,
  /// there is a next one.
  private void keepConnected() {
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          failures = connectAndWait() ? 0 : failures + 1;
        } catch (RuntimeException e) {
          failures++;
          noAddress(e.getClass().getSimpleName(), "");
        }
        Thread.sleep(pause(failures));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether Slack greeted us; then that connection is over by now, or to be replaced.
  private boolean connectAndWait() throws InterruptedException {
    Optional<SlackFrames> opened = open();
    if (opened.isEmpty()) {
      return false;
    }
    // The old one goes only now: what it still brought could be acknowledged on it.
    current.getAndSet(opened).ifPresent(SlackFrames::close);
    opened.get().awaitReplacement();
    return true;
  }

  private Duration pause(int failures) {
    long doubled = pauseMin.toMillis() << Math.min(Math.max(failures - 1, 0), DOUBLINGS_MAX);
    long most = Math.min(doubled, PAUSE_MAX.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  /// A connection on which Slack has greeted us.
  private Optional<SlackFrames> open() throws InterruptedException {
    Optional<URI> address = address();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    SlackFrames frames = new SlackFrames(address.get(), this::frame);
    if (frames.open(OPEN_MAX)) {
      health.mended(WHERE);
      LOG.info("Connected to Slack by Socket Mode");
      return Optional.of(frames);
    }
    frames.close();
    return Optional.empty();
  }

  private Optional<URI> address() {
    SlackReply<AppsConnectionsOpenResponse> reply =
        calls.asApp(client -> client.appsConnectionsOpen(request -> request));
    return switch (reply) {
      case SlackReply.Fine<AppsConnectionsOpenResponse>(AppsConnectionsOpenResponse answer) ->
          Optional.of(URI.create(answer.getUrl()));
      case SlackReply.No<AppsConnectionsOpenResponse>(String error, String needed) -> {
        noAddress(error, mend(error, needed));
        yield Optional.empty();
      }
      case SlackReply.Trouble<AppsConnectionsOpenResponse>(Delivery delivery) -> {
        noAddress(delivery.getClass().getSimpleName(), "");
        yield Optional.empty();
      }
    };
  }

  private static String mend(String error, String needed) {
    return switch (error) {
      case "missing_scope", "invalid_auth", "not_authed", "not_allowed_token_type" ->
          "Generate an app-level token (xapp-…) with connections:write under Basic Information and"
              + " set it as slack.app-token";
      case "forbidden_team", "socket_mode_not_enabled" ->
          "Switch Socket Mode on in the Slack app's settings";
      default -> SlackErrors.mend(error, needed);
    };
  }

  private void noAddress(String why, String mend) {
    LOG.warn("No Socket Mode connection: {}. {}", why, mend);
    health.needsMending(WHERE, why, mend);
  }

  /// Called on the connection's own thread, which must never wait or end.
  private void frame(SlackFrames frames, String text) {
    Optional<JsonObject> frame = SlackJson.parse(text);
    if (frame.isEmpty()) {
      LOG.warn("Slack sent a frame that cannot be read");
      return;
    }
    switch (SlackJson.text(frame.get(), "type")) {
      case "hello" -> frames.greeted();
      case "disconnect" -> disconnect(frames, SlackJson.text(frame.get(), "reason"));
      default -> envelope(frames, frame.get());
    }
  }

  private void disconnect(SlackFrames frames, String reason) {
    if (reason.equals("link_disabled")) {
      health.needsMending(WHERE, reason, "Switch Socket Mode on in the Slack app's settings");
    }
    frames.replace();
  }

  private void envelope(SlackFrames frames, JsonObject envelope) {
    JsonObject payload = SlackJson.object(envelope, "payload");
    String id = SlackJson.text(envelope, "envelope_id");
    if (!lanes.offer(payload, () -> handle(frames, id, payload))) {
      LOG.warn("Too many Slack events wait; this one must come again");
    }
  }

  private void handle(SlackFrames frames, String id, JsonObject payload) {
    Optional<Kept> kept = kept(payload);
    if (kept.isEmpty()) {
      return;
    }
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", id);
    kept.get().answer().ifPresent(answer -> acknowledgement.add("payload", answer));
    if (!frames.offer(acknowledgement.toString())) {
      LOG.debug("The connection is over; the event comes again");
    }
  }

  /// A payload is taken in; `answer` is what the acknowledgement carries, if anything.
  private record Kept(Optional<JsonObject> answer) {}

  /// Takes one payload in; empty if it must come again. While the store is away an event is tried
  /// again here, with those of its thread behind it: where Slack brought it again, it would come
  /// after them, or not at all, since Slack gives up after a few times. A click is not: its maker
  /// has been told that it failed.
  ///
  /// Whatever else goes wrong with one event, the next one is handled; without an acknowledgement
  /// Slack sends this one again. A lane is a worker loop: that is why everything is caught here.
  private Optional<Kept> kept(JsonObject payload) {
    int attempts = payload.has("event") ? ATTEMPTS_MAX : 1;
    try {
      Optional<Kept> kept = stored(payload);
      for (int i = 1; kept.isEmpty() && i < attempts; i++) {
        Thread.sleep(TRY_AGAIN);
        kept = stored(payload);
      }
      if (kept.isEmpty()) {
        LOG.warn("A Slack event must come again: the store is away");
      }
      return kept;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Throwable e) {
      LOG.error("A Slack event could not be handled: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private Optional<Kept> stored(JsonObject payload) {
    try {
      return Optional.of(new Kept(events.accept(payload)));
    } catch (StoreUnavailable e) {
      LOG.debug("The store is away: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    keeper.interrupt();
    current.get().ifPresent(SlackFrames::close);
    lanes.close();
  }
}
