package io.threadbridge.config;

import io.threadbridge.bridge.port.DecisionObserver;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Looks after one chat platform: whether it knows us, and whether the desks' channels can be
/// served. What somebody must mend is told once in the log, and stands in the health for as long as
/// it lasts.
final class PlatformWatch extends Watch implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  /// Something that somebody must mend.
  ///
  /// @param where a channel, a method, or a part of ours
  /// @param what the platform's own name for it
  /// @param mend what to do, in a sentence
  record Trouble(String where, String what, String mend) {
    String words() {
      return what + ". " + mend;
    }
  }

  /// What is known at a moment, without asking the platform.
  ///
  /// @param ready whether messages can go and come
  /// @param details further facts for the health, by name
  record Facts(boolean ready, Map<String, Object> details, List<Trouble> troubles) {}

  /// What a platform tells of itself.
  interface Source {
    /// What is known now.
    Facts facts();

    /// Looks at the desks' channels, which may take a while; what must be mended there.
    List<Trouble> look();
  }

  private final String platform;
  private final Source source;
  private final Set<Trouble> told = new HashSet<>();

  /// @param platform its name, for people
  PlatformWatch(String platform, Source source, DecisionObserver observer) {
    super("watch over " + platform, observer);
    this.platform = platform;
    this.source = source;
  }

  @Override
  public Health health() {
    Facts facts = source.facts();
    boolean well = facts.ready() && facts.troubles().isEmpty();
    Health.Builder builder = well ? Health.up() : Health.down();
    facts.details().forEach(builder::withDetail);
    facts.troubles().forEach(trouble -> builder.withDetail(trouble.where(), trouble.words()));
    return builder.build();
  }

  @Override
  Duration look() {
    Set<Trouble> now = Set.copyOf(source.look());
    now.stream()
        .filter(trouble -> !told.contains(trouble))
        .forEach(trouble -> LOG.warn("{}, {}: {}", platform, trouble.where(), trouble.words()));
    told.clear();
    told.addAll(now);
    return EVERY;
  }
}
