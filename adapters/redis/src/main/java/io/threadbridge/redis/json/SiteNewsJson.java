package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.SiteNews;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a conversation tells its site, as JSON and back.
final class SiteNewsJson {
  private SiteNewsJson() {}

  static ObjectNode write(ObjectNode node, SiteNews news) {
    return switch (news) {
      case SiteNews.WaitBegan() -> node.put("news", "wait-began");
      case SiteNews.WaitEnded() -> node.put("news", "wait-ended");
      case SiteNews.FirstAnswer(Duration after) ->
          node.put("news", "first-answer").put("after", after.toString());
      case SiteNews.Missed() -> node.put("news", "missed");
      case SiteNews.LeadOpened() -> node.put("news", "lead-opened");
      case SiteNews.LeadEnded() -> node.put("news", "lead-ended");
      case SiteNews.Commented() -> node.put("news", "commented");
    };
  }

  static SiteNews read(JsonNode node) {
    String name = Json.text(node, "news");
    return switch (name) {
      case "wait-began" -> new SiteNews.WaitBegan();
      case "wait-ended" -> new SiteNews.WaitEnded();
      case "first-answer" -> new SiteNews.FirstAnswer(Duration.parse(Json.text(node, "after")));
      case "missed" -> new SiteNews.Missed();
      case "lead-opened" -> new SiteNews.LeadOpened();
      case "lead-ended" -> new SiteNews.LeadEnded();
      case "commented" -> new SiteNews.Commented();
      default -> throw Json.unknown("news", name);
    };
  }
}
