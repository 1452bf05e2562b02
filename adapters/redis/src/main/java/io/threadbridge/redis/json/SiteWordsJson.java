package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.SiteEffect.ForDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteText;
import io.threadbridge.bridge.site.Words;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a site owes its desks, as JSON and back.
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
    switch (owed.tell()) {
      case TellDesk(var texts, var arguments) -> {
        node.set(
            "texts",
            Json.array(texts, text -> JsonNodeFactory.instance.stringNode(Names.of(text))));
        node.set("arguments", Parts.arguments(arguments));
      }
      case TellDigest(DigestPeriod(var from, var to), var elsewhere) -> {
        node.put("digestFrom", from.toString()).put("digestTo", to.toString());
        elsewhere.ifPresent(desk -> node.put("digestDesk", desk.value()));
      }
    }
    Json.put(Json.put(node, "since", owed.since()), "tryAt", owed.tryAt());
    return node.put("tries", owed.tries());
  }

  private static Words.Owed owed(JsonNode node) {
    return new Words.Owed(
        Json.required(node, "number").longValue(),
        node.has("digestFrom") ? digest(node) : words(node),
        Json.instant(node, "since"),
        Json.instant(node, "tryAt"),
        tries(node));
  }

  /// An older one names no desk: it is for the site's own.
  private static ForDesk digest(JsonNode node) {
    return new TellDigest(
        new DigestPeriod(
            LocalDate.parse(Json.text(node, "digestFrom")),
            LocalDate.parse(Json.text(node, "digestTo"))),
        Json.optionalText(node, "digestDesk").map(DeskRef::new));
  }

  private static ForDesk words(JsonNode node) {
    return new TellDesk(
        Json.list(
            node, "texts", text -> Names.find(SiteText.values(), Names::of, text.stringValue())),
        Parts.arguments(Json.required(node, "arguments")));
  }

  /// An older note says only whether a try may have worked.
  private static int tries(JsonNode node) {
    if (node.has("tries")) {
      return Json.number(node, "tries");
    }
    return Json.flag(node, "perhapsSaid") ? 1 : 0;
  }
}
