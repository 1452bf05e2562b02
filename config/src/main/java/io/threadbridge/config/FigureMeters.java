package io.threadbridge.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What this instance has counted for the figures, and told warehouses, as meters: the sum over all
/// instances is what the figures gain, at least once each.
///
/// All meters are there from the start, so that a rate has a beginning; there are as many as sites,
/// their desks and kinds. What counts on a desk that is in the settings no more is on `other`.
final class FigureMeters {
  private static final String OTHER = "other";

  /// The steps of the staff's clock, and what a manager asks for.
  private static final Duration[] BOUNDS =
      List.of(5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_800, 3_600).stream()
          .map(Duration::ofSeconds)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Sites sites;

  FigureMeters(MeterRegistry meters, Sites sites) {
    this.meters = meters;
    this.sites = sites;
    sites.all().forEach(this::register);
  }

  private void register(Site site) {
    for (String desk : desks(site)) {
      for (Kind kind : Kind.values()) {
        Counter _ = counter(site.name(), desk, kind);
      }
      Timer _ = firstAnswer(site.name(), desk);
      Timer _ = laterAnswer(site.name(), desk);
    }
    for (Outcome outcome : Outcome.values()) {
      Counter _ = events(site.name(), outcome);
    }
  }

  private static List<String> desks(Site site) {
    return site.desks().map(DeskRef::value).distinct().toList();
  }

  /// A step was counted here.
  void counted(Noted noted) {
    String desk = label(noted.site(), noted.desk());
    for (Cell cell : Cell.of(noted)) {
      switch (cell) {
        case Cell.InHour in -> counter(noted.site(), desk, in.kind()).increment();
        case Cell.Length length when length.measure() == Measure.FIRST_ANSWER ->
            firstAnswer(noted.site(), desk).record(Duration.ofMillis(length.millis()));
        case Cell.Length length when length.measure() == Measure.LATER_ANSWER ->
            laterAnswer(noted.site(), desk).record(Duration.ofMillis(length.millis()));
        case Cell.Length _, Cell.InLanguage _, Cell.OnPage _, Cell.ByPerson _ -> {
          // Languages, pages and people are no labels: nobody knows how many there will be.
        }
      }
    }
  }

  /// A site's warehouse was told so many events.
  void published(SiteName site, int many, Delivery delivery) {
    events(site, Outcome.of(delivery)).increment(many);
  }

  private String label(SiteName name, DeskRef desk) {
    boolean isKnown =
        sites.find(name).filter(site -> site.desks().anyMatch(desk::equals)).isPresent();
    return isKnown ? desk.value() : OTHER;
  }

  private Counter counter(SiteName site, String desk, Kind kind) {
    return Counter.builder("threadbridge.figures")
        .description("What the figures count, by kind")
        .tags("site", site.value(), "desk", desk, "kind", label(kind))
        .register(meters);
  }

  /// As in the events for a warehouse.
  private static String label(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Timer firstAnswer(SiteName site, String desk) {
    return answers("threadbridge.first.answer", "How long first answers took", site, desk);
  }

  private Timer laterAnswer(SiteName site, String desk) {
    return answers("threadbridge.later.answer", "How long later answers took", site, desk);
  }

  private Timer answers(String name, String what, SiteName site, String desk) {
    return Timer.builder(name)
        .description(what)
        .tags("site", site.value(), "desk", desk)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  private Counter events(SiteName site, Outcome outcome) {
    return Counter.builder("threadbridge.events")
        .description("Events told to a warehouse, by what it made of them")
        .tags("site", site.value(), "outcome", outcome.label())
        .register(meters);
  }
}
