package io.threadbridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.redis.RedisClock;
import io.threadbridge.redis.RedisDeskLine;
import io.threadbridge.web.VisitorConnections;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What Prometheus reads; `docs/metrics.md` lists it.
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
  @Bean
  FigureMeters figureMeters(MeterRegistry meters, Sites sites) {
    return new FigureMeters(meters, sites);
  }

  @Bean
  DeskMeters deskMeters(MeterRegistry meters) {
    return new DeskMeters(meters);
  }

  @Bean
  SiteGauges siteGauges(Sites sites, SiteBook book) {
    return new SiteGauges(sites, book);
  }

  @Bean
  LineGauges lineGauges(Sites sites, RedisDeskLine line, Observations observer) {
    List<DeskRef> desks = sites.all().stream().flatMap(Site::desks).distinct().toList();
    observer.expect(desks);
    return new LineGauges(desks, line::length, observer);
  }

  @Bean
  MachineMeters machineMeters(RedisClock clock, VisitorConnections connections) {
    return new MachineMeters(clock, connections);
  }
}
