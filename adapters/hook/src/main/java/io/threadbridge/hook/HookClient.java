package io.threadbridge.hook;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/// Posts JSON to a firm's services and says what an answer means. Redirects are not followed, and
/// of an answer only the status is read.
final class HookClient implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int HUNDRED = 100;

  private final String setting;
  private final Set<Integer> mendable;
  private final InstantSource clock;
  private final Duration timeout;
  private final HttpClient http;

  /// A client of one kind of services.
  ///
  /// @param setting what a person looks at when one cannot be reached
  /// @param mendable answers from 400 to 499 after which somebody has something to mend and the
  ///     same call may work; any other of these refuses the call for good
  /// @param timeout for the connection, and again for the answer's head
  HookClient(String setting, Set<Integer> mendable, InstantSource clock, Duration timeout) {
    this.setting = setting;
    this.mendable = Set.copyOf(mendable);
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

  /// Posts a body in our own form, signed now.
  Delivery postSigned(HookTarget target, byte[] body) {
    String signature = HookSignature.of(body, target.secret(), clock.instant());
    return send(request(target, body).header(HookSignature.HEADER, signature).build());
  }

  /// Posts a body that proves by itself whose it is.
  Delivery post(HookTarget target, byte[] body) {
    return send(request(target, body).build());
  }

  private HttpRequest.Builder request(HookTarget target, byte[] body) {
    return HttpRequest.newBuilder(target.address())
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Threadbridge")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private Delivery send(HttpRequest request) {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return verdict(answer, clock.instant());
    } catch (HttpConnectTimeoutException | ConnectException _) {
      return new Delivery.Later(AGAIN, "the webhook cannot be reached", "check " + setting);
    } catch (IOException _) {
      return new Delivery.Unknown("the webhook did not answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("the program stopped while the webhook was called");
    }
  }

  private Delivery verdict(HttpResponse<?> answer, Instant now) {
    int status = answer.statusCode();
    String why = "the webhook answers " + status;
    Optional<Duration> wait = RetryAfter.read(answer.headers().firstValue("Retry-After"), now);
    if (status == TOO_MANY || (status == UNAVAILABLE && wait.isPresent())) {
      return new Delivery.Later(wait.orElse(AGAIN), why, "");
    }
    if (mendable.contains(status)) {
      return new Delivery.Later(AGAIN, why, "check " + setting + " and its receiver");
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
