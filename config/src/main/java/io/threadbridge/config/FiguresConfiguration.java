package io.threadbridge.config;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.Noting;
import io.threadbridge.bridge.application.PublishStep;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.hook.HttpEvents;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisFiguresStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is counted, where it is kept, and to whom else it is told.
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
  @Bean
  RedisFiguresStore figuresStore(RedisConnections redis) {
    return new RedisFiguresStore(redis);
  }

  /// A small firm is not a call centre: nobody's own figures are kept unless the site says so.
  @Bean
  Noting noting(Sites sites, Settings settings, OutwardSettings outward) {
    Set<SiteName> perPerson =
        settings.sites().entrySet().stream()
            .filter(site -> site.getValue().figures().perPerson())
            .map(site -> new SiteName(site.getKey()))
            .collect(Collectors.toUnmodifiableSet());
    return new Noting(sites, perPerson::contains, outward.events()::containsKey);
  }

  @Bean
  CountStep countStep(
      Outbox outbox,
      FiguresStore figures,
      ConversationHandler handler,
      InstantSource clock,
      FigureMeters meters) {
    return new CountStep(outbox, figures, handler, clock, meters::counted);
  }

  @Bean
  HttpEvents httpEvents(OutwardSettings outward, InstantSource clock) {
    return new HttpEvents(outward.events(), clock);
  }

  @Bean
  PublishStep publishStep(
      Outbox outbox,
      HttpEvents events,
      ConversationHandler handler,
      OutwardWatch watch,
      FigureMeters meters,
      Observations observer,
      InstantSource clock) {
    EventFeed feed =
        (site, told) -> {
          Delivery delivery = events.publish(site, told);
          meters.published(site, told.size(), delivery);
          return watch.seen("The events of " + site.value(), delivery);
        };
    return new PublishStep(outbox, feed, handler, observer, clock);
  }
}
