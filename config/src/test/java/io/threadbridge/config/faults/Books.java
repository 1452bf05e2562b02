package io.threadbridge.config.faults;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisFiguresStore;
import io.threadbridge.redis.RedisJournals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The figures of the shop in a Redis, and what its journals say that they are.
final class Books {
  private static final SiteName SHOP = new SiteName("shop");

  private Books() {}

  /// Everything that was owed is counted, and nothing twice.
  static void assertAgree(String redis) {
    try (RedisConnections connections = RedisConnections.open(redis)) {
      Until.yes(
          "figures that agree",
          () -> agree(counted(connections), connections),
          () -> counted(connections) + " is not what the journals say");
      if (counted(connections).hours().isEmpty()) {
        throw new AssertionError("nothing was counted");
      }
    }
  }

  private static Figures counted(RedisConnections redis) {
    return new RedisFiguresStore(redis).read(SHOP, Optional.empty(), from(), to());
  }

  private static boolean agree(Figures counted, RedisConnections redis) {
    return counted.equals(recounted(counted, redis));
  }

  /// Who was there stands in no journal.
  private static Figures recounted(Figures counted, RedisConnections redis) {
    FiguresBuilder figures = new FiguresBuilder(from(), to());
    counted.presence().forEach(figures::present);
    new RedisJournals(redis)
        .forEach(
            (_, entries) ->
                entries.stream()
                    .flatMap(entry -> entry.noted().stream())
                    .filter(noted -> noted.site().equals(SHOP))
                    .flatMap(noted -> Cell.of(noted).stream())
                    .forEach(cell -> figures.in(cell, 1)));
    return figures.build();
  }

  private static LocalDate from() {
    return to().minusDays(2);
  }

  @SuppressWarnings("TimeZoneUsage") // The programs under test run by the machine's clock.
  private static LocalDate to() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1);
  }
}
