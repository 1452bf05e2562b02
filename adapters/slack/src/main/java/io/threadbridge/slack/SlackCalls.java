package io.threadbridge.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Web API, with every way in which a call can fail made a value. Nothing is ever repeated
/// here: OkHttp's own repetition of a POST on a broken connection, which doubles messages, is
/// switched off.
///
/// What we write goes through the SDK's typed client. What we read is taken as a JSON tree: a typed
/// message with one field of a new kind cannot be read at all, and then a look-up would never end.
///
/// Longer than the house's files: every way in which a call can fail is told here and nowhere else.
final class SlackCalls {
  /// One call, and after it one [#quick] one, end within the port's limit of 12 s.
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /// A call that follows another, or on which an acknowledgement within 3 s waits.
  static final Duration QUICK_TIMEOUT = Duration.ofMillis(2_500);

  /// A longer answer is not read; a page of 200 messages has about 1 MB at most.
  static final long BODY_BYTES_MAX = 4L * 1024 * 1024;

  /// A visitor on a slow network takes this long at most for a file.
  private static final Duration BYTES_TIMEOUT = Duration.ofMinutes(3);

  /// Between two pieces of a file.
  static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(5);
  private static final Duration RATE_PAUSE = Duration.ofSeconds(5);
  private static final long RETRY_AFTER_SECONDS_MAX = 600;

  /// A longer number of seconds is read as the most that is waited.
  private static final int DIGITS_MAX = 6;

  private static final String REHEARSED_ANSWER =
      """
      {"ok":true,"channel":"C0","ts":"1.1","message":{"ts":"1.1","thread_ts":"1.1","text":"",\
      "metadata":{"event_type":"rehearsal","event_payload":{}},\
      "blocks":[{"type":"section","block_id":"1","text":{"type":"plain_text","text":"Hello"}}]}}
      """;

  private final SlackSettings settings;
  private final MethodsClient methods;
  private final MethodsClient quickMethods;
  private final MethodsClient appMethods;
  private final OkHttpClient quickHttp;
  private final OkHttpClient bytesHttp;
  private final Duration callTimeout;
  private final Duration quickTimeout;

  SlackCalls(SlackSettings settings, Duration callTimeout, Duration quickTimeout) {
    this(settings, callTimeout, quickTimeout, List.of());
  }

  private SlackCalls(
      SlackSettings settings,
      Duration callTimeout,
      Duration quickTimeout,
      List<Interceptor> before) {
    this.settings = settings;
    SlackConfig config = config(settings);
    OkHttpClient.Builder builder = client(config, settings, callTimeout).newBuilder();
    before.forEach(builder::addInterceptor);
    OkHttpClient http = builder.build();
    this.quickHttp = http.newBuilder().callTimeout(quickTimeout).build();
    this.bytesHttp =
        http.newBuilder()
            .followRedirects(false)
            .callTimeout(BYTES_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .build();
    this.callTimeout = callTimeout;
    this.quickTimeout = quickTimeout;
    Slack slack = Slack.getInstance(config, new SlackHttpClient(http));
    Slack quick = Slack.getInstance(config, new SlackHttpClient(quickHttp));
    this.methods = slack.methods(settings.botToken());
    this.quickMethods = quick.methods(settings.botToken());
    this.appMethods = slack.methods(settings.appToken().orElse(""));
  }

  /// Calls that are written to the last byte and never sent; each is answered as if it were done.
  static SlackCalls rehearsed(SlackSettings settings) {
    return new SlackCalls(settings, CALL_TIMEOUT, QUICK_TIMEOUT, List.of(SlackCalls::answeredHere));
  }

  private static Response answeredHere(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    if (request.body() != null) {
      request.body().writeTo(Okio.buffer(Okio.blackhole()));
    }
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(REHEARSED_ANSWER, MediaType.get("application/json")))
        .build();
  }

  /// Nothing of the SDK's that keeps threads, logs bodies or calls by itself.
  private static SlackConfig config(SlackSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.methodsPrefix());
    config.setStatsEnabled(false);
    config.setHttpClientResponseHandlers(List.of());
    if (settings.isLoopback()) {
      config.setProxyUrl(null);
    }
    return config;
  }

  private static OkHttpClient client(
      SlackConfig config, SlackSettings settings, Duration callTimeout) {
    OkHttpClient.Builder builder =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            // Short: a connection that the other side gave up meanwhile costs a look-up.
            .connectionPool(new ConnectionPool(5, 20, TimeUnit.SECONDS))
            .callTimeout(callTimeout);
    return settings.isLoopback() ? builder.proxy(Proxy.NO_PROXY).build() : builder.build();
  }

  /// A call of a typed method.
  interface Typed<T extends SlackApiTextResponse> {
    /// Makes the call.
    T with(MethodsClient client) throws IOException, SlackApiException;
  }

  /// Writes something.
  <T extends SlackApiTextResponse> SlackReply<T> write(Typed<T> call) {
    return typed(call, methods);
  }

  /// The same in [#QUICK_TIMEOUT].
  <T extends SlackApiTextResponse> SlackReply<T> quick(Typed<T> call) {
    return typed(call, quickMethods);
  }

  /// A call with the app-level token.
  <T extends SlackApiTextResponse> SlackReply<T> asApp(Typed<T> call) {
    return typed(call, appMethods);
  }

  // The SDK throws NullPointerException for an empty answer and JsonSyntaxException for HTML: what
  // was asked may have been done all the same.
  private static <T extends SlackApiTextResponse> SlackReply<T> typed(
      Typed<T> call, MethodsClient client) {
    try {
      T answer = call.with(client);
      return answer.isOk()
          ? new SlackReply.Fine<>(answer)
          : new SlackReply.No<>(orEmpty(answer.getError()), orEmpty(answer.getNeeded()));
    } catch (SlackApiException e) {
      return new SlackReply.Trouble<>(
          status(e.getResponse().code(), e.getResponse().header("Retry-After")));
    } catch (IOException e) {
      return new SlackReply.Trouble<>(network(e));
    } catch (RuntimeException e) {
      return new SlackReply.Trouble<>(
          new Delivery.Unknown("unreadable answer: " + e.getClass().getSimpleName()));
    }
  }

  /// Reads something with the bot token, in [#QUICK_TIMEOUT].
  SlackReply<JsonObject> read(String method, Map<String, String> parameters) {
    return read(method, parameters, new SlackHttpClient(quickHttp));
  }

  /// The same while somebody has patience.
  SlackReply<JsonObject> read(String method, Map<String, String> parameters, Patience patience) {
    Duration left = patience.atMost(quickTimeout).left();
    return left.toMillis() < 1
        ? new SlackReply.Trouble<>(new Delivery.Unknown("too slow"))
        : read(
            method,
            parameters,
            new SlackHttpClient(quickHttp.newBuilder().callTimeout(left).build()));
  }

  private SlackReply<JsonObject> read(
      String method, Map<String, String> parameters, SlackHttpClient client) {
    FormBody.Builder form = new FormBody.Builder();
    parameters.forEach(form::add);
    String url = settings.methodsPrefix() + method;
    try (Response response =
        client.postFormWithBearerHeader(url, settings.botToken(), form.build())) {
      if (!response.isSuccessful()) {
        return new SlackReply.Trouble<>(status(response.code(), response.header("Retry-After")));
      }
      return tree(response.peekBody(BODY_BYTES_MAX).string());
    } catch (IOException e) {
      return new SlackReply.Trouble<>(network(e));
    }
  }

  /// Answers at an address that Slack gave for one press; what comes of it is not of weight. Only
  /// Slack's own address is used, or where the Web API is on this machine, one of this machine.
  void respond(String address, JsonObject message) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !isForAnswers(url)) {
      LOG.debug("No address to answer at");
      return;
    }
    RequestBody body = RequestBody.create(message.toString(), JSON);
    Request request = new Request.Builder().url(url).post(body).build();
    try (Response response = quickHttp.newCall(request).execute()) {
      LOG.debug("Answered a press: HTTP {}", response.code());
    } catch (IOException e) {
      LOG.debug("A press could not be answered: {}", e.getClass().getSimpleName());
    }
  }

  private boolean isForAnswers(HttpUrl url) {
    boolean slacks = url.isHttps() && url.host().equals("hooks.slack.com");
    return slacks || (settings.isLoopback() && SlackSettings.isLoopback(url.uri()));
  }

  SlackSettings settings() {
    return settings;
  }

  /// How long a call that writes may take.
  Duration callTimeout() {
    return callTimeout;
  }

  /// How long a call may take that follows another.
  Duration quickTimeout() {
    return quickTimeout;
  }

  /// Asks for bytes, following no redirection; whoever gets the answer closes it. It begins to come
  /// within `most`, or not at all; then each read takes [#READ_TIMEOUT] at most.
  Response fetch(Request request, Duration most) throws IOException {
    Call call = bytesHttp.newCall(request);
    CompletableFuture<Void> tooLate =
        CompletableFuture.runAsync(
            call::cancel,
            CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return call.execute();
    } finally {
      boolean _ = tooLate.cancel(false);
    }
  }

  /// Sends bytes; all of it takes `most`.
  Response send(Request request, Duration most) throws IOException {
    return bytesHttp.newBuilder().callTimeout(most).build().newCall(request).execute();
  }

  private static SlackReply<JsonObject> tree(String body) {
    return SlackJson.parse(body)
        .<SlackReply<JsonObject>>map(
            answer ->
                SlackJson.flag(answer, "ok")
                    ? new SlackReply.Fine<>(answer)
                    : new SlackReply.No<>(
                        SlackJson.text(answer, "error"), SlackJson.text(answer, "needed")))
        .orElseGet(() -> new SlackReply.Trouble<>(new Delivery.Unknown("unreadable answer")));
  }

  private static Delivery status(int code, @Nullable String retryAfter) {
    if (code == 429) {
      return new Delivery.Later(pause(retryAfter), "rate", "");
    }
    if (code >= 500) {
      return new Delivery.Unknown("HTTP " + code);
    }
    return new Delivery.Later(
        SlackErrors.MEND_PAUSE,
        "HTTP " + code,
        "Check slack.api-url and any proxy before it: Slack's Web API never answers so");
  }

  static Duration pause(@Nullable String retryAfter) {
    String digits = retryAfter == null ? "" : retryAfter.strip();
    if (!digits.matches("[0-9]+")) {
      return RATE_PAUSE;
    }
    long seconds = digits.length() > DIGITS_MAX ? RETRY_AFTER_SECONDS_MAX : Long.parseLong(digits);
    return Duration.ofSeconds(Math.clamp(seconds, 1, RETRY_AFTER_SECONDS_MAX));
  }

  /// Where no connection came about nothing can have been done.
  private static Delivery network(IOException e) {
    String why = e.getClass().getSimpleName();
    return switch (e) {
      case ConnectException _, UnknownHostException _, NoRouteToHostException _ ->
          new Delivery.Later(
              UNREACHABLE_PAUSE,
              why,
              "Slack cannot be reached: check the network, any proxy, and slack.api-url");
      default -> new Delivery.Unknown(why);
    };
  }

  /// What the SDK left out, as an empty text.
  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
