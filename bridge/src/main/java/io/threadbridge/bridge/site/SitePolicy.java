package io.threadbridge.bridge.site;

import io.threadbridge.bridge.hours.Hours;
import java.time.Duration;
import java.time.ZoneId;

/// What the settings say of one site, as far as its rules need it.
///
/// @param zone in whose hours first answers are compared
/// @param hoursDecideAlone open inside hours whether or not anybody is present
/// @param capacityPerPerson how many waiting visitors a present person is counted good for
/// @param overflow whether another desk takes whom this one cannot serve
/// @param missesMax so many misses within `missWindow` begin form mode
/// @param calm form mode ends when its cause has been gone for so long
/// @param digests when the desk reads how it went
public record SitePolicy(
    Hours hours,
    ZoneId zone,
    boolean hoursDecideAlone,
    int capacityPerPerson,
    boolean overflow,
    int missesMax,
    Duration missWindow,
    Duration calm,
    DigestTimes digests) {
  /// PRODUCT 1.2: two misses.
  public static final int MISSES = 2;

  /// PRODUCT 1.2: within a quarter of an hour.
  public static final Duration MISS_WINDOW = Duration.ofMinutes(15);

  /// PRODUCT 1.2: five minutes without a cause.
  public static final Duration CALM = Duration.ofMinutes(5);

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
        DigestTimes.OFF);
  }

  /// The same with digests at these times.
  public SitePolicy with(DigestTimes other) {
    return new SitePolicy(
        hours,
        zone,
        hoursDecideAlone,
        capacityPerPerson,
        overflow,
        missesMax,
        missWindow,
        calm,
        other);
  }
}
