package io.threadbridge.calendar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fetches a calendar from its address. Follows redirects only within the scheme that the settings
/// name, so that nobody turns `https` into `http` on the way.
final class CalendarFetch {
  /// How large a calendar may be: some thousand events.
  static final int BYTES_AT_MOST = 1_000_000;

  static final int REDIRECTS_AT_MOST = 5;

  private static final String LATE = "its address does not answer in time";

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final URI address;
  private final Duration timeout;

  /// @param timeout how long one answer may take with its whole body
  CalendarFetch(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /// What came.
  sealed interface Fetched {
    /// The calendar's text.
    ///
    /// @param tag by which to ask next time whether it changed
    record Fresh(String text, Optional<String> tag) implements Fetched {}

    /// It is as it was.
    record Unchanged() implements Fetched {}
  }

  /// Asks once. The client is made for that and ended with it: asked every few minutes it would
  /// otherwise keep threads and connections for nothing.
  ///
  /// @param tag what the calendar had when it was last fetched
  Fetched fetch(Optional<String> tag) throws CalendarProblem, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder().connectTimeout(timeout).followRedirects(Redirect.NEVER).build();
    try {
      return follow(client, tag);
    } finally {
      client.shutdownNow();
    }
  }

  private Fetched follow(HttpClient client, Optional<String> tag)
      throws CalendarProblem, InterruptedException {
    URI next = address;
    for (int hop = 0; hop <= REDIRECTS_AT_MOST; hop++) {
      HttpResponse<byte[]> answer = send(client, request(next, tag));
      int status = answer.statusCode();
      Optional<String> location = answer.headers().firstValue("Location");
      if (status == OK) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return new Fetched.Fresh(text, answer.headers().firstValue("ETag"));
      }
      if (status == NOT_MODIFIED && tag.isPresent()) {
        return new Fetched.Unchanged();
      }
      if (!isRedirect(status) || location.isEmpty()) {
        throw new CalendarProblem("its address answers " + status);
      }
      next = target(next, location.get());
    }
    throw new CalendarProblem("its address redirects more than " + REDIRECTS_AT_MOST + " times");
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI target(URI from, String location) throws CalendarProblem {
    try {
      URI target = from.resolve(location);
      if (!from.getScheme().equalsIgnoreCase(target.getScheme())) {
        throw new CalendarProblem("its address redirects away from " + from.getScheme());
      }
      return target;
    } catch (IllegalArgumentException e) {
      throw new CalendarProblem("its address redirects to what is no address", e);
    }
  }

  private HttpRequest request(URI target, Optional<String> tag) throws CalendarProblem {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target)
              .timeout(timeout)
              .header("Accept", "text/calendar, */*;q=0.5");
      tag.ifPresent(known -> request.header("If-None-Match", known));
      return request.build();
    } catch (IllegalArgumentException e) {
      throw new CalendarProblem("its address redirects to what is no address", e);
    }
  }

  /// The request's own timeout ends with the head of the answer: a body that trickles is cut here.
  private HttpResponse<byte[]> send(HttpClient client, HttpRequest request)
      throws CalendarProblem, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_AT_MOST));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CalendarProblem(LATE, e);
    } catch (ExecutionException e) {
      throw problem(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static CalendarProblem problem(@Nullable Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return new CalendarProblem(LATE, cause);
    }
    boolean tooLarge =
        cause instanceof IOException
            && Objects.requireNonNullElse(cause.getMessage(), "").contains("exceeds capacity");
    return new CalendarProblem(
        tooLarge
            ? "it is larger than " + BYTES_AT_MOST + " bytes"
            : "its address cannot be reached or breaks off",
        cause);
  }
}
