package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.teams.TeamsHealth;
import io.threadbridge.teams.TeamsWorkspace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Teams tells of itself.
///
/// @param desks ours in Teams
record TeamsFacts(TeamsWorkspace teams, Set<DeskRef> desks) implements PlatformWatch.Source {
  /// Teams calls us first: until then nothing is known, and nothing is wrong.
  @Override
  public PlatformWatch.Facts facts() {
    TeamsHealth.Facts facts = teams.health().facts();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("introduced", facts.introduced());
    facts.lastActivity().ifPresent(moment -> details.put("last activity", moment.toString()));
    troubles(facts.limits()).forEach(limit -> details.put(limit.where(), limit.words()));
    return new PlatformWatch.Facts(true, details, troubles(facts.troubles()));
  }

  /// Before Teams has called there is no address to ask at.
  @Override
  public List<PlatformWatch.Trouble> look() {
    return teams.health().facts().introduced() ? troubles(teams.check(desks)) : List.of();
  }

  private static List<PlatformWatch.Trouble> troubles(Collection<TeamsHealth.Trouble> troubles) {
    return troubles.stream()
        .map(one -> new PlatformWatch.Trouble(one.where(), one.what(), one.mend()))
        .toList();
  }
}
