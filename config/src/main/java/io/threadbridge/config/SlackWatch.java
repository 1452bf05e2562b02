package io.threadbridge.config;

import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.slack.SlackHealth;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/// Looks after the desks' channels: whether they are there, ours alone, and the app is in them.
/// What
/// somebody must mend is told once in the log, and stands in the health for as long as it lasts.
final class SlackWatch implements SmartLifecycle, HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final SlackHealth health;
  private final Set<String> channels;
  private final Loop loop;
  private final Set<SlackHealth.Trouble> told = new HashSet<>();
  private volatile boolean running;

  SlackWatch(SlackHealth health, Set<String> channels, DecisionObserver observer) {
    this.health = health;
    this.channels = channels;
    this.loop = new Loop("watch over Slack", this::look, observer);
  }

  @Override
  public void start() {
    running = true;
    loop.start();
  }

  @Override
  public void stop() {
    running = false;
    try {
      loop.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    SlackHealth.Facts facts = health.facts();
    boolean well = facts.introduced() && facts.socketConnected() && facts.troubles().isEmpty();
    Health.Builder builder = well ? Health.up() : Health.down();
    builder.withDetail("introduced", facts.introduced());
    builder.withDetail("connected", facts.socketConnected());
    facts.lastEvent().ifPresent(moment -> builder.withDetail("last event", moment.toString()));
    facts.troubles().forEach(trouble -> builder.withDetail(trouble.where(), words(trouble)));
    return builder.build();
  }

  private Duration look() {
    Set<SlackHealth.Trouble> now = Set.copyOf(health.checkChannels(channels));
    now.stream()
        .filter(trouble -> !told.contains(trouble))
        .forEach(trouble -> LOG.warn("Slack, {}: {}", trouble.where(), words(trouble)));
    told.clear();
    told.addAll(now);
    return EVERY;
  }

  private static String words(SlackHealth.Trouble trouble) {
    return trouble.what() + ". " + trouble.mend();
  }
}
