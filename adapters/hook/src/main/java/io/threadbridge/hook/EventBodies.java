package io.threadbridge.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.EventFeed.Event;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes events as JSON: what the figures count, and no word, name or address.
final class EventBodies {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventBodies() {}

  static byte[] of(SiteName site, List<Event> events) {
    ObjectNode body =
        JSON.createObjectNode().put("event", "conversation.steps").put("site", site.value());
    ArrayNode steps = body.putArray("events");
    events.forEach(event -> write(event, steps.addObject()));
    return body.toString().getBytes(UTF_8);
  }

  private static void write(Event event, ObjectNode node) {
    Noted noted = event.noted();
    node.put("id", event.id())
        .put("conversation", event.conversation())
        .put("site", noted.site().value())
        .put("desk", noted.desk().value())
        .put("at", noted.at().toString())
        .put("zone", noted.zone().getId())
        .put("language", noted.language())
        .put("page", noted.page());
    noted.staff().ifPresent(staff -> node.put("staff", staff));
    ArrayNode facts = node.putArray("facts");
    noted.facts().forEach(fact -> write(fact, facts.addObject()));
  }

  /// Where a kind has no length there is none; a length of 0 is one.
  private static void write(Fact fact, ObjectNode node) {
    node.put("kind", name(fact.kind()));
    if (fact.kind().measure().isPresent() || fact.millis() > 0) {
      node.put("millis", fact.millis());
    }
  }

  /// Such as `first-answer`. Receivers know it: what a kind is called never changes.
  static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
