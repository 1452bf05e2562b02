package io.threadbridge.config;

import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done once at the start so that the first visitor need not wait for it.
@Configuration(proxyBeanMethods = false)
class WarmUpConfiguration {
  @Bean
  WarmUp warmUp(
      ConversationStore store,
      Outbox outbox,
      PostBook posts,
      List<ChatPlatform> platforms,
      Sites sites,
      Texts texts,
      FileStore files,
      DeskFiles shown,
      ServletWebServerApplicationContext program,
      ServerProperties server,
      InstantSource clock) {
    Stream<Runnable> rehearsal =
        rehearsed(sites.all().getFirst(), platforms)
            .map(
                chat ->
                    new Rehearsal(store, outbox, posts, chat, sites, texts, files, shown, clock));
    Runnable knocks = () -> new OwnKnocks(here(program, server), sites.all().getFirst()).run();
    return new WarmUp(Stream.concat(rehearsal, Stream.of(knocks)).toList());
  }

  private static Stream<TeamChat> rehearsed(Site site, List<ChatPlatform> platforms) {
    return platforms.stream()
        .filter(platform -> platform.name().equals(site.desk().platform()))
        .flatMap(platform -> platform.rehearsed().stream());
  }

  private static URI here(ServletWebServerApplicationContext program, ServerProperties server) {
    InetAddress address =
        Optional.ofNullable(server.getAddress())
            .filter(one -> !one.isAnyLocalAddress())
            .orElseGet(InetAddress::getLoopbackAddress);
    String host = address.getHostAddress();
    String shown = host.contains(":") ? "[" + host + "]" : host;
    WebServer running = Objects.requireNonNull(program.getWebServer(), "it has started by then");
    return URI.create("http://" + shown + ":" + running.getPort());
  }
}
