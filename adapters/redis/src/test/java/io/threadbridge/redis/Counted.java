package io.threadbridge.redis;

import static io.threadbridge.redis.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.JournalEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What the figures of a [CountingRun] are, and what its journals say that they must be.
record Counted(RedisConnections redis) {
  private static final SiteName SHOP = new SiteName("shop");
  private static final LocalDate FROM = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

  /// A key in the slot of the figures.
  static String key() {
    return RedisKeys.figures(SHOP, FROM);
  }

  /// What was counted, which is what the journals say.
  Figures assertAgree() {
    Figures counted = counted();
    assertThat(counted).isEqualTo(recounted());
    return counted;
  }

  private Figures counted() {
    return new RedisFiguresStore(redis).read(SHOP, Optional.empty(), FROM, FROM.plusDays(7));
  }

  private Figures recounted() {
    FiguresBuilder figures = new FiguresBuilder(FROM, FROM.plusDays(7));
    new RedisJournals(redis).forEach((_, entries) -> cells(entries).forEach(c -> figures.in(c, 1)));
    return figures.build();
  }

  /// What these events of a warehouse add up to.
  static Figures summed(List<EventFeed.Event> events) {
    FiguresBuilder figures = new FiguresBuilder(FROM, FROM.plusDays(7));
    events.forEach(event -> Cell.of(event.noted()).forEach(cell -> figures.in(cell, 1)));
    return figures.build();
  }

  private static List<Cell> cells(List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.noted().stream())
        .flatMap(noted -> Cell.of(noted).stream())
        .toList();
  }
}
