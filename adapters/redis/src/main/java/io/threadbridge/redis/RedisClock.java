package io.threadbridge.redis;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// One clock for all instances: Redis's, followed by the machine's own steady counter and measured
/// anew every [#MEASURE_EVERY]. It counts in microseconds and never goes backwards: where Redis's
/// clock does, it stands still until it is overtaken.
public final class RedisClock implements InstantSource, AutoCloseable {
  /// Two crystals drift apart by far less than a millisecond in this time.
  static final Duration MEASURE_EVERY = Duration.ofSeconds(5);

  /// A measurement whose answer took longer says too little; the last good one stays.
  static final Duration ROUND_TRIP_MAX = Duration.ofMillis(100);

  private final LuaScript time = LuaScript.named("time");
  private final RedisConnections redis;
  private final LongSupplier nanos;
  private final AtomicReference<Measured> measured;
  private final AtomicReference<Measured> answered;
  private final AtomicReference<Instant> latest;
  private final Thread follower;

  /// Redis showed `instant` when the counter stood at `nanos`; measured within `roundTrip`.
  private record Measured(Instant instant, long nanos, Duration roundTrip) {}

  /// A clock behind these connections. Throws [StoreUnavailable] if Redis does not answer.
  public RedisClock(RedisConnections redis) {
    this(redis, System::nanoTime);
  }

  RedisClock(RedisConnections redis, LongSupplier nanos) {
    this.redis = redis;
    this.nanos = nanos;
    Measured first = ask();
    this.measured = new AtomicReference<>(first);
    this.answered = new AtomicReference<>(first);
    this.latest = new AtomicReference<>(first.instant());
    this.follower = Thread.ofVirtual().name("redis-clock").start(this::follow);
  }

  @Override
  public Instant instant() {
    Measured base = measured.get();
    Instant now =
        base.instant().plusNanos(nanos.getAsLong() - base.nanos()).truncatedTo(ChronoUnit.MICROS);
    return latest.updateAndGet(before -> now.isAfter(before) ? now : before);
  }

  /// How long Redis took for its last answer to this clock, which asks every [#MEASURE_EVERY].
  public Duration roundTrip() {
    return answered.get().roundTrip();
  }

  /// How long ago that was; more than twice [#MEASURE_EVERY] says that Redis is away.
  public Duration sinceAnswer() {
    return Duration.ofNanos(nanos.getAsLong() - answered.get().nanos());
  }

  /// Asks Redis for the time once more.
  void measure() {
    Measured fresh = ask();
    answered.set(fresh);
    boolean isClear = fresh.roundTrip().compareTo(ROUND_TRIP_MAX) <= 0;
    boolean isClearer = fresh.roundTrip().compareTo(measured.get().roundTrip()) <= 0;
    if (isClear || isClearer) {
      measured.set(fresh);
    }
  }

  /// What Redis says is taken for the moment in the middle of the round trip.
  private Measured ask() {
    long before = nanos.getAsLong();
    List<Object> answer = time.run(redis, List.of(RedisKeys.CLOCK), List.of());
    long roundTrip = nanos.getAsLong() - before;
    Instant shown =
        Instant.ofEpochSecond(Long.parseLong((String) answer.get(0)))
            .plus(Long.parseLong((String) answer.get(1)), ChronoUnit.MICROS);
    return new Measured(shown, before + roundTrip / 2, Duration.ofNanos(roundTrip));
  }

  private void follow() {
    try {
      while (true) {
        Thread.sleep(MEASURE_EVERY);
        measureIfPossible();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// While Redis is away the steady counter goes on alone.
  private void measureIfPossible() {
    try {
      measure();
    } catch (StoreUnavailable _) {
      // The next round asks again.
    }
  }

  /// Stops following Redis.
  @Override
  public void close() {
    follower.interrupt();
  }
}
