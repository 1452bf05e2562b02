package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.Digest.Slot;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a digest's sentences are made of, in the desk's language: hours, lengths of time, numbers.
final class DigestTerms {
  /// Up to here a time is told in seconds.
  private static final Duration IN_SECONDS = Duration.ofSeconds(90);

  /// Up to here in minutes.
  private static final Duration IN_MINUTES = Duration.ofMinutes(120);

  private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

  private final Texts texts;
  private final Site site;

  DigestTerms(Texts texts, Site site) {
    this.texts = texts.forSite(site.name());
    this.site = site;
  }

  /// An hour's name; with its day where there are several.
  String hour(Digest digest, Slot slot) {
    Map<String, Object> hours = Map.of("from", slot.hour(), "until", slot.hour() + 1);
    if (digest.period().isDay()) {
      return said("digest.hour.day", hours);
    }
    Instant day = noon(ANY_MONDAY.with(slot.day()));
    return said(
        "digest.hour.week", Map.of("day", day, "from", slot.hour(), "until", slot.hour() + 1));
  }

  /// A length as people say it, rounded up: *within 38 seconds* stays true.
  String within(Duration length) {
    long seconds = Math.max(1, Math.ceilDiv(length.toMillis(), 1_000L));
    if (length.compareTo(IN_SECONDS) <= 0) {
      return said("digest.seconds", Map.of("count", seconds));
    }
    return length.compareTo(IN_MINUTES) <= 0
        ? said("digest.minutes", Map.of("count", Math.ceilDiv(seconds, 60L)))
        : said("digest.hours", Map.of("count", Math.ceilDiv(seconds, 3_600L)));
  }

  /// A date's noon, by which a message names it.
  Instant noon(LocalDate date) {
    return date.atTime(LocalTime.NOON).atZone(site.zone()).toInstant();
  }

  /// A sentence with a number; nothing of none.
  Optional<String> counted(String name, long count) {
    return count == 0 ? Optional.empty() : Optional.of(said(name, Map.of("count", count)));
  }

  /// A sentence with a list of what there is; nothing of an empty one.
  ///
  /// @param argument of the sentence, in whose place the list stands
  Optional<String> listed(String name, String argument, Stream<Optional<String>> parts) {
    String list = parts.flatMap(Optional::stream).collect(joining(", "));
    return list.isEmpty() ? Optional.empty() : Optional.of(said(name, Map.of(argument, list)));
  }

  String said(String name, Map<String, Object> arguments) {
    return texts.label(site.deskLanguage(), site.zone(), name, arguments);
  }
}
