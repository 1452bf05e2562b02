package io.threadbridge.config.planted.redis;

import io.threadbridge.config.planted.memory.Map;
import io.threadbridge.config.planted.slack.Desk;

/// An adapter that knows others.
public final class Keeper {
  private Keeper() {}

  /// Knows another adapter.
  public record KnowsAnother(Desk desk) {}

  /// Knows what is there for tests only.
  public record KnowsATestsKeeper(Map map) {}
}
