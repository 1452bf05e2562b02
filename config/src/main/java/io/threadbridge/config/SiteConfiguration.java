package io.threadbridge.config;

import io.threadbridge.bridge.application.ChatCommands;
import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.application.DeskPace;
import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.PresenceStep;
import io.threadbridge.bridge.application.Reports;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.SiteHandler;
import io.threadbridge.bridge.application.SiteStep;
import io.threadbridge.bridge.application.SiteWords;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisSiteStore;
import io.threadbridge.redis.SiteNudgeBus;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is decided for a whole site: chat or form, who is there, how long a first answer takes.
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
  @Bean
  RedisSiteStore siteStore(RedisConnections redis) {
    return new RedisSiteStore(redis);
  }

  @Bean
  SiteNudgeBus siteNudgeBus(RedisConnections redis) {
    return new SiteNudgeBus(redis);
  }

  /// What this instance knows of its sites: facts for the rules, availability for the widgets.
  @Bean
  SiteBook siteBook(Sites sites, SiteStore store, InstantSource clock) {
    return new SiteBook(sites, store, clock);
  }

  @Bean
  SiteNudgeRelay siteNudges(SiteNudgeBus bus) {
    return new SiteNudgeRelay(bus);
  }

  @Bean
  SiteHandler siteHandler(
      SiteStore store, Sites sites, SiteBook book, SiteNudgeRelay nudges, InstantSource clock) {
    return new SiteHandler(store, sites, book, nudges, clock);
  }

  @Bean
  SiteWords siteWords(Texts texts, Desks desks) {
    return new SiteWords(texts, desks);
  }

  @Bean
  DeskCommands deskCommands(
      SiteHandler handler,
      SiteBook book,
      Sites sites,
      SiteWords words,
      Reports reports,
      ReportLinks links,
      InstantSource clock) {
    return new ChatCommands(handler, book, sites, words, reports, links, clock);
  }

  @Bean
  PresenceStep presenceStep(FiguresStore figures, SiteHandler handler, InstantSource clock) {
    return new PresenceStep(figures, handler, clock);
  }

  /// Without a platform that tells who is present, nobody can tell.
  @Bean
  SiteLoops siteLoops(
      SiteHandler handler,
      SiteBook book,
      SiteStore store,
      Sites sites,
      Desks desks,
      DeskPace pace,
      SiteWords words,
      Reports reports,
      PresenceStep counted,
      ObjectProvider<StaffPresence> presence,
      SiteNudgeBus bus,
      SiteNudgeRelay nudges,
      NudgeRelay conversations,
      Observations observer,
      InstantSource clock) {
    SiteStep step = new SiteStep(handler, sites, desks, words, reports, counted, pace, clock);
    StaffPresence present = presence.getIfAvailable(() -> _ -> Optional.empty());
    SiteLoops loops =
        new SiteLoops(step, handler, book, store, sites, present, bus, observer, clock);
    nudges.add(loops);
    conversations.add(new ErasedVisitors(loops::erased));
    return loops;
  }
}
