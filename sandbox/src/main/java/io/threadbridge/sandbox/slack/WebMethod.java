package io.threadbridge.sandbox.slack;

import tools.jackson.databind.node.ObjectNode;

/// One method of the Web API.
///
/// @param scope what the token needs for it; `""` for nothing, or when it depends on the channel
record WebMethod(String name, Tier tier, String scope, Handler handler) {

  /// Slack's rate tiers, as requests a minute.
  enum Tier {
    TIER_1(1),
    TIER_2(20),
    TIER_3(50),
    TIER_4(100),
    SPECIAL(600),
    /// One message a second per channel, and several hundred a minute in all.
    POSTING(300);

    private final int perMinute;

    Tier(int perMinute) {
      this.perMinute = perMinute;
    }

    int perMinute() {
      return perMinute;
    }
  }

  @FunctionalInterface
  interface Handler {
    /// The answer without `ok`, which is added; a [Refusal] for everything else.
    ObjectNode answer(Call call);
  }
}
