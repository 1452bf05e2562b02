package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// All that one step of a conversation means for the figures, and where it counts: enough to
/// count it without the conversation.
///
/// @param zone the site's clock then
/// @param language the one that the visitor reads
/// @param page where the conversation began: a path, from which everything personal is taken
/// @param staff the id of whoever acted; empty unless the site counts per person
/// @param facts at most [#FACTS_MAX]
public record Noted(
    SiteName site,
    DeskRef desk,
    Instant at,
    ZoneId zone,
    String language,
    String page,
    Optional<String> staff,
    List<Fact> facts) {
  /// A step after a very late wake-up takes every row of the staff's clock at once.
  public static final int FACTS_MAX = 60;

  /// What is noted, with no more facts than there may be.
  public Noted {
    facts = List.copyOf(facts.subList(0, Math.min(facts.size(), FACTS_MAX)));
  }
}
