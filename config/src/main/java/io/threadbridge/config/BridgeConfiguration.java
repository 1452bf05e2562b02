package io.threadbridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.threadbridge.bridge.application.CardWork;
import io.threadbridge.bridge.application.CardWriter;
import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.application.DeskPace;
import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.application.DeskWords;
import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.DirectWork;
import io.threadbridge.bridge.application.LaneStep;
import io.threadbridge.bridge.application.LaneWork;
import io.threadbridge.bridge.application.LookupWork;
import io.threadbridge.bridge.application.Noting;
import io.threadbridge.bridge.application.OutwardWork;
import io.threadbridge.bridge.application.PacedWork;
import io.threadbridge.bridge.application.PublishStep;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.FileLinks;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Hooks;
import io.threadbridge.bridge.port.MailOut;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.SiteDoor;
import io.threadbridge.bridge.port.SiteReader;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.bridge.port.WakeUps;
import io.threadbridge.slack.SlackSettings;
import io.threadbridge.teams.TeamsSettings;
import io.threadbridge.web.Origins;
import io.threadbridge.web.VisitorLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The rules, the loop around them, and the loops that run it.
///
/// Longer than the house's files: one short method for each part, and what is wired to what is read
/// in one place.
@Configuration(proxyBeanMethods = false)
class BridgeConfiguration {
  @Bean
  ConfiguredSites sites(Settings settings) {
    return new ConfiguredSites(settings);
  }

  /// What it asks for is what refuses impossible values; some of it is there only where the
  /// settings have it.
  @Bean
  CheckedSettings checkedSettings(
      Settings settings,
      Sites sites,
      ObjectProvider<SlackSettings> slack,
      ObjectProvider<TeamsSettings> teams,
      VisitorLimits limits,
      Origins origins,
      OutwardSettings outward,
      ObjectProvider<SandboxImport> sandbox) {
    SandboxImport _ = sandbox.getIfAvailable();
    SlackSettings _ = slack.getIfAvailable();
    TeamsSettings _ = teams.getIfAvailable();
    return new CheckedSettings(settings);
  }

  @Bean
  CalendarWatch calendarWatch(ConfiguredSites sites, Observations observer, InstantSource clock) {
    return new CalendarWatch(sites.calendars(), observer, clock);
  }

  @Bean
  Texts texts(Settings settings, InstantSource clock) {
    return ConfiguredTexts.of(settings, clock);
  }

  @Bean
  Observations observations(MeterRegistry meters) {
    return new Observations(meters);
  }

  @Bean
  NudgeRelay nudges() {
    return new NudgeRelay();
  }

  @Bean
  Supplier<String> names() {
    return () -> UUID.randomUUID().toString();
  }

  @Bean
  InstanceName instanceName(Supplier<String> names) {
    return new InstanceName(names.get());
  }

  @Bean
  ConversationHandler conversationHandler(
      ConversationStore store,
      Sites sites,
      Texts texts,
      Noting noting,
      NudgeRelay nudges,
      Observations observer,
      InstantSource clock) {
    SaveWriter writer = new SaveWriter(sites, texts, noting);
    return new ConversationHandler(store, writer, nudges, observer, clock);
  }

  @Bean
  ConversationOpener conversationOpener(
      ConversationStore store, SiteBook book, InstantSource clock, Supplier<String> names) {
    return new ConversationOpener(store, clock, names, book::deskOf);
  }

  @Bean
  VisitorDoor visitorDoor(
      ConversationHandler handler,
      ConversationStore store,
      ConversationOpener opener,
      FileStore files,
      InstantSource clock) {
    return new VisitorDoor(handler, store, opener, files, clock);
  }

  @Bean
  VisitorReader visitorReader(ConversationStore store, InstantSource clock) {
    return new VisitorReader(store, clock);
  }

  @Bean
  StaffDoor staffDoor(
      ConversationHandler handler, ThreadIndex threads, Sites sites, InstantSource clock) {
    return new StaffDoor(handler, threads, sites, clock);
  }

  @Bean
  CardWriter cardWriter(Sites sites, Texts texts) {
    return new CardWriter(sites, texts);
  }

  @Bean
  ConversationFiles conversationFiles(ConversationStore store, FileStore files, Desks desks) {
    return new ConversationFiles(store, files, desks);
  }

  @Bean
  DeskFiles deskFiles(ConversationFiles files, FileLinks links, DeskWords words) {
    return new DeskFiles(files, links, words);
  }

  @Bean
  DeskStep deskStep(
      ConversationStore store,
      Outbox outbox,
      PostBook posts,
      Desks desks,
      ConversationHandler handler,
      CardWriter cards,
      DeskWords words,
      DeskFiles files,
      Observations observer,
      InstantSource clock) {
    return new DeskStep(store, outbox, posts, desks, handler, cards, words, files, observer, clock);
  }

  @Bean
  LaneStep laneStep(
      ConversationStore store,
      Outbox outbox,
      ConversationHandler handler,
      Map<Lane, LaneWork> works,
      Observations observer,
      InstantSource clock) {
    return new LaneStep(store, outbox, handler, works, observer, clock);
  }

  @Bean
  Map<Lane, LaneWork> works(
      ConversationStore store,
      ThreadIndex threads,
      StaffDoor staffDoor,
      Desks desks,
      CardWriter cards,
      DeskWords words,
      SiteDoor site,
      DeskPace pace,
      MailOut mails,
      Hooks hooks,
      InstantSource clock) {
    return Map.of(
        Lane.CARD,
        new CardWork(store, desks, cards, pace, clock),
        Lane.DIRECT,
        new PacedWork(new DirectWork(desks, words), pace, clock),
        Lane.LOOKUP,
        new LookupWork(threads, staffDoor),
        Lane.MAIL,
        OutwardWork.mail(store, mails),
        Lane.HOOK,
        OutwardWork.hooks(hooks, clock),
        Lane.SITE,
        OutwardWork.site(site));
  }

  @Bean
  DeskPace deskPace(RateLimits limits, PlatformRates rates) {
    return new DeskPace(limits, rates);
  }

  @Bean
  DeskWords deskWords(Sites sites, Texts texts) {
    return new DeskWords(sites, texts);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService later() {
    return Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("later").factory());
  }

  @Bean
  Workers workers(
      ConversationStore store,
      Outbox outbox,
      WakeUps wakeUps,
      LaneStep laneStep,
      CountStep countStep,
      PublishStep publishStep,
      ConversationHandler handler,
      DeskLine line,
      DeskStep deskStep,
      Sites sites,
      SiteReader facts,
      PlatformRates rates,
      NudgeRelay nudges,
      Observations observer,
      InstantSource clock,
      ScheduledExecutorService later) {
    List<DeskRef> desks = sites.all().stream().flatMap(Site::desks).distinct().toList();
    DeskLoops loops = new DeskLoops(line, deskStep, desks, observer, clock, rates, later);
    WakeStep wakeStep = new WakeStep(handler, facts, clock, observer::woke);
    Workers workers =
        new Workers(
            store,
            outbox,
            wakeUps,
            laneStep,
            countStep,
            publishStep,
            wakeStep,
            loops,
            observer,
            clock,
            later);
    nudges.add(workers);
    return workers;
  }
}
