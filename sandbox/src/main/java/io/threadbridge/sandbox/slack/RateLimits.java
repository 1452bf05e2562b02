package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Slack's limits as token buckets: one per method, and one per channel for posting.
final class RateLimits {
  /// Buckets beyond this are forgotten all at once, which errs on the side of allowing.
  static final int MAX_BUCKETS = 10_000;

  private static final double POSTS_PER_SECOND = 1;
  private static final double POST_BURST = 3;

  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Map<WebMethod.Tier, Double> perMinute = new EnumMap<>(WebMethod.Tier.class);
  private boolean enabled;
  private double postsPerSecond;
  private double postBurst;

  RateLimits() {
    reset();
  }

  synchronized void reset() {
    buckets.clear();
    enabled = true;
    postsPerSecond = POSTS_PER_SECOND;
    postBurst = POST_BURST;
    for (WebMethod.Tier tier : WebMethod.Tier.values()) {
      perMinute.put(tier, (double) tier.perMinute());
    }
  }

  /// Changes what `settings` names: `enabled`, `posts_per_second`, `post_burst`, `tier_1` …
  /// `posting`.
  synchronized void set(JsonNode settings) {
    buckets.clear();
    enabled = settings.path("enabled").asBoolean(enabled);
    postsPerSecond = settings.path("posts_per_second").asDouble(postsPerSecond);
    postBurst = settings.path("post_burst").asDouble(postBurst);
    perMinute.replaceAll((tier, old) -> settings.path(name(tier)).asDouble(old));
  }

  private static String name(WebMethod.Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /// Takes a token for one call; seconds to wait when there is none, else 0.
  synchronized long take(WebMethod method, String channel, long now) {
    if (!enabled) {
      return 0;
    }
    if (buckets.size() > MAX_BUCKETS) {
      buckets.clear();
    }
    double rate = perMinute.getOrDefault(method.tier(), (double) method.tier().perMinute());
    long wait = missing(method.name(), rate, rate / 60_000, now);
    boolean posting = method.tier() == WebMethod.Tier.POSTING;
    if (wait == 0 && posting) {
      wait = missing("#" + channel, postBurst, postsPerSecond / 1_000, now);
    }
    if (wait == 0) {
      spend(method.name());
      if (posting) {
        spend("#" + channel);
      }
    }
    return wait;
  }

  private long missing(String key, double burst, double perMilli, long now) {
    Bucket bucket = buckets.computeIfAbsent(key, _ -> new Bucket(burst, now));
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perMilli);
    bucket.at = now;
    return bucket.tokens >= 1
        ? 0
        : Math.max(1, (long) Math.ceil((1 - bucket.tokens) / perMilli / 1_000));
  }

  private void spend(String key) {
    Bucket bucket = buckets.get(key);
    if (bucket != null) {
      bucket.tokens -= 1;
    }
  }

  synchronized ObjectNode json() {
    ObjectNode json = Json.object().put("enabled", enabled);
    json.put("posts_per_second", postsPerSecond).put("post_burst", postBurst);
    perMinute.forEach((tier, rate) -> json.put(name(tier), rate));
    return json;
  }
}
