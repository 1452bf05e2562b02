package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.teams.TeamsMembers.Member;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/// Who of a team's full members is there, from Microsoft Graph: a bot itself is not told. Without
/// Graph, or where it may not be asked, nothing is known, and the staff say so themselves.
final class TeamsPresence implements StaffPresence {
  /// So long an answer is believed.
  static final Duration FRESH = Duration.ofSeconds(30);

  /// After a failure nothing is known for so long.
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int DESKS_MAX = 100;
  private static final String WHERE = "presence";
  private static final String MEND =
      "Grant the app registration the application permission Presence.Read.All of Microsoft Graph,"
          + " with admin consent; or leave teams.graph-url out, and let the staff say who is there";

  /// Whoever is busy, in a meeting or wants no disturbance would not answer a visitor either, but a
  /// busy colleague is there.
  private static final Set<String> THERE = Set.of("Available", "Busy");

  /// Where Graph is, and a client that adds its token.
  record Graph(URI url, OkHttpClient http) {}

  private record Known(Optional<Set<String>> there, Instant until) {}

  private final TeamsClient client;
  private final TeamsMembers members;
  private final TeamsHealth health;
  private final Optional<Graph> graph;
  private final InstantSource clock;
  private final BoundedNotes<DeskRef, Known> known = new BoundedNotes<>(DESKS_MAX);

  TeamsPresence(
      TeamsClient client,
      TeamsMembers members,
      TeamsHealth health,
      Optional<Graph> graph,
      InstantSource clock) {
    this.client = client;
    this.members = members;
    this.health = health;
    this.graph = graph;
    this.clock = clock;
  }

  /// One caller at a time: the next finds what this one has learned.
  @Override
  public synchronized Optional<Set<String>> present(DeskRef desk) {
    if (graph.isEmpty() || !desk.platform().equals("teams")) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Known> before = known.get(desk).filter(each -> now.isBefore(each.until()));
    if (before.isPresent()) {
      return before.get().there();
    }
    Optional<Set<String>> there = asked(graph.get(), desk);
    known.put(desk, new Known(there, now.plus(there.isPresent() ? FRESH : PAUSE)));
    return there;
  }

  private Optional<Set<String>> asked(Graph graph, DeskRef desk) {
    List<Member> team = members.staff(TeamsPlace.of(desk));
    if (team.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = question.putArray("ids");
    team.forEach(each -> ids.add(each.person()));
    URI where = graph.url().resolve("v1.0/communications/getPresencesByUserId");
    TeamsReply<JsonNode> reply = client.ask(graph.http(), where, question);
    if (reply.isNo(403)) {
      health.needsMending(WHERE, "Forbidden", MEND);
    }
    if (!(reply instanceof TeamsReply.Fine<JsonNode>(JsonNode answer))
        || !answer.path("value").isArray()) {
      return Optional.empty();
    }
    health.mended(WHERE);
    return Optional.of(there(answer.path("value"), team));
  }

  /// Only those who were asked for: the answer is not believed for others.
  private static Set<String> there(JsonNode presences, List<Member> team) {
    Set<String> asked = team.stream().map(Member::person).collect(Collectors.toUnmodifiableSet());
    return presences
        .valueStream()
        .filter(each -> THERE.contains(each.path("availability").asText("")))
        .map(each -> each.path("id").asText(""))
        .filter(asked::contains)
        .map(id -> "teams:" + id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
