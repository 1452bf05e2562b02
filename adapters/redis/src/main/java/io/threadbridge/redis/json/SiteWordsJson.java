package io.threadbridge.redis.json;

import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteText;
import io.threadbridge.bridge.site.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a site owes its desk, as JSON and back.
final class SiteWordsJson {
  private SiteWordsJson() {}

  static ObjectNode write(Words words) {
    ObjectNode node = Json.object().put("said", words.said());
    node.set("owed", Json.array(words.owed(), SiteWordsJson::owed));
    return node;
  }

  static Words read(JsonNode node) {
    return new Words(
        Json.required(node, "said").longValue(), Json.list(node, "owed", SiteWordsJson::owed));
  }

  private static JsonNode owed(Words.Owed owed) {
    ObjectNode node = Json.object().put("number", owed.number());
    node.set(
        "texts",
        Json.array(
            owed.tell().texts(), text -> JsonNodeFactory.instance.stringNode(Names.of(text))));
    node.set("arguments", Parts.arguments(owed.tell().arguments()));
    Json.put(Json.put(node, "since", owed.since()), "tryAt", owed.tryAt());
    return node.put("tries", owed.tries());
  }

  private static Words.Owed owed(JsonNode node) {
    TellDesk tell =
        new TellDesk(
            Json.list(
                node,
                "texts",
                text -> Names.find(SiteText.values(), Names::of, text.stringValue())),
            Parts.arguments(Json.required(node, "arguments")));
    return new Words.Owed(
        Json.required(node, "number").longValue(),
        tell,
        Json.instant(node, "since"),
        Json.instant(node, "tryAt"),
        tries(node));
  }

  /// An older note says only whether a try may have worked.
  private static int tries(JsonNode node) {
    if (node.has("tries")) {
      return Json.number(node, "tries");
    }
    return Json.flag(node, "perhapsSaid") ? 1 : 0;
  }
}
