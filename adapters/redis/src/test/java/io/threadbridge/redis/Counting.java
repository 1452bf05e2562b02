package io.threadbridge.redis;

import static io.threadbridge.redis.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.JournalEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is counted is what the journals say and what a warehouse adds up, whoever dies meanwhile;
/// on either kind of Redis.
abstract class Counting {
  private static final SiteName SHOP = new SiteName("shop");
  private static final LocalDate FROM = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
  private static final int EVENTS = 600;

  private final RedisConnections redis;

  Counting(RedisConnections redis) {
    this.redis = redis;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyFigureIsWhatTheJournalsSay(long seed) {
    CountingRun run = new CountingRun(redis, seed);
    run.run(EVENTS);

    Figures counted = counted();
    assertThat(counted).isEqualTo(recounted());
    assertThat(counted).isEqualTo(summed(run.warehouse().kept()));
    assertThat(run.warehouse().repeats()).isPositive();
    assertThat(counted.total().of(Kind.BEGUN)).isGreaterThan(30);
    assertThat(counted.total().of(Kind.ENDED_ERASED)).isPositive();
    assertThat(counted.people()).containsOnlyKeys("slack:U1", "slack:U2");
  }

  @Test
  void everyJournalIsReadOnce() {
    new CountingRun(redis, 4).run(200);

    Map<ConversationId, Integer> times = new HashMap<>();
    new RedisJournals(redis).forEach((id, _) -> times.merge(id, 1, Integer::sum));
    assertThat(times).hasSizeGreaterThan(30);
    assertThat(times.values()).containsOnly(1);
  }

  private Figures counted() {
    return new RedisFiguresStore(redis).read(SHOP, Optional.empty(), FROM, FROM.plusDays(7));
  }

  private Figures recounted() {
    FiguresBuilder figures = new FiguresBuilder(FROM, FROM.plusDays(7));
    new RedisJournals(redis).forEach((_, entries) -> cells(entries).forEach(c -> figures.in(c, 1)));
    return figures.build();
  }

  private static Figures summed(List<EventFeed.Event> events) {
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
