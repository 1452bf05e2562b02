package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The structure of Adaptive Cards 1.5 as far as we draw them: which types there are, what each
/// needs and may have. The public schema lies on no machine that builds offline; this follows the
/// documentation of each element.
final class CardRules {
  private static final Map<String, Set<String>> NEEDED =
      Map.ofEntries(
          Map.entry("AdaptiveCard", Set.of("body")),
          Map.entry("Container", Set.of("items")),
          Map.entry("TextBlock", Set.of("text")),
          Map.entry("RichTextBlock", Set.of("inlines")),
          Map.entry("TextRun", Set.of("text")),
          Map.entry("Image", Set.of("url", "altText")),
          Map.entry("ActionSet", Set.of("actions")),
          Map.entry("Input.Text", Set.of("id")),
          Map.entry("Input.ChoiceSet", Set.of("id", "choices")),
          Map.entry("Data.Query", Set.of("dataset")),
          Map.entry("Action.Execute", Set.of("title", "verb", "data", "fallback")),
          Map.entry("Action.Submit", Set.of("title", "data")),
          Map.entry("Action.OpenUrl", Set.of("title", "url")),
          Map.entry("Action.ShowCard", Set.of("title", "card")),
          Map.entry("Action.ToggleVisibility", Set.of("title", "targetElements")));

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "AdaptiveCard", Set.of("$schema", "version", "actions", "msteams", "fallbackText")),
          Map.entry("Container", Set.of("style", "bleed", "id", "isVisible")),
          Map.entry("TextBlock", Set.of("isSubtle", "size", "wrap", "spacing")),
          Map.entry("RichTextBlock", Set.of("spacing")),
          Map.entry("TextRun", Set.of("weight", "size", "isSubtle", "italic")),
          Map.entry("Image", Set.of("size", "selectAction", "msteams")),
          Map.entry("ActionSet", Set.of()),
          Map.entry("Input.Text", Set.of("isMultiline", "placeholder", "separator", "maxLength")),
          Map.entry(
              "Input.ChoiceSet", Set.of("choices.data", "isRequired", "errorMessage", "label")),
          Map.entry("Data.Query", Set.of()),
          Map.entry("Action.Execute", Set.of("associatedInputs", "style", "mode")),
          Map.entry("Action.Submit", Set.of("associatedInputs", "style", "mode")),
          Map.entry("Action.OpenUrl", Set.of("mode")),
          Map.entry("Action.ShowCard", Set.of("mode")),
          Map.entry("Action.ToggleVisibility", Set.of("mode")));

  private CardRules() {}

  /// Fails if this is no card that Teams takes.
  static void check(JsonNode card) {
    assertThat(card.path("type").asText("")).isEqualTo("AdaptiveCard");
    assertThat(card.path("version").asText("")).isEqualTo("1.5");
    Set<String> ids = new HashSet<>();
    check(card, ids);
    targets(card, ids);
  }

  private static void check(JsonNode node, Set<String> ids) {
    if (node.isObject() && node.has("type")) {
      element(node, ids);
    }
    node.propertyStream()
        .filter(member -> !Set.of("data", "msteams").contains(member.getKey()))
        .forEach(member -> check(member.getValue(), ids));
    if (node.isArray()) {
      node.forEach(each -> check(each, ids));
    }
  }

  private static void element(JsonNode node, Set<String> ids) {
    String type = node.path("type").asText("");
    assertThat(NEEDED).containsKey(type);
    Set<String> members = new HashSet<>();
    node.fieldNames().forEachRemaining(members::add);
    assertThat(members).containsAll(NEEDED.get(type));
    members.removeAll(NEEDED.get(type));
    members.remove("type");
    assertThat(ALLOWED.get(type)).containsAll(members);
    if (node.has("id")) {
      // Telephones refuse a card with the same id twice.
      assertThat(ids.add(node.path("id").asText(""))).isTrue();
    }
    if (type.equals("TextRun") || type.equals("TextBlock")) {
      assertThat(node.path("text").asText("")).isNotEmpty();
    }
  }

  /// Whatever is shown and hidden is there.
  private static void targets(JsonNode node, Set<String> ids) {
    node.path("targetElements").forEach(each -> assertThat(ids).contains(each.asText("")));
    node.forEach(each -> targets(each, ids));
  }
}
