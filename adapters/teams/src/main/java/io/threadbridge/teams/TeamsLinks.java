package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Notebook;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses that open a thread in Teams. They name the team by its group in Entra, which is asked
/// for once and noted; a link without it still opens for those who are in the team.
final class TeamsLinks {
  private static final String ADAPTER = "teams";
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int TEAMS_MAX = 100;

  private final TeamsClient client;
  private final Notebook notebook;
  private final String tenant;
  private final InstantSource clock;
  private final BoundedNotes<String, String> groups = new BoundedNotes<>(TEAMS_MAX);
  private final BoundedNotes<String, Instant> askedAt = new BoundedNotes<>(TEAMS_MAX);

  TeamsLinks(TeamsClient client, Notebook notebook, String tenant, InstantSource clock) {
    this.client = client;
    this.notebook = notebook;
    this.tenant = tenant;
    this.clock = clock;
  }

  /// The thread's address.
  URI to(TeamsPlace place, ThreadRef thread) {
    String root = encoded(thread.value());
    String group = group(place.team()).map(id -> "&groupId=" + encoded(id)).orElse("");
    return URI.create(
        "https://teams.microsoft.com/l/message/"
            + encoded(place.channel())
            + "/"
            + root
            + "?tenantId="
            + encoded(tenant)
            + group
            + "&parentMessageId="
            + root);
  }

  private Optional<String> group(String team) {
    Optional<String> known = groups.get(team).or(() -> notebook.read(ADAPTER, "group:" + team));
    known.ifPresent(group -> groups.put(team, group));
    return known.or(() -> asked(team));
  }

  private Optional<String> asked(String team) {
    Instant now = clock.instant();
    if (askedAt.get(team).filter(at -> now.isBefore(at.plus(PAUSE))).isPresent()) {
      return Optional.empty();
    }
    askedAt.put(team, now);
    if (client.read(List.of("v3", "teams", team), Map.of())
        instanceof TeamsReply.Fine<JsonNode>(JsonNode answer)) {
      String group = answer.path("aadGroupId").asText("");
      if (!group.isBlank()) {
        notebook.write(ADAPTER, "group:" + team, group);
        groups.put(team, group);
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8);
  }
}
