package io.threadbridge.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.DecisionObserver;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Counts what happens, tells the log what somebody must mend, and is the health of the desks.
/// Never a visitor's word, a person or a secret.
final class Observations implements DecisionObserver, HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(Observations.class);

  private static final String DESK_BROKEN = "threadbridge.desk.broken";
  private static final String ORPHANS_FORGOTTEN = "threadbridge.orphans.forgotten";
  private static final String UNKNOWN_OUTCOMES = "threadbridge.unknown.outcomes";
  private static final String REFUSED = "threadbridge.refused";
  private static final String WORKER_FAILURES = "threadbridge.worker.failures";

  private static final Duration[] LATENESS =
      Arrays.stream(new long[] {5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000})
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Map<String, String> toMend = new ConcurrentHashMap<>();

  Observations(MeterRegistry meters) {
    this.meters = meters;
  }

  /// Makes the meters of these desks, and of all lanes, before anything happens: a counter that
  /// begins with its first failure shows no increase. What stands in the settings bounds them.
  void expect(Collection<DeskRef> desks) {
    for (DeskRef desk : desks) {
      Counter _ = meters.counter(DESK_BROKEN, "desk", desk.value());
      Counter _ = meters.counter(ORPHANS_FORGOTTEN, "desk", desk.value());
      Gauge _ =
          Gauge.builder(
                  "threadbridge.desk.to.mend", toMend, all -> all.containsKey(desk.value()) ? 1 : 0)
              .description("1 while a desk takes no posts until somebody mends something")
              .tag("desk", desk.value())
              .register(meters);
    }
    for (Lane lane : Lane.values()) {
      Counter _ = meters.counter(UNKNOWN_OUTCOMES, "lane", lane.name());
      Counter _ = meters.counter(REFUSED, "lane", lane.name());
    }
    Counter _ = meters.counter(WORKER_FAILURES, "worker", "wake-up");
    Timer _ = lateness();
  }

  /// A wake-up came so late.
  void woke(Duration late) {
    lateness().record(late);
  }

  private Timer lateness() {
    return Timer.builder("threadbridge.wake.lateness")
        .description("How late wake-ups are that find something due")
        .serviceLevelObjectives(LATENESS)
        .register(meters);
  }

  @Override
  public void decided(ConversationId id, String event, String decision, String because) {
    meters.counter("threadbridge.decisions", "event", event, "decision", decision).increment();
    LOG.debug("{} {} {} {}", id.value(), event, decision, because);
  }

  @Override
  public void deskNeedsMending(String desk, String why, String mend) {
    meters.counter(DESK_BROKEN, "desk", desk).increment();
    String told = why + ": " + mend;
    if (!told.equals(toMend.put(desk, told))) {
      LOG.warn("The desk {} cannot be reached ({}). What to do: {}", desk, why, mend);
    }
  }

  @Override
  public void deskWorks(String desk) {
    if (toMend.remove(desk) != null) {
      LOG.info("The desk {} works again", desk);
    }
  }

  @Override
  public void unknownOutcome(ConversationId id, Lane lane, String why) {
    meters.counter(UNKNOWN_OUTCOMES, "lane", lane.name()).increment();
    LOG.info(
        "{}: outcome of a call in lane {} is unknown ({}); it will be looked up",
        id.value(),
        lane,
        why);
  }

  @Override
  public void refused(ConversationId id, Lane lane, String why) {
    meters.counter(REFUSED, "lane", lane.name()).increment();
    LOG.warn("{}: refused for good in lane {}: {}", id.value(), lane, why);
  }

  @Override
  public void workerFailed(String worker, Throwable failure) {
    meters.counter(WORKER_FAILURES, "worker", worker).increment();
    LOG.warn("{} failed and will try again: {}", worker, failure.toString());
    LOG.debug("{} failed", worker, failure);
  }

  /// Replies in a thread that no conversation owns yet came so fast that the oldest were given up.
  void orphansForgotten(String desk, int many) {
    meters.counter(ORPHANS_FORGOTTEN, "desk", desk).increment(many);
    LOG.warn(
        "{} early replies in a thread of {} were given up: more came than are kept before the card"
            + " is known",
        many,
        desk);
  }

  @Override
  public Health health() {
    return toMend.isEmpty() ? Health.up().build() : Health.down().withDetails(toMend).build();
  }
}
