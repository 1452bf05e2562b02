package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.hours.Hours;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// What the settings say of one site, as far as its rules need it.
///
/// @param zone in whose hours first answers are compared
/// @param hoursDecideAlone open inside hours whether or not anybody is present
/// @param capacityPerPerson how many waiting visitors a present person is counted good for
/// @param overflow whether another desk takes whom this one cannot serve
/// @param missesMax so many misses within `missWindow` begin form mode
/// @param calm form mode ends when its cause has been gone for so long
/// @param digests when each desk reads how it went
/// @param otherDesks which desks beside the site's own do, at most [#OTHER_DESKS_MAX]
public record SitePolicy(
    Hours hours,
    ZoneId zone,
    boolean hoursDecideAlone,
    int capacityPerPerson,
    boolean overflow,
    int missesMax,
    Duration missWindow,
    Duration calm,
    DigestTimes digests,
    List<DeskRef> otherDesks) {
  /// PRODUCT 1.2: two misses.
  public static final int MISSES = 2;

  /// PRODUCT 1.2: within a quarter of an hour.
  public static final Duration MISS_WINDOW = Duration.ofMinutes(15);

  /// PRODUCT 1.2: five minutes without a cause.
  public static final Duration CALM = Duration.ofMinutes(5);

  /// So many desks beside its own read of a site; whoever has more asks at the others.
  public static final int OTHER_DESKS_MAX = 20;

  /// Settings that nobody changes afterwards; of too many desks the first are kept.
  public SitePolicy {
    otherDesks = otherDesks.stream().distinct().limit(OTHER_DESKS_MAX).toList();
  }

  /// With PRODUCT's times, and without a digest.
  public SitePolicy(
      Hours hours, ZoneId zone, boolean hoursDecideAlone, int capacityPerPerson, boolean overflow) {
    this(
        hours,
        zone,
        hoursDecideAlone,
        capacityPerPerson,
        overflow,
        MISSES,
        MISS_WINDOW,
        CALM,
        DigestTimes.OFF,
        List.of());
  }

  /// The same with digests at these times, which these desks read too.
  public SitePolicy with(DigestTimes other, List<DeskRef> desks) {
    return new SitePolicy(
        hours,
        zone,
        hoursDecideAlone,
        capacityPerPerson,
        overflow,
        missesMax,
        missWindow,
        calm,
        other,
        desks);
  }
}
