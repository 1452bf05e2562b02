package io.threadbridge.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The Bot Connector, with every way in which a call can fail made a value.
///
/// What we write goes through the SDK's connector on a client of ours. What we read is asked for by
/// hand and taken as a tree: the SDK's own call for a roster's next page does not work.
final class TeamsClient {
  private static final String RETRY_AFTER = "Retry-After";
  private static final long RETRY_AFTER_SECONDS_MAX = 600;

  /// A longer number of seconds is read as the most that is waited.
  private static final int DIGITS_MAX = 6;

  private static final Duration MARGIN = Duration.ofMillis(250);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final ServiceAddress address;
  private final OkHttpClient http;
  private final Patience patience;
  private final ConversationTurns turns = new ConversationTurns();
  private final ConnectorCache connectors;
  private final ObjectMapper mapper = TeamsMapper.create();

  /// @param http a client that adds the connector's token
  TeamsClient(ServiceAddress address, OkHttpClient http, Patience patience) {
    this.address = address;
    this.http = http;
    this.patience = patience;
    this.connectors = new ConnectorCache(http, mapper);
  }

  Patience patience() {
    return patience;
  }

  /// Makes a conversation: a thread in a channel, or the chat with one person.
  TeamsReply<ConversationResourceResponse> create(
      String turn, ConversationParameters parameters, Duration within) {
    return inTurn(turn, within, to -> to.createConversation(parameters));
  }

  /// Posts in a conversation: in a thread, in a chat, or with a bare channel at its root.
  TeamsReply<ResourceResponse> post(String conversation, Activity activity, Duration within) {
    return inTurn(conversation, within, to -> to.sendToConversation(conversation, activity));
  }

  /// Writes a post of ours anew.
  TeamsReply<ResourceResponse> update(String conversation, String id, Activity activity) {
    return inTurn(
            conversation, patience.post(), to -> to.updateActivity(conversation, id, activity))
        .repeatable();
  }

  /// Takes a post of ours away.
  TeamsReply<Boolean> delete(String conversation, String id) {
    return inTurn(
            conversation,
            patience.post(),
            to -> to.deleteActivity(conversation, id).thenApply(_ -> true))
        .repeatable();
  }

  /// Two calls at once on one conversation are refused by Teams; here they wait for each other.
  private <T> TeamsReply<T> inTurn(
      String conversation, Duration within, Function<Conversations, CompletableFuture<T>> call) {
    return turns
        .<TeamsReply<T>>take(conversation, () -> called(within, call))
        .orElseGet(() -> new TeamsReply.Trouble<>(TeamsErrors.busy()));
  }

  private <T> TeamsReply<T> called(
      Duration within, Function<Conversations, CompletableFuture<T>> call) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      future = call.apply(connectors.at(address.now(), within));
      @Nullable T answer = future.get(within.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
      return answer == null
          ? new TeamsReply.Trouble<>(new Delivery.Unknown("an empty answer"))
          : new TeamsReply.Fine<>(answer);
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException _) {
      future.cancel(true);
      return new TeamsReply.Trouble<>(new Delivery.Unknown("timeout"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new TeamsReply.Trouble<>(new Delivery.Unknown("interrupted"));
    }
  }

  /// What the SDK cannot read may have been done all the same.
  private <T> TeamsReply<T> failed(Throwable e) {
    return switch (e) {
      case ErrorResponseException refused -> refused(refused);
      case NotSent notSent -> new TeamsReply.Trouble<>(notSent.delivery());
      case CompletionException around when around.getCause() != null -> failed(around.getCause());
      default -> new TeamsReply.Trouble<>(new Delivery.Unknown(e.getClass().getSimpleName()));
    };
  }

  private static <T> TeamsReply<T> refused(ErrorResponseException e) {
    if (e.response().isSuccessful()) {
      return new TeamsReply.Trouble<>(new Delivery.Unknown("HTTP " + e.response().code()));
    }
    String code =
        Optional.ofNullable(e.body())
            .flatMap(body -> Optional.ofNullable(body.getError()))
            .flatMap(error -> Optional.ofNullable(error.getCode()))
            .orElse("");
    return new TeamsReply.No<>(e.response().code(), code, retryAfter(e.response().headers()));
  }

  /// Asks the connector for something.
  TeamsReply<JsonNode> read(List<String> path, Map<String, String> query) {
    HttpUrl.Builder url = HttpUrl.get(address.now().toString()).newBuilder();
    path.forEach(url::addPathSegment);
    query.forEach(url::addQueryParameter);
    return asked(http, new Request.Builder().url(url.build()).build()).repeatable();
  }

  /// Puts a question that changes nothing to another service, with a client that adds its token.
  TeamsReply<JsonNode> ask(OkHttpClient other, URI where, JsonNode question) {
    RequestBody body = RequestBody.create(question.toString(), JSON);
    return asked(other, new Request.Builder().url(where.toString()).post(body).build())
        .repeatable();
  }

  private TeamsReply<JsonNode> asked(OkHttpClient client, Request request) {
    OkHttpClient quick = client.newBuilder().callTimeout(patience.look()).build();
    try (Response response = quick.newCall(request).execute()) {
      JsonNode body = mapper.readTree(response.peekBody(BearerCalls.BODY_BYTES_MAX).string());
      return response.isSuccessful()
          ? new TeamsReply.Fine<>(body)
          : new TeamsReply.No<>(
              response.code(),
              body.path("error").path("code").asText(""),
              retryAfter(response.headers()));
    } catch (NotSent e) {
      return new TeamsReply.Trouble<>(e.delivery());
    } catch (JsonProcessingException _) {
      return new TeamsReply.Trouble<>(new Delivery.Unknown("unreadable answer"));
    } catch (IOException e) {
      return new TeamsReply.Trouble<>(new Delivery.Unknown(e.getClass().getSimpleName()));
    }
  }

  /// What a `Retry-After` says: in seconds, or as a moment by the clock of whoever wrote it.
  static Optional<Duration> retryAfter(Headers headers) {
    String written = Objects.requireNonNullElse(headers.get(RETRY_AFTER), "").strip();
    Optional<Long> seconds =
        written.matches("[0-9]+") ? Optional.of(seconds(written)) : secondsUntil(headers);
    return seconds.map(known -> Duration.ofSeconds(Math.clamp(known, 1, RETRY_AFTER_SECONDS_MAX)));
  }

  private static long seconds(String digits) {
    return digits.length() > DIGITS_MAX ? RETRY_AFTER_SECONDS_MAX : Long.parseLong(digits);
  }

  private static Optional<Long> secondsUntil(Headers headers) {
    @Nullable Date until = headers.getDate(RETRY_AFTER);
    @Nullable Date now = headers.getDate("Date");
    return until == null || now == null
        ? Optional.empty()
        : Optional.of(Duration.between(now.toInstant(), until.toInstant()).toSeconds());
  }
}
