package io.threadbridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.config.annotation.EnableWebSocket;

/// A [World] behind a real Jetty on a free port of loopback.
final class Program implements AutoCloseable {
  final URI url;
  final World world;
  private final ConfigurableApplicationContext context;

  Program(VisitorLimits limits) {
    int port = freePort();
    url = URI.create("http://127.0.0.1:" + port);
    world = new World(url, limits);
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.SERVLET)
            .initializers(starting -> starting.getBeanFactory().registerSingleton("world", world))
            .properties(
                Map.of(
                    "server.port",
                    port,
                    "server.address",
                    "127.0.0.1",
                    "spring.threads.virtual.enabled",
                    true,
                    "spring.main.banner-mode",
                    "off",
                    "spring.main.register-shutdown-hook",
                    false,
                    "logging.level.root",
                    "WARN"))
            .run();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    world.connections.endAll();
    context.close();
  }

  /// What `config` has to wire.
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableWebSocket
  static class Wiring {
    @Bean
    RouterFunction<ServerResponse> visitorRoutes(World world) {
      return world.visitorRoutes.routes();
    }

    @Bean
    RouterFunction<ServerResponse> widgetRoutes(World world) {
      return world.widgetRoutes.routes();
    }

    @Bean
    RouterFunction<ServerResponse> fileRoutes(World world) {
      return world.fileRoutes.routes();
    }

    @Bean
    RouterFunction<ServerResponse> sharedFileRoutes(World world) {
      return world.sharedFileRoutes.routes();
    }

    @Bean
    RouterFunction<ServerResponse> linkRoutes(World world) {
      return world.linkRoutes.routes();
    }

    @Bean
    VisitorSocketSetup visitorSocketSetup(World world) {
      return new VisitorSocketSetup(world.socket, new OriginInterceptor(world.origins));
    }
  }
}
