package io.threadbridge.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.sandbox.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where envelopes go in the moments when a socket comes.
class DeliveriesTest {
  /// One connection that takes every frame.
  private static final class OneSocket implements Sockets {
    private final List<ObjectNode> frames = new ArrayList<>();
    private boolean open;

    @Override
    public boolean anyOpen() {
      return open;
    }

    @Override
    public int count() {
      return open ? 1 : 0;
    }

    @Override
    public void send(ObjectNode frame, Runnable sent) {
      frames.add(frame);
      sent.run();
    }
  }

  private final OneSocket socket = new OneSocket();
  private final Counters counters = new Counters();
  private final Timers timers = new Timers();
  private final Deliveries deliveries =
      new Deliveries(
          socket,
          new HttpEvents(() -> Instant.EPOCH, counters, Runnable::run, timers),
          counters,
          timers);

  @AfterEach
  void stop() {
    timers.close();
  }

  private CompletableFuture<JsonNode> press() {
    return deliveries.ask(
        new Envelope(1, "env-1", Envelope.Kind.INTERACTIVE, Json.object(), "env-1"));
  }

  @Test
  void aClickRightAfterTheHelloGoesToTheSocketThoughItsComingWasNotToldYet() {
    socket.open = true;
    CompletableFuture<JsonNode> reply = press();
    assertThat(socket.frames).hasSize(1);
    assertThat(deliveries.acknowledged("env-1", Json.object())).isTrue();
    assertThat(reply).isCompleted();
  }

  @Test
  void aClickWithNobodyThereFailsAtOnce() {
    assertThat(press()).isCompletedExceptionally();
    assertThat(socket.frames).isEmpty();
  }
}
