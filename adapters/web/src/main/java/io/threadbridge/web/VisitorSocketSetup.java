package io.threadbridge.web;

import io.threadbridge.web.wire.FrameCodec;
import java.time.Duration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/// Puts the visitors' socket at its address, on Jetty. A bean of this beside `@EnableWebSocket` is
/// all it takes.
public final class VisitorSocketSetup implements WebSocketConfigurer {
  /// Jetty reads this much of one message and closes with 1009 beyond it. It is twice the
  /// protocol's limit, so that a client that is only somewhat too loud is told by the protocol's
  /// own 4413.
  static final int JETTY_MESSAGE_MAX = 2 * FrameCodec.FRAME_MAX;

  /// Above the protocol's 60 s of silence, so that the protocol's own rule comes first.
  static final Duration JETTY_IDLE = Duration.ofSeconds(90);

  private final VisitorSocket socket;
  private final OriginInterceptor interceptor;

  /// A set-up for this socket.
  public VisitorSocketSetup(VisitorSocket socket, OriginInterceptor interceptor) {
    this.socket = socket;
    this.interceptor = interceptor;
  }

  /// Spring's own check of origins is opened wide because ours, which knows the sites, stands
  /// before it.
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    JettyRequestUpgradeStrategy jetty = new JettyRequestUpgradeStrategy();
    jetty.addWebSocketConfigurer(
        settings -> {
          settings.setMaxTextMessageSize(JETTY_MESSAGE_MAX);
          settings.setMaxBinaryMessageSize(1);
          settings.setIdleTimeout(JETTY_IDLE);
        });
    registry
        .addHandler(socket, "/visitor/v1/socket")
        .setHandshakeHandler(new DefaultHandshakeHandler(jetty))
        .addInterceptors(interceptor)
        .setAllowedOriginPatterns("*");
  }
}
