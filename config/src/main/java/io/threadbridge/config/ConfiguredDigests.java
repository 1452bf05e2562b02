package io.threadbridge.config;

import io.threadbridge.bridge.site.DigestTimes;
import io.threadbridge.bridge.site.DigestTimes.Weekly;
import io.threadbridge.config.Settings.DigestSettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// When a desk reads how it went, as the settings have it.
///
/// @param key where it stands, such as `threadbridge.sites.shop.digest`
record ConfiguredDigests(String key) {
  /// YAML takes an `off` without quotes for `false`.
  private static final Set<String> OFF = Set.of("off", "false");

  private static final int PARTS = 2;

  DigestTimes times(DigestSettings settings) {
    return new DigestTimes(daily(settings.daily()), weekly(settings.weekly()));
  }

  private Optional<LocalTime> daily(String written) {
    try {
      return isOff(written) ? Optional.empty() : Optional.of(LocalTime.parse(written.strip()));
    } catch (DateTimeException e) {
      throw new SettingsProblem(
          key + ".daily is no time: " + written, "write \"08:00\" in quotes, or off", e);
    }
  }

  private Optional<Weekly> weekly(String written) {
    if (isOff(written)) {
      return Optional.empty();
    }
    try {
      String[] parts = written.strip().split("\\s+", -1);
      if (parts.length != PARTS) {
        throw new IllegalArgumentException("a day and a time");
      }
      return Optional.of(
          new Weekly(
              DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)), LocalTime.parse(parts[1])));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SettingsProblem(
          key + ".weekly is no day and time: " + written,
          "write \"monday 08:05\" in quotes, or off",
          e);
    }
  }

  private static boolean isOff(String written) {
    return OFF.contains(written.strip().toLowerCase(Locale.ROOT));
  }
}
