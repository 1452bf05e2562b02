package io.threadbridge.web;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/// What the routes read of a request.
final class Requests {
  private static final String BEARER = "Bearer ";
  private static final int TOKEN_MAX = 256;

  private Requests() {}

  static Optional<String> origin(ServerRequest request) {
    return Optional.ofNullable(request.headers().asHttpHeaders().getOrigin());
  }

  static Optional<String> token(ServerRequest request) {
    return Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty() && token.length() <= TOKEN_MAX);
  }

  /// Whom the request's token lets in; where it comes from must be a page of that site or of ours,
  /// if it says so at all.
  static Admission admitted(ServerRequest request, VisitorGate gate, Origins origins) {
    Admission admission = token(request).flatMap(gate::admit).orElseThrow(Refusal::token);
    if (origin(request).filter(from -> !origins.maySpeak(from, admission.site())).isPresent()) {
      throw Refusal.origin();
    }
    return admission;
  }

  /// Where the request comes from, as the container knows it.
  static ClientAddress address(ServerRequest request) {
    return ClientAddress.of(
        request.remoteAddress().<InetAddress>map(remote -> remote.getAddress()).orElse(null));
  }

  /// The body, read no further than the limit.
  static String body(ServerRequest request, int most) {
    try {
      byte[] bytes = request.servletRequest().getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw Refusal.tooLong(most);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw Refusal.malformed("The body ended too early.");
    }
  }
}
