package io.threadbridge.web;

import io.threadbridge.bridge.port.Rate;
import java.time.Duration;

/// How many files one visitor, address or site may send, and how fast.
///
/// Files live in Redis for a week, so a site's are counted in megabytes begun, whatever they come
/// to: 128 at once and 128 more a day are at most 128 + 7 × 128 = 1,024 in any week, which is 1.4
/// GB in Redis (Base64 takes a third more). An address gains three quarters of that a day, so that
/// one person never uses up a site's.
///
/// @param visitor files of one visitor: a message full of them, and then one every 12 s
/// @param address megabytes of one address
/// @param site megabytes of one site
/// @param reads how often one visitor may ask for a file: a long conversation with pictures at
///     once
/// @param links how often one link of the staff's may be followed: chat clients ask for a picture
///     once for each reader
/// @param atOnce uploads on this instance, each of which holds some 400 KB of memory
/// @param atOnceOfAddress the same of one address
/// @param atOnceOfVisitor the same of one visitor
/// @param time how long an upload may take: 8 MB at 30 kB/s, a poor mobile network's
public record FileLimits(
    Rate visitor,
    Rate address,
    Rate site,
    Rate reads,
    Rate links,
    int atOnce,
    int atOnceOfAddress,
    int atOnceOfVisitor,
    Duration time) {
  /// In these the sizes are counted.
  static final int MEGABYTE = 1024 * 1024;

  private static final Duration DAY = Duration.ofDays(1);

  /// What the protocol's page says.
  public static final FileLimits DEFAULT =
      new FileLimits(
          new Rate(10, Duration.ofSeconds(12)),
          new Rate(48, DAY.dividedBy(96)),
          new Rate(128, DAY.dividedBy(128)),
          new Rate(100, Duration.ofMillis(500)),
          new Rate(60, Duration.ofSeconds(1)),
          32,
          8,
          3,
          Duration.ofMinutes(5));
}
