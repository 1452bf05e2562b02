package io.threadbridge.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.threadbridge.redis.RedisClock;
import io.threadbridge.web.VisitorConnections;
import java.time.Duration;

/// How this instance itself fares: its Redis and its open lines. The clock asks Redis anyway; a
/// scrape asks nobody.
final class MachineMeters implements MeterBinder {
  private static final double NANOS = 1e9;

  private final RedisClock clock;
  private final VisitorConnections connections;

  MachineMeters(RedisClock clock, VisitorConnections connections) {
    this.clock = clock;
    this.connections = connections;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge _ =
        Gauge.builder("threadbridge.redis.round.trip", clock, of -> seconds(of.roundTrip()))
            .description("How long Redis took for its last answer to the clock")
            .baseUnit("seconds")
            .register(meters);
    Gauge _ =
        Gauge.builder("threadbridge.redis.silence", clock, of -> seconds(of.sinceAnswer()))
            .description("How long ago that was")
            .baseUnit("seconds")
            .register(meters);
    Gauge _ =
        Gauge.builder("threadbridge.visitors.connected", connections, VisitorConnections::size)
            .description("Visitors' open lines on this instance")
            .register(meters);
  }

  private static double seconds(Duration length) {
    return length.toNanos() / NANOS;
  }
}
