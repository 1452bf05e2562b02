package io.threadbridge.texts;

import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts one site's own messages in the place of the program's. Each is tried before it is taken: a
/// message that could fail, or that leaves out what ours says, must not wait for a visitor to show.
final class SiteTexts {
  /// The most characters of one message of a site, as it is written in the settings.
  static final int MESSAGE_MAX = 1_000;

  private static final List<Object> COUNTS = List.of(1, 2, 5, 21);

  /// What a message is tried with, by its arguments' names; any other argument is a word.
  private static final Map<String, List<Object>> SAMPLES =
      Map.ofEntries(
          Map.entry("time", List.of(Instant.EPOCH)),
          Map.entry("opens", List.of(Instant.EPOCH)),
          Map.entry("day", List.of(Instant.EPOCH)),
          Map.entry("first", List.of(Instant.EPOCH)),
          Map.entry("last", List.of(Instant.EPOCH)),
          Map.entry("since", List.of(Instant.EPOCH)),
          Map.entry("answered", COUNTS),
          Map.entry("missed", COUNTS),
          Map.entry("made", COUNTS),
          Map.entry("kept", COUNTS),
          Map.entry("late", COUNTS),
          Map.entry("soon", COUNTS),
          Map.entry("minute", COUNTS),
          Map.entry("rating", List.of(4.75)),
          Map.entry("minutes", COUNTS),
          Map.entry("stars", List.of(1, 2, 5)),
          Map.entry("count", COUNTS),
          Map.entry("waiting", COUNTS),
          Map.entry("waited", COUNTS),
          Map.entry("present", COUNTS),
          Map.entry("presence", List.of("nobody", "partly", "people", "unknown")),
          Map.entry("needed", COUNTS),
          Map.entry("enough", COUNTS),
          Map.entry("weeks", COUNTS),
          Map.entry("from", List.of(17)),
          Map.entry("until", List.of(19)),
          Map.entry("share", List.of(90)),
          Map.entry("seconds", List.of(60)));

  private final Map<String, LanguageFile> files;
  private final String place;

  private SiteTexts(Map<String, LanguageFile> files, String place) {
    this.files = files;
    this.place = place;
  }

  /// The program's languages with this site's messages.
  ///
  /// @param own message by key by language
  /// @throws UnusableText for the first one that cannot be used
  static Map<String, LanguageFile> in(
      Map<String, LanguageFile> files, SiteName site, Map<String, Map<String, String>> own) {
    SiteTexts texts = new SiteTexts(files, "sites." + site.value() + ".texts.");
    Map<String, LanguageFile> all = new LinkedHashMap<>(files);
    new TreeMap<>(own)
        .forEach((language, messages) -> all.put(language, texts.language(language, messages)));
    return all;
  }

  private LanguageFile language(String language, Map<String, String> messages) {
    LanguageFile ours = files.get(language);
    if (ours == null) {
      throw new UnusableText(
          place + language + ": there are no texts in this language",
          "write one of " + String.join(", ", files.keySet()));
    }
    LanguageFile result = ours;
    for (Map.Entry<String, String> entry : new TreeMap<>(messages).entrySet()) {
      result = message(ours, result, entry.getKey(), entry.getValue());
    }
    differentHolds(result);
    return result;
  }

  private LanguageFile message(LanguageFile ours, LanguageFile file, String key, String message) {
    String where = place + ours.language() + "." + key;
    if (!ours.keys().contains(key)) {
      throw new UnusableText(where + ": there is no such text", "write " + nearest(ours, key));
    }
    if (message.isBlank() || message.length() > MESSAGE_MAX) {
      throw new UnusableText(
          where + " has " + message.strip().length() + " characters",
          "write 1 to " + MESSAGE_MAX + "; without the line the program's own text is used");
    }
    LanguageFile result = parsed(where, file, key, message);
    Set<String> needed = ours.arguments(key);
    if (!result.arguments(key).equals(needed)) {
      throw new UnusableText(
          where + " names " + listed(result.arguments(key)),
          "name " + listed(needed) + ", as ours does: " + ours.pattern(key));
    }
    samples(needed).forEach(arguments -> tried(where, result, key, arguments));
    return result;
  }

  private static LanguageFile parsed(String where, LanguageFile file, String key, String message) {
    try {
      return file.with(key, message);
    } catch (IllegalStateException malformed) {
      throw new UnusableText(where + " is no ICU message: " + message, mend(malformed), malformed);
    }
  }

  private static String mend(Throwable malformed) {
    return Optional.ofNullable(malformed.getCause())
        .map(Throwable::getMessage)
        .map(why -> "close every brace and give every plural an other: " + why)
        .orElse("close every brace and give every plural an other");
  }

  private static void tried(
      String where, LanguageFile file, String key, Map<String, Object> arguments) {
    String shown;
    try {
      shown = file.text(key, file.locale(), ZoneOffset.UTC, Instant.EPOCH, arguments);
    } catch (IllegalArgumentException failed) {
      throw new UnusableText(
          where + " cannot be shown: " + file.pattern(key),
          "use an argument for what it is: " + failed.getMessage(),
          failed);
    }
    if (shown.isEmpty()) {
      throw new UnusableText(
          where + " says nothing with " + arguments, "let every case of it say something");
    }
  }

  /// Each argument's samples in turn, as many rounds as the longest list has.
  private static List<Map<String, Object>> samples(Set<String> names) {
    int rounds = names.stream().mapToInt(name -> samplesOf(name).size()).max().orElse(1);
    List<Map<String, Object>> samples = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Map<String, Object> arguments = new HashMap<>();
      for (String name : names) {
        List<Object> values = samplesOf(name);
        arguments.put(name, values.get(round % values.size()));
      }
      samples.add(arguments);
    }
    return samples;
  }

  private static List<Object> samplesOf(String name) {
    return SAMPLES.getOrDefault(name, List.of("Anna"));
  }

  private void differentHolds(LanguageFile file) {
    Map<String, String> seen = new HashMap<>();
    for (String key : TextNames.holds()) {
      String other = seen.put(file.pattern(key), key);
      if (other != null) {
        throw new UnusableText(
            place + file.language() + "." + key + " is the same as " + other,
            "write another: a visitor never reads a hold text twice");
      }
    }
  }

  /// The keys that begin as this one does, or else the beginnings of all.
  private static String nearest(LanguageFile file, String key) {
    String beginning = beginning(key);
    Set<String> alike =
        file.keys().stream()
            .filter(known -> beginning(known).equals(beginning))
            .collect(Collectors.toCollection(TreeSet::new));
    return alike.isEmpty()
        ? "a key of texts/en.properties, such as greeting or hold.1"
        : "one of " + String.join(", ", alike);
  }

  private static String beginning(String key) {
    return key.split("[.-]", 2)[0];
  }

  private static String listed(Set<String> names) {
    return names.isEmpty()
        ? "no argument"
        : names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(" and "));
  }
}
