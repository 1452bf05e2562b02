package io.threadbridge.config;

import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.slack.SlackWorkspace;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
      SlackWorkspace slack,
      Sites sites,
      Texts texts,
      ServletWebServerApplicationContext program,
      ServerProperties server,
      InstantSource clock) {
    Rehearsal rehearsal =
        new Rehearsal(store, outbox, posts, slack.rehearsedChat(), sites, texts, clock);
    Runnable knocks = () -> new OwnKnocks(here(program, server), sites.all().getFirst()).run();
    return new WarmUp(List.of(rehearsal, knocks));
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
