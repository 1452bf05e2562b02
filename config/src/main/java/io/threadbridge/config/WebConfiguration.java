package io.threadbridge.config;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.VisitorTokens;
import io.threadbridge.redis.VisitorNudgeBus;
import io.threadbridge.web.FileLimits;
import io.threadbridge.web.FileRoutes;
import io.threadbridge.web.OpenSigns;
import io.threadbridge.web.OriginInterceptor;
import io.threadbridge.web.Origins;
import io.threadbridge.web.VisitorActions;
import io.threadbridge.web.VisitorConnections;
import io.threadbridge.web.VisitorGate;
import io.threadbridge.web.VisitorLimits;
import io.threadbridge.web.VisitorRoutes;
import io.threadbridge.web.VisitorSocket;
import io.threadbridge.web.VisitorSocketSetup;
import io.threadbridge.web.WidgetRoutes;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.config.annotation.EnableWebSocket;

/// The visitors' side.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebConfiguration {
  /// So many connections may wait to be taken. The default of 50 turns visitors away who all come
  /// back at once after a restart.
  private static final int KNOCKING_MAX = 1_024;

  @Bean
  WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> acceptQueue() {
    return factory ->
        factory.addServerCustomizers(
            server -> {
              for (Connector connector : server.getConnectors()) {
                if (connector instanceof ServerConnector tcp) {
                  tcp.setAcceptQueueSize(KNOCKING_MAX);
                }
              }
            });
  }

  @Bean
  Origins origins(Settings settings, Sites sites) {
    return new Origins(settings.publicUrl(), sites);
  }

  @Bean
  VisitorGate visitorGate(
      VisitorTokens tokens, ConversationStore store, Sites sites, InstantSource clock) {
    return new VisitorGate(tokens, store, sites, clock);
  }

  @Bean
  VisitorLimits visitorLimits(Settings settings) {
    Settings.Limits limits = settings.limits();
    VisitorLimits usual = VisitorLimits.DEFAULT;
    return new VisitorLimits(
        limits.frames().burst(),
        limits.frames().perMinute(),
        limits.wishes().burst(),
        limits.wishes().perMinute(),
        usual.openingBurst(),
        usual.openingsPerMinute(),
        limits.openings().burst(),
        limits.openings().perMinute(),
        usual.linesPerConversation(),
        usual.linesPerAddress(),
        usual.lines(),
        usual.sending());
  }

  @Bean
  VisitorActions visitorActions(
      VisitorDoor door,
      VisitorGate gate,
      RateLimits rates,
      VisitorLimits limits,
      InstantSource clock) {
    return new VisitorActions(door, gate, rates, limits, clock);
  }

  @Bean(destroyMethod = "close")
  OpenSigns openSigns(Availabilities availabilities) {
    return new OpenSigns(availabilities);
  }

  @Bean
  VisitorConnections visitorConnections(
      VisitorDoor door,
      VisitorReader reader,
      VisitorActions actions,
      VisitorGate gate,
      PresenceBook book,
      OpenSigns signs,
      InstanceName instance,
      VisitorLimits limits,
      InstantSource clock,
      Supplier<String> names) {
    return new VisitorConnections(
        door, reader, actions, gate, book, signs, limits, clock, instance.value(), names);
  }

  @Bean
  VisitorPushes visitorPushes(
      VisitorConnections connections,
      VisitorSocket socket,
      VisitorNudgeBus bus,
      PresenceBook book,
      InstanceName instance,
      NudgeRelay nudges,
      Observations observer,
      InstantSource clock) {
    VisitorPushes pushes =
        new VisitorPushes(connections, socket, bus, book, instance, observer, clock);
    nudges.add(pushes);
    return pushes;
  }

  @Bean
  RouterFunction<ServerResponse> visitorRoutes(
      ConfiguredSites sites,
      ConversationOpener opener,
      VisitorGate gate,
      VisitorConnections connections,
      OpenSigns signs,
      RateLimits rates,
      VisitorLimits limits,
      Origins origins,
      InstantSource clock) {
    return new VisitorRoutes(
            sites,
            opener,
            gate,
            connections,
            signs,
            rates,
            limits,
            origins,
            sites::takeFiles,
            clock)
        .routes();
  }

  @Bean
  RouterFunction<ServerResponse> fileRoutes(
      ConfiguredSites sites,
      VisitorGate gate,
      ConversationFiles files,
      FileStore store,
      RateLimits rates,
      Origins origins,
      InstantSource clock) {
    return new FileRoutes(
            gate, files, store, rates, FileLimits.DEFAULT, origins, sites::takeFiles, clock)
        .routes();
  }

  @Bean
  VisitorSocket visitorSocket(
      VisitorConnections connections, VisitorGate gate, Origins origins, InstantSource clock) {
    return new VisitorSocket(connections, gate, origins, clock);
  }

  @Bean
  VisitorSocketSetup visitorSocketSetup(VisitorSocket socket, Origins origins) {
    return new VisitorSocketSetup(socket, new OriginInterceptor(origins));
  }

  @Bean
  RouterFunction<ServerResponse> widgetRoutes(Sites sites, Origins origins) {
    return new WidgetRoutes(sites, origins).routes();
  }
}
