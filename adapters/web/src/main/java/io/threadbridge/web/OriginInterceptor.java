package io.threadbridge.web;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets no foreign page open a socket (403), and remembers for `hello` where it came from. Which
/// site it is for is known only then. A client that tells no `Origin` is no browser and passes: its
/// token decides.
public final class OriginInterceptor implements HandshakeInterceptor {
  private static final String ORIGIN = "threadbridge.origin";
  private static final String ADDRESS = "threadbridge.address";

  private final Origins origins;

  /// An interceptor for these origins.
  public OriginInterceptor(Origins origins) {
    this.origins = origins;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    InetSocketAddress remote = request.getRemoteAddress();
    attributes.put(ADDRESS, ClientAddress.of(remote.getAddress()));
    Optional<String> origin = Optional.ofNullable(request.getHeaders().getOrigin());
    origin.ifPresent(value -> attributes.put(ORIGIN, value));
    if (origin.isPresent() && !origins.mayKnock(origin.get())) {
      response.setStatusCode(HttpStatus.FORBIDDEN);
      return false;
    }
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}

  static Optional<String> origin(WebSocketSession socket) {
    return Optional.ofNullable((String) socket.getAttributes().get(ORIGIN));
  }

  static ClientAddress address(WebSocketSession socket) {
    return socket.getAttributes().get(ADDRESS) instanceof ClientAddress address
        ? address
        : ClientAddress.of(null);
  }
}
