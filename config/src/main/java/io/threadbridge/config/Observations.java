package io.threadbridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.DecisionObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Counts what happens, tells the log what somebody must mend, and is the health of the desks.
/// Never
/// a visitor's word, a person or a secret.
final class Observations implements DecisionObserver, HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(Observations.class);

  private final MeterRegistry meters;
  private final Map<String, String> toMend = new ConcurrentHashMap<>();

  Observations(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void decided(ConversationId id, String event, String decision, String because) {
    meters.counter("threadbridge.decisions", "event", event, "decision", decision).increment();
    LOG.debug("{} {} {} {}", id.value(), event, decision, because);
  }

  @Override
  public void deskNeedsMending(String desk, String why, String mend) {
    meters.counter("threadbridge.desk.broken", "desk", desk).increment();
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
    meters.counter("threadbridge.unknown.outcomes", "lane", lane.name()).increment();
    LOG.info(
        "{}: outcome of a call in lane {} is unknown ({}); it will be looked up",
        id.value(),
        lane,
        why);
  }

  @Override
  public void refused(ConversationId id, Lane lane, String why) {
    meters.counter("threadbridge.refused", "lane", lane.name()).increment();
    LOG.warn("{}: refused for good in lane {}: {}", id.value(), lane, why);
  }

  @Override
  public void workerFailed(String worker, Throwable failure) {
    meters.counter("threadbridge.worker.failures", "worker", worker).increment();
    LOG.warn("{} failed and will try again: {}", worker, failure.toString());
    LOG.debug("{} failed", worker, failure);
  }

  /// Replies in a thread that no conversation owns yet came so fast that the oldest were given up.
  void orphansForgotten(String desk, int many) {
    meters.counter("threadbridge.orphans.forgotten", "desk", desk).increment(many);
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
