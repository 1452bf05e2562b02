package io.threadbridge.bench.recount;

import io.threadbridge.bridge.application.ChatCommands;
import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.HomeReports;
import io.threadbridge.bridge.application.Reports;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.SiteHandler;
import io.threadbridge.bridge.application.SiteWords;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemorySiteStore;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.pictures.DrawnPictures;
import io.threadbridge.texts.IcuTexts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The reports of a busy site, as they are made for whoever asks: a month in words, and today and
/// the last week with pictures.
final class ReportCost {
  private static final Staff ASKER = new Staff("slack:U1", "Anna", Optional.empty());

  private final ChatCommands commands;
  private final HomeReports home;

  /// @param today the last day
  ReportCost(FiguresStore figures, LocalDate today) {
    Instant now = today.atTime(LocalTime.MAX).atZone(BusySite.ZONE).toInstant();
    InstantSource clock = InstantSource.fixed(now);
    Sites sites = new OnlySite(site());
    IcuTexts texts = new IcuTexts(clock);
    MemorySiteStore store = new MemorySiteStore();
    SiteBook book = new SiteBook(sites, store, clock);
    SiteHandler handler = new SiteHandler(store, sites, book, (_, _, _) -> {}, clock);
    Addresses links = new Addresses();
    Desks desks = _ -> Optional.empty();
    Reports reports =
        new Reports(
            figures,
            new MemoryStore(new MemoryPresenceBook()),
            desks,
            texts,
            new DrawnPictures(),
            links,
            clock);
    SiteWords words = new SiteWords(texts, desks);
    this.commands = new ChatCommands(handler, book, sites, words, reports, links, clock);
    this.home = new HomeReports(reports, book, sites, clock);
  }

  private static Site site() {
    return new Site(
        BusySite.NAME,
        "Busy",
        List.of(),
        BusySite.DESK,
        List.of("en"),
        "en",
        BusySite.ZONE,
        List.of(),
        Duration.ofDays(30),
        Policy.DEFAULT,
        Staffing.NONE);
  }

  /// What `/chat report month` answers.
  String month() {
    return commands.run(BusySite.DESK, ASKER, "report month");
  }

  /// Today and the last seven days.
  List<Report> home() {
    return home.of(BusySite.DESK::equals);
  }

  private record OnlySite(Site site) implements Sites {
    @Override
    public Optional<Site> find(SiteName name) {
      return Optional.of(site).filter(only -> only.name().equals(name));
    }

    @Override
    public List<Site> all() {
      return List.of(site);
    }
  }

  private record Addresses() implements ReportLinks {
    private static final URI NOWHERE = URI.create("https://chat.example/");

    @Override
    public URI figures(SiteName site, DigestPeriod period, Format format) {
      return NOWHERE;
    }

    @Override
    public URI picture(PictureOf picture) {
      return NOWHERE;
    }
  }
}
