package io.threadbridge.web;

import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What all answers to visitors have in common: errors as the protocol writes them, no caching, and
/// leave for clients on the sites' own origins to read them.
final class VisitorFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  /// Proxies must not hold an event stream back either.
  private static final Map<String, String> COMMON =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          HttpHeaders.VARY,
          HttpHeaders.ORIGIN,
          "X-Content-Type-Options",
          "nosniff",
          "X-Accel-Buffering",
          "no");

  private final Origins origins;
  private final FrameWriter writer;

  VisitorFilter(Origins origins, FrameWriter writer) {
    this.origins = origins;
    this.writer = writer;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    Optional<String> origin = Optional.ofNullable(request.headers().asHttpHeaders().getOrigin());
    boolean foreign = origin.filter(from -> !origins.mayKnock(from)).isPresent();
    ServerResponse response = foreign ? error(Refusal.origin()) : handled(request, next);
    return new WithHeaders(response, foreign ? COMMON : readableFor(origin));
  }

  private static Map<String, String> readableFor(Optional<String> origin) {
    Map<String, String> headers = new HashMap<>(COMMON);
    origin.ifPresent(from -> headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, from));
    return Map.copyOf(headers);
  }

  private ServerResponse handled(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      return next.handle(request);
    } catch (Refusal refusal) {
      return error(refusal);
    } catch (StoreUnavailable _) {
      return error(Refusal.away());
    }
  }

  private ServerResponse error(Refusal refusal) {
    Optional<Duration> wait = refusal.retryAfter();
    ServerResponse.BodyBuilder builder =
        ServerResponse.status(refusal.status()).contentType(MediaType.APPLICATION_JSON);
    wait.ifPresent(
        time -> builder.header(HttpHeaders.RETRY_AFTER, Long.toString(FrameWriter.seconds(time))));
    return builder.body(writer.error(refusal.reason(), refusal.message(), wait));
  }
}
