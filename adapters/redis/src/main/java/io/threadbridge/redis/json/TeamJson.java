package io.threadbridge.redis.json;

import static java.util.stream.Collectors.toMap;

import io.threadbridge.bridge.hours.Shift;
import io.threadbridge.bridge.site.Team;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who of a site's staff is there, as JSON and back.
final class TeamJson {
  private TeamJson() {}

  static ObjectNode write(Team team) {
    ObjectNode node = Json.object();
    team.seen().ifPresent(seen -> node.set("seen", seen(seen)));
    node.set("switches", Json.array(List.copyOf(team.switches().values()), TeamJson::word));
    node.set("shifts", Json.array(team.shifts(), TeamJson::shift));
    return node;
  }

  static Team read(JsonNode node) {
    Optional<Team.Seen> seen = Json.optional(node, "seen").map(TeamJson::seen);
    return new Team(
        seen,
        Json.list(node, "switches", TeamJson::word).stream()
            .collect(toMap(word -> word.staff().id(), word -> word)),
        Json.list(node, "shifts", TeamJson::shift));
  }

  private static ObjectNode seen(Team.Seen seen) {
    ObjectNode node = Json.put(Json.object(), "at", seen.at());
    node.set(
        "ids",
        Json.array(seen.ids().stream().sorted().toList(), JsonNodeFactory.instance::stringNode));
    return node;
  }

  private static Team.Seen seen(JsonNode node) {
    List<String> ids = Json.list(node, "ids", JsonNode::stringValue);
    return new Team.Seen(Set.copyOf(ids), Json.instant(node, "at"));
  }

  private static JsonNode word(Team.Switch word) {
    ObjectNode node = Json.object().put("on", word.on());
    node.set("staff", Parts.staff(word.staff()));
    return Json.put(node, "until", word.until());
  }

  private static Team.Switch word(JsonNode node) {
    return new Team.Switch(
        Parts.staff(Json.required(node, "staff")),
        Json.flag(node, "on"),
        Json.instant(node, "until"));
  }

  private static JsonNode shift(Shift shift) {
    ObjectNode node = Json.object();
    node.set("who", Parts.staff(shift.who()));
    return Json.put(Json.put(node, "from", shift.from()), "until", shift.until());
  }

  private static Shift shift(JsonNode node) {
    return new Shift(
        Parts.staff(Json.required(node, "who")),
        Json.instant(node, "from"),
        Json.instant(node, "until"));
  }
}
