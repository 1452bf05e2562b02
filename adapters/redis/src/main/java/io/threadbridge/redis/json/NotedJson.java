package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a step means for the figures, as JSON and back. Facts are pairs of a kind's code and a
/// length; one that only a later version of the program knows is left out.
final class NotedJson {
  private NotedJson() {}

  static ObjectNode write(Noted noted) {
    ObjectNode node = Json.object().put("site", noted.site().value());
    Json.put(node.put("desk", noted.desk().value()), "at", noted.at());
    node.put("zone", noted.zone().getId()).put("language", noted.language());
    Json.put(node.put("page", noted.page()), "staff", noted.staff());
    ArrayNode facts = JsonNodeFactory.instance.arrayNode();
    noted.facts().forEach(fact -> facts.add(fact.kind().code()).add(fact.millis()));
    node.set("facts", facts);
    return node;
  }

  static Noted read(JsonNode node) {
    return new Noted(
        new SiteName(Json.text(node, "site")),
        new DeskRef(Json.text(node, "desk")),
        Json.instant(node, "at"),
        ZoneId.of(Json.text(node, "zone")),
        Json.text(node, "language"),
        Json.text(node, "page"),
        Json.optionalText(node, "staff"),
        facts(Json.required(node, "facts")));
  }

  private static List<Fact> facts(JsonNode pairs) {
    List<Fact> facts = new ArrayList<>();
    for (int at = 0; at + 1 < pairs.size(); at += 2) {
      long millis = pairs.get(at + 1).longValue();
      Optional<Kind> kind = Kind.ofCode(pairs.get(at).intValue());
      kind.map(known -> new Fact(known, millis)).ifPresent(facts::add);
    }
    return List.copyOf(facts);
  }
}
