package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.SiteName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which sites' receivers are left alone for a while, because they did not answer: so one that
/// hangs costs a try now and then, and not one for each conversation that owes it something.
///
/// One entry a site at most. Another instance finds out by itself.
final class FeedRests {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLED_MAX = 6;

  private final Map<SiteName, Rest> rests = new ConcurrentHashMap<>();

  /// @param failures how often in a row it failed, each after the rest before was over
  record Rest(Instant until, int failures, String why) {}

  /// Why and until when this site's is left alone now.
  Optional<Rest> of(SiteName site, Instant now) {
    return Optional.ofNullable(rests.get(site)).filter(rest -> rest.until().isAfter(now));
  }

  void works(SiteName site) {
    rests.remove(site);
  }

  /// Calls that were on their way together fail together: that is one failure.
  ///
  /// @param least what the receiver asked for
  Rest failed(SiteName site, Duration least, String why, Instant now) {
    return rests.merge(
        site,
        new Rest(now.plus(between(FIRST, least, LONGEST)), 1, why),
        (known, first) -> known.until().isAfter(now) ? known : longer(known, least, first, now));
  }

  private static Rest longer(Rest known, Duration least, Rest first, Instant now) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(known.failures(), DOUBLED_MAX));
    Duration wanted = doubled.compareTo(least) > 0 ? doubled : least;
    return new Rest(now.plus(between(FIRST, wanted, LONGEST)), known.failures() + 1, first.why());
  }

  /// The wanted length within its bounds.
  static Duration between(Duration least, Duration wanted, Duration most) {
    Duration atLeast = wanted.compareTo(least) > 0 ? wanted : least;
    return atLeast.compareTo(most) < 0 ? atLeast : most;
  }
}
