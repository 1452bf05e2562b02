package io.threadbridge.hook;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.HookCall;
import io.threadbridge.bridge.port.Hooks;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Calls webhooks over HTTP. Redirects are not followed, and of an answer only the status is read.
///
/// A call that was perhaps taken is [Delivery.Unknown] and comes again with the same id: receivers
/// know it by that (see `docs/webhooks.md`).
public final class HttpHooks implements Hooks, AutoCloseable {
  /// For the connection, and again for the answer's head.
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int HUNDRED = 100;

  private final Map<SiteName, HookTarget> targets;
  private final Function<HookCall, Optional<URI>> links;
  private final InstantSource clock;
  private final Duration timeout;
  private final HttpClient http;

  /// Webhooks of these sites.
  ///
  /// @param links where the staff find the conversation, if that can be told
  public HttpHooks(
      Map<SiteName, HookTarget> targets,
      Function<HookCall, Optional<URI>> links,
      InstantSource clock) {
    this(targets, links, clock, TIMEOUT);
  }

  HttpHooks(
      Map<SiteName, HookTarget> targets,
      Function<HookCall, Optional<URI>> links,
      InstantSource clock,
      Duration timeout) {
    this.targets = Map.copyOf(targets);
    this.links = links;
    this.clock = clock;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public Delivery call(HookCall call) {
    HookTarget target = targets.get(call.site());
    return target == null
        ? new Delivery.Refused("no webhook is configured for the site")
        : send(request(call, target));
  }

  private HttpRequest request(HookCall call, HookTarget target) {
    byte[] body = HookBodies.of(call, target, links.apply(call));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(target.address())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Threadbridge")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return switch (target.format()) {
      case PAGERDUTY -> builder.build();
      case THREADBRIDGE ->
          builder
              .header(
                  HookSignature.HEADER, HookSignature.of(body, target.secret(), clock.instant()))
              .build();
    };
  }

  private Delivery send(HttpRequest request) {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return verdict(answer, clock.instant());
    } catch (HttpConnectTimeoutException | ConnectException _) {
      return new Delivery.Later(
          AGAIN, "the webhook cannot be reached", "check on-call.webhook.address");
    } catch (IOException _) {
      return new Delivery.Unknown("the webhook did not answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("the program stopped while the webhook was called");
    }
  }

  private static Delivery verdict(HttpResponse<?> answer, Instant now) {
    int status = answer.statusCode();
    String why = "the webhook answers " + status;
    Optional<Duration> wait = RetryAfter.read(answer.headers().firstValue("Retry-After"), now);
    if (status == TOO_MANY || (status == UNAVAILABLE && wait.isPresent())) {
      return new Delivery.Later(wait.orElse(AGAIN), why, "");
    }
    return switch (status / HUNDRED) {
      case 2 -> new Delivery.Done(new PostRef("webhook"));
      case 3 -> new Delivery.Refused(why + ": redirects are not followed, name the last address");
      case 4 -> new Delivery.Refused(why);
      default -> new Delivery.Unknown(why);
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
