package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.slack.SandboxIds.SIGNING_SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Events over HTTP: signed, repeated with Slack's headers, and only to loopback.
class SignedEventsIT {
  private record Heard(String body, boolean signed, @Nullable String retry, @Nullable String why) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = exchange.getRequestHeaders();
    String stamp = headers.getFirst("X-Slack-Request-Timestamp");
    String expected = new SlackSignature.Generator(SIGNING_SECRET).generate(stamp, body);
    boolean signed = expected.equals(headers.getFirst("X-Slack-Signature"));
    String retry = headers.getFirst("X-Slack-Retry-Num");
    heard.add(new Heard(body, signed, retry, headers.getFirst("X-Slack-Retry-Reason")));
    boolean fails = failures.getAndDecrement() > 0;
    byte[] answer =
        body.contains("url_verification") ? "sandbox-challenge".getBytes(UTF_8) : new byte[0];
    exchange.sendResponseHeaders(fails ? 503 : 200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void anEventIsSignedAndComesAgainUntilItIsTaken() throws Exception {
    HttpServer app =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/slack/events", this::hear);
    app.start();
    try (SandboxApplication.Running sandbox = SandboxApplication.start()) {
      Hands hands = new Hands(sandbox.address());
      ObjectNode events = Json.object().put("verify", true);
      events.put("request_url", "http://127.0.0.1:" + app.getAddress().getPort() + "/slack/events");
      events.putArray("retry_millis").add(0).add(10).add(10);
      assertThat(hands.post("events", events).path("ok").asBoolean()).isTrue();
      assertThat(next().body()).contains("url_verification");
      failures.set(2);

      hands.post("post", Json.object().put("text", "Hyvää päivää"));

      Heard first = next();
      Heard second = next();
      Heard third = next();
      assertThat(first.body()).contains("Hyvää päivää");
      assertThat(first.signed() && second.signed() && third.signed()).isTrue();
      assertThat(first.retry()).isNull();
      assertThat(second.retry()).isEqualTo("1");
      assertThat(third.retry()).isEqualTo("2");
      assertThat(third.why()).isEqualTo("http_error");
    } finally {
      app.stop(0);
    }
  }

  @Test
  void aRequestAddressElsewhereIsRefused() {
    try (SandboxApplication.Running sandbox = SandboxApplication.start()) {
      ObjectNode wish = Json.object().put("request_url", "https://example.com/slack/events");

      assertThat(Json.text(new Hands(sandbox.address()).post("events", wish), "error"))
          .isEqualTo("request_url_not_loopback");
    }
  }

  private Heard next() throws InterruptedException {
    Heard next = heard.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("a request of the sandbox").isNotNull();
    return next;
  }
}
