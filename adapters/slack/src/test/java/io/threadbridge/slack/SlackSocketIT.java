package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackSocketIT {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_100);
  private static final long WAIT_SECONDS_MAX = 10;

  private final PretendApi api = new PretendApi();
  private final Knocks knocks = new Knocks();
  private final PretendSocket slack = new PretendSocket();
  private final SlackWorkspace workspace =
      new SlackWorkspace(api.settings(false), InstantSource.fixed(NOW), TestWords::everywhere);
  private final SlackDesk desk =
      new SlackDesk(
          workspace,
          new SlackDoors(knocks, (_, _, words) -> "you said " + words, _ -> true, _ -> List.of()),
          TestWords::say,
          new Random(7),
          Duration.ofMillis(50));

  /// Slack's end of the socket.
  private static final class PretendSocket extends WebSocketServer {
    private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> acknowledgedOn = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> closed = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);

    PretendSocket() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      setDaemon(true);
      setReuseAddr(true);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connection.send("{\"type\":\"hello\",\"num_connections\":1}");
      connections.add(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String frame) {
      JsonObject acknowledgement = SlackJson.parse(frame).orElseThrow();
      acknowledgedOn.add(connection);
      if (SlackJson.has(acknowledgement, "payload")) {
        answers.add(SlackJson.object(acknowledgement, "payload"));
      }
      acknowledged.add(SlackJson.text(acknowledgement, "envelope_id"));
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      closed.add(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
      // The connection's end is what the tests look at.
    }

    void send(WebSocket connection, String envelope, String payload) {
      JsonObject frame = new JsonObject();
      frame.addProperty("type", "events_api");
      frame.addProperty("envelope_id", envelope);
      frame.addProperty("retry_attempt", 0);
      frame.add("payload", Payloads.tree(payload));
      connection.send(frame.toString());
    }
  }

  @BeforeEach
  void start() throws InterruptedException {
    slack.start();
    assertThat(slack.started.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    api.answers(
        "auth.test",
        """
        {"ok":true,"team_id":"T0FIRM","user_id":"U0BRIDGE","bot_id":"B0BRIDGE"}""");
    api.answers(
        "apps.connections.open",
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + slack.getPort() + "/link\"}");
    api.answers(
        "users.info",
        """
        {"ok":true,"user":{"id":"U0ANNA","team_id":"T0FIRM","profile":{"display_name":"Anna"}}}""");
    desk.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    desk.close();
    slack.stop(1_000);
    api.close();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  @Test
  void anEventIsAcknowledgedOnceItIsKept() throws InterruptedException {
    WebSocket connection = next(slack.connections);
    CountDownLatch kept = new CountDownLatch(1);
    knocks.failNext(() -> await(kept));
    slack.send(connection, "e1", "reply");
    slack.send(connection, "e2", "top-level");
    assertThat(next(slack.acknowledged)).isEqualTo("e2");
    kept.countDown();
    assertThat(next(slack.acknowledged)).isEqualTo("e1");
    assertThat(knocks.next().event()).isInstanceOf(StaffEvent.Wrote.class);
  }

  @Test
  void whatIsAskedIsAnsweredWithItsAcknowledgement() throws InterruptedException {
    WebSocket connection = next(slack.connections);
    slack.send(connection, "c1", "command-status");
    assertThat(next(slack.acknowledged)).isEqualTo("c1");
    assertThat(SlackJson.text(next(slack.answers), "text")).isEqualTo("you said take 2h");
    slack.send(connection, "m1", "modal-misread");
    assertThat(next(slack.acknowledged)).isEqualTo("m1");
    assertThat(SlackJson.text(next(slack.answers), "response_action")).isEqualTo("errors");
    slack.send(connection, "b1", "button-claim");
    assertThat(next(slack.acknowledged)).isEqualTo("b1");
    assertThat(slack.answers).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFaultAndAnErrorAreNotAcknowledgedAndDoNotDeafen() throws InterruptedException {
    WebSocket connection = next(slack.connections);
    for (int i = 0; i < 12; i++) {
      knocks.failNext(
          () -> {
            throw new IllegalStateException("a fault");
          });
      knocks.failNext(
          () -> {
            throw new StackOverflowError("an error");
          });
    }
    for (int i = 0; i < 24; i++) {
      slack.send(connection, "lost-" + i, "reply");
    }
    slack.send(connection, "kept", "reply");
    assertThat(next(slack.acknowledged)).isEqualTo("kept");
    assertThat(knocks.all()).hasSize(1);
  }

  @Test
  void whileTheStoreIsAwayTheEventsOfAThreadWaitAndKeepTheirOrder() throws InterruptedException {
    WebSocket connection = next(slack.connections);
    for (int i = 0; i < 3; i++) {
      knocks.failNext(
          () -> {
            throw new StoreUnavailable("away");
          });
    }
    slack.send(connection, "first", "reply");
    slack.send(connection, "second", "reply");
    assertThat(next(slack.acknowledged)).isEqualTo("first");
    assertThat(next(slack.acknowledged)).isEqualTo("second");
    assertThat(knocks.all()).hasSize(2);
  }

  @Test
  void repliesOfAThreadKeepTheirOrder() throws InterruptedException {
    WebSocket connection = next(slack.connections);
    for (int i = 0; i < 50; i++) {
      slack.send(connection, "e" + i, "reply");
    }
    for (int i = 0; i < 50; i++) {
      assertThat(next(slack.acknowledged)).isEqualTo("e%s", i);
    }
  }

  @Test
  void aConnectionThatSlackReplacesIsKeptUntilTheNewOneIsUp() throws InterruptedException {
    WebSocket first = next(slack.connections);
    first.send("{\"type\":\"disconnect\",\"reason\":\"warning\"}");
    WebSocket second = next(slack.connections);
    assertThat(next(slack.closed)).isSameAs(first);
    slack.send(second, "e1", "reply");
    assertThat(next(slack.acknowledged)).isEqualTo("e1");
    assertThat(next(slack.acknowledgedOn)).isSameAs(second);
    assertThat(workspace.health().facts().socketConnected()).isTrue();
  }

  @Test
  void aLostConnectionIsMadeAnewAndRubbishHarmsNothing() throws InterruptedException {
    next(slack.connections).closeConnection(1006, "cut");
    WebSocket second = next(slack.connections);
    second.send("rubbish");
    second.send("{\"type\":\"slash_commands\",\"envelope_id\":\"e0\",\"payload\":null}");
    slack.send(second, "e1", "reply");
    assertThat(next(slack.acknowledged)).isIn("e0", "e1");
    assertThat(next(slack.acknowledged)).isIn("e0", "e1");
  }

  @Test
  void aConnectionThatIsRefusedIsAskedForAgain() throws InterruptedException {
    WebSocket first = next(slack.connections);
    api.answersStatus("apps.connections.open", 500);
    first.closeConnection(1006, "cut");
    next(slack.closed);
    awaitCalls("apps.connections.open", 3);
    assertThat(workspace.health().facts().socketConnected()).isFalse();
    assertThat(workspace.health().facts().troubles()).isNotEmpty();
    api.answers(
        "apps.connections.open",
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + slack.getPort() + "/link\"}");
    assertThat(next(slack.connections)).isNotNull();
  }

  @Test
  void anAddressThatIsNoneDoesNotEndTheTrying() throws InterruptedException {
    WebSocket first = next(slack.connections);
    api.answers("apps.connections.open", "{\"ok\":true}");
    first.closeConnection(1006, "cut");
    awaitCalls("apps.connections.open", 3);
    api.answers("apps.connections.open", "{\"ok\":true,\"url\":\"gopher:// no\"}");
    awaitCalls("apps.connections.open", 5);
    api.answers(
        "apps.connections.open",
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + slack.getPort() + "/link\"}");
    assertThat(next(slack.connections)).isNotNull();
  }

  private void awaitCalls(String method, int count) throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(1);
    for (int i = 0; i < 200 && api.calls(method).size() < count; i++) {
      assertThat(turns.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(api.calls(method)).hasSizeGreaterThanOrEqualTo(count);
  }
}
