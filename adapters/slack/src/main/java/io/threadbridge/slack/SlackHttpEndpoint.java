package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers Slack's HTTP requests: events, buttons, modals and commands, all at one address. It must
/// be given the body as it came, byte for byte.
public final class SlackHttpEndpoint {
  /// A longer body is refused.
  public static final int BODY_BYTES_MAX = 512 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SlackHttpEndpoint.class);

  /// The answer to a request.
  public record Answer(int status, String contentType, String body) {
    private static Answer of(int status) {
      return new Answer(status, "text/plain; charset=utf-8", "");
    }
  }

  private final SlackRequestVerifier verifier;
  private final SlackEvents events;

  SlackHttpEndpoint(SlackRequestVerifier verifier, SlackEvents events) {
    this.verifier = verifier;
    this.events = events;
  }

  /// Handles one request, and blocks until what it tells is kept: at most about 3 s. Answers 200
  /// when it need not come again, 401 if it is not Slack's, 413 if it is too long, 400 if it cannot
  /// be read, 503 if it must come again.
  ///
  /// @param headers by name, in any case
  public Answer handle(byte[] body, Map<String, String> headers) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    if (body.length > BODY_BYTES_MAX) {
      return Answer.of(413);
    }
    String signature = byName.getOrDefault("x-slack-signature", "");
    String timestamp = byName.getOrDefault("x-slack-request-timestamp", "");
    boolean again = byName.containsKey("x-slack-retry-num");
    return switch (verifier.judge(body, timestamp, signature, again)) {
      case REFUSED, USED -> Answer.of(401);
      case GENUINE -> {
        Answer answer = genuine(body, byName.getOrDefault("content-type", ""));
        if (answer.status() == 200) {
          verifier.accepted(signature);
        }
        yield answer;
      }
    };
  }

  private Answer genuine(byte[] body, String contentType) {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean form = contentType.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    Optional<JsonObject> payload = form ? SlackForm.read(text).payload() : SlackJson.parse(text);
    if (payload.isEmpty()) {
      return Answer.of(400);
    }
    if (SlackJson.text(payload.get(), "type").equals("url_verification")) {
      String challenge = SlackJson.text(payload.get(), "challenge");
      return new Answer(200, "text/plain; charset=utf-8", challenge);
    }
    try {
      return events
          .accept(payload.get())
          .map(answer -> new Answer(200, "application/json; charset=utf-8", answer.toString()))
          .orElseGet(() -> Answer.of(200));
    } catch (StoreUnavailable e) {
      LOG.warn("A Slack event must come again: {}", e.getMessage());
      return Answer.of(503);
    }
  }
}
