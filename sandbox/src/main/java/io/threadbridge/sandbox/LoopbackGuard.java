package io.threadbridge.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets nobody in but this machine: everything else is answered 403.
///
/// The `Host` check keeps out a foreign name that was pointed at loopback, the `Origin` check a
/// foreign page that calls loopback. Programs send no `Origin` and pass.
final class LoopbackGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isLoopback(request.getRemoteAddr())
        && isOurs(request.getHeader("Host"))
        && isSameOrigin(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      // An address, never a name, so nothing is looked up.
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isOurs(@Nullable String host) {
    return host != null && HOSTS.contains(host.replaceFirst(":\\d{1,5}$", ""));
  }

  private static boolean isSameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean ownPage =
        origin == null || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    boolean write = !request.getMethod().equals("GET");
    return ownPage && !(write && "cross-site".equals(site));
  }
}
