package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How often each platform lets us act. The buckets are chosen such that a full one and what it
/// gains stay within the platform's limit in any window of its length.
///
/// **Slack**: about one message a second and channel (its documentation, "Rate limits"), as set;
/// `chat.update` is in the tier of 50 a minute and workspace, of which we use 10 + 40.
///
/// **Teams** (its documentation, "Optimize your bot with rate limiting"): in one channel, for
/// everything that a bot does there, 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour; over a
/// tenant 50 a second.
///
/// | window | limit | 5 + 1.5/s | 180 + 0.45/s |
/// |---|---|---|---|
/// | 1 s | 7 | 5 + 1 = 6 | |
/// | 2 s | 8 | 5 + 3 = 8 | |
/// | 30 s | 60 | 5 + 45 = 50 | |
/// | 1 h | 1,800 | | 180 + 1,620 = 1,800 |
///
/// and 20 + 30/s makes 50 in any second of the tenant's.
final class PlatformRates implements Function<DeskRef, DeskRates> {
  /// What Teams allows, and changes come out of it like posts.
  static final DeskRates TEAMS =
      new DeskRates(
          List.of(Rate.perSecond(5, 1.5), Rate.perSecond(180, 0.45)),
          List.of(),
          List.of(Rate.perSecond(20, 30)));

  /// For a platform of which nothing is known.
  private static final DeskRates CAREFUL = DeskRates.ofPosts(new Rate(1, Duration.ofSeconds(1)));

  private final Map<String, DeskRates> byPlatform;

  PlatformRates(Settings.Slack slack) {
    this.byPlatform = Map.of("slack", slack(slack), "teams", TEAMS);
  }

  private static DeskRates slack(Settings.Slack slack) {
    boolean limited = slack.postsPerSecond() > 0;
    Rate posts =
        limited ? Rate.perSecond(slack.postBurst(), slack.postsPerSecond()) : Rate.UNLIMITED;
    Rate updates = new Rate(10, Duration.ofMillis(1_500));
    return new DeskRates(List.of(posts), List.of(updates), List.of());
  }

  @Override
  public DeskRates apply(DeskRef desk) {
    return byPlatform.getOrDefault(desk.platform(), CAREFUL);
  }
}
