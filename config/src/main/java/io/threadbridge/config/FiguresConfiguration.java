package io.threadbridge.config;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.Noting;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisFiguresStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is counted, and where it is kept.
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
  @Bean
  RedisFiguresStore figuresStore(RedisConnections redis) {
    return new RedisFiguresStore(redis);
  }

  /// A small firm is not a call centre: nobody's own figures are kept unless the site says so.
  @Bean
  Noting noting(Sites sites, Settings settings) {
    Set<SiteName> perPerson =
        settings.sites().entrySet().stream()
            .filter(site -> site.getValue().figures().perPerson())
            .map(site -> new SiteName(site.getKey()))
            .collect(Collectors.toUnmodifiableSet());
    return new Noting(sites, perPerson::contains);
  }

  @Bean
  CountStep countStep(
      Outbox outbox, FiguresStore figures, ConversationHandler handler, InstantSource clock) {
    return new CountStep(outbox, figures, handler, clock);
  }
}
