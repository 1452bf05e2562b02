package io.threadbridge.config.planted.bridge.application;

import com.slack.api.Slack;
import io.lettuce.core.RedisClient;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A loop around the rules that knows what only adapters may.
public final class Loop {
  private Loop() {}

  /// Knows Spring.
  public record KnowsSpring(ApplicationContext context) {}

  /// Knows Jackson.
  public record KnowsJackson(JsonNode json) {}

  /// Knows Lettuce.
  public record KnowsLettuce(RedisClient client) {}

  /// Knows Slack.
  public record KnowsSlack(Slack slack) {}
}
