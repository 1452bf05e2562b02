package io.threadbridge.redis;

import static io.threadbridge.redis.AttendingRun.HELSINKI;
import static io.threadbridge.redis.AttendingRun.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many people were there is what follows from every word about it, second by second, whoever
/// dies meanwhile; on either kind of Redis.
abstract class Attending {
  private static final int EVENTS = 200;

  private final RedisConnections redis;

  Attending(RedisConnections redis) {
    this.redis = redis;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2035-06-04", "2035-10-27", "2035-03-24"})
  void everyHourIsWhatWasSaidOfIt(LocalDate begin) {
    AttendingRun run = new AttendingRun(redis, begin);
    SortedMap<LocalHour, Attended> expected = run.run(EVENTS);

    Figures read =
        new RedisFiguresStore(redis)
            .read(SITE.name(), Optional.empty(), begin, LocalDate.ofInstant(run.now(), HELSINKI));
    assertThat(read.presence()).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(24);
    assertThat(expected.values())
        .anyMatch(hour -> hour.knownMillis() < Duration.ofHours(1).toMillis())
        .anyMatch(hour -> hour.personMillis() > hour.knownMillis());
  }
}
