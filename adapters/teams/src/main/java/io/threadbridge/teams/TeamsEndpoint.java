package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Asking;
import io.threadbridge.teams.TeamsHappening.Telling;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers Teams' HTTP requests: messages, presses and everything else, all at one address.
public final class TeamsEndpoint {
  /// A longer body is refused.
  public static final int BODY_BYTES_MAX = 512 * 1024;

  /// So long somebody waits who pressed a button; Teams itself gives up after 15 s.
  static final Duration PRESS_MAX = Duration.ofMillis(4_500);

  private static final Logger LOG = LoggerFactory.getLogger(TeamsEndpoint.class);

  /// The answer to a request.
  public record Answer(int status, String contentType, String body) {
    private static Answer of(int status) {
      return new Answer(status, "text/plain; charset=utf-8", "");
    }

    private static Answer of(JsonNode body) {
      return new Answer(200, "application/json; charset=utf-8", body.toString());
    }
  }

  private final ObjectMapper mapper = TeamsMapper.create();
  private final TokenValidator validator;
  private final ServiceUrls serviceUrls;
  private final TeamsInbox inbox;
  private final Insistence insistence;
  private final ExecutorService presses;

  TeamsEndpoint(
      TokenValidator validator,
      ServiceUrls serviceUrls,
      TeamsInbox inbox,
      Insistence insistence,
      ExecutorService presses) {
    this.validator = validator;
    this.serviceUrls = serviceUrls;
    this.inbox = inbox;
    this.insistence = insistence;
    this.presses = presses;
  }

  /// Handles one request, and blocks until what it tells is kept, or what it asks is answered. What
  /// cannot be kept at once is tried for [Insistence#USUAL], and then must come again; Teams gives
  /// up before, and sends it once more. Answers 200 when it need not come again, 401 if it is not
  /// the Bot Framework's, 403 if it is not from our firm's Teams, 413 if it is too long, 400 if it
  /// cannot be read, 501 if it asks what we do not know, 503 if it must come again.
  ///
  /// @param headers by name, in any case
  public Answer handle(byte[] body, Map<String, String> headers) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    if (body.length > BODY_BYTES_MAX) {
      return Answer.of(413);
    }
    String authorization = byName.getOrDefault("authorization", "");
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return Answer.of(401);
    }
    Optional<Told> told = read(body);
    if (told.isEmpty()) {
      return Answer.of(400);
    }
    try {
      return switch (validator.judge(authorization, told.get())) {
        case REFUSED -> Answer.of(401);
        case FORBIDDEN -> Answer.of(403);
        case GENUINE -> inTurn(told.get());
      };
    } catch (StoreUnavailable e) {
      LOG.warn("A Teams activity must come again: {}", e.getMessage());
      return Answer.of(503);
    }
  }

  private Optional<Told> read(byte[] body) {
    try {
      return Optional.of(mapper.readTree(body)).filter(JsonNode::isObject).map(Told::new);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Whoever waits for an answer is told what is amiss, and tries again themselves.
  private Answer inTurn(Told told) {
    return told.type().equals("invoke")
        ? genuine(told)
        : insistence.on(told.conversation(), () -> genuine(told));
  }

  private Answer genuine(Told told) {
    serviceUrls.seen(told.serviceUrl());
    return switch (inbox.translate(told)) {
      case Telling telling -> {
        inbox.take(telling);
        yield Answer.of(200);
      }
      case Asking asking -> Answer.of(answer(asking));
      case TeamsHappening.UnknownInvoke(String because) -> {
        LOG.debug("Teams invoke not answered: {}", because);
        yield Answer.of(501);
      }
    };
  }

  /// Whoever waits too long is told to look before they press again: what they asked for may still
  /// be done, and is never taken back.
  private ObjectNode answer(Asking asking) {
    Future<ObjectNode> answer = presses.submit(() -> inbox.answer(asking));
    try {
      return answer.get(PRESS_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return inbox.late(asking, Word.LOOK_FIRST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return inbox.late(asking, Word.LOOK_FIRST);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a press in Teams was not answered", e.getCause());
    }
  }
}
