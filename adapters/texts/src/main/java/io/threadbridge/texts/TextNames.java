package io.threadbridge.texts;

import io.threadbridge.bridge.conversation.TextKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Under which names the rules' texts stand in the files: those of [TextKey] in small letters with
/// hyphens, and one for each hold text.
final class TextNames {
  /// The hold text that names the time, for when all others have been used.
  private static final String HOLD_AT = "hold.at";

  private TextNames() {}

  static String of(TextKey key, Map<String, Object> arguments) {
    if (key != TextKey.HOLD) {
      return of(key);
    }
    int variant = ((Number) arguments.getOrDefault("variant", 0)).intValue();
    return variant == 0 ? HOLD_AT : hold(variant);
  }

  /// The names of all texts that the rules may ask for.
  static Set<String> required() {
    return Arrays.stream(TextKey.values())
        .flatMap(TextNames::all)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The names of the hold texts, no two of which may be alike.
  static List<String> holds() {
    return Stream.concat(
            Stream.of(HOLD_AT),
            IntStream.rangeClosed(1, TextKey.HOLD_VARIANTS).mapToObj(TextNames::hold))
        .toList();
  }

  private static Stream<String> all(TextKey key) {
    return key == TextKey.HOLD ? holds().stream() : Stream.of(of(key));
  }

  private static String hold(int variant) {
    return of(TextKey.HOLD) + "." + variant;
  }

  private static String of(TextKey key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
