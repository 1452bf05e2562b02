package io.threadbridge.config;

import io.threadbridge.slack.SlackHealth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Slack tells of itself.
///
/// @param channels the desks'
record SlackFacts(SlackHealth health, Set<String> channels) implements PlatformWatch.Source {
  @Override
  public PlatformWatch.Facts facts() {
    SlackHealth.Facts facts = health.facts();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("introduced", facts.introduced());
    details.put("connected", facts.socketConnected());
    facts.lastEvent().ifPresent(moment -> details.put("last event", moment.toString()));
    boolean ready = facts.introduced() && facts.socketConnected();
    return new PlatformWatch.Facts(ready, details, troubles(facts.troubles()));
  }

  @Override
  public List<PlatformWatch.Trouble> look() {
    return troubles(health.checkChannels(channels));
  }

  private static List<PlatformWatch.Trouble> troubles(Collection<SlackHealth.Trouble> troubles) {
    return troubles.stream()
        .map(one -> new PlatformWatch.Trouble(one.where(), one.what(), one.mend()))
        .toList();
  }
}
