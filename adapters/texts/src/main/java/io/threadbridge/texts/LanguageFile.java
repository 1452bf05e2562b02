package io.threadbridge.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The messages of one language: a properties file of ICU messages by key. Every message is parsed
/// when the file is read, so a slip shows at the start and not in front of a visitor.
final class LanguageFile {
  private final String language;
  private final Map<String, String> patterns;

  private LanguageFile(String language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = Map.copyOf(patterns);
  }

  /// Reads a language.
  ///
  /// @throws IllegalStateException if a message is no ICU message, naming its key and the language
  static LanguageFile read(String language, Reader reader) {
    Properties properties = new Properties();
    try {
      properties.load(reader);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the texts in language " + language, failed);
    }
    Map<String, String> patterns = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      patterns.put(key, properties.getProperty(key).strip());
    }
    LanguageFile file = new LanguageFile(language, patterns);
    patterns.keySet().forEach(key -> file.parsed(key, file.locale()));
    return file;
  }

  /// The same language with other words for one text.
  ///
  /// @throws IllegalStateException if it is no ICU message
  LanguageFile with(String key, String pattern) {
    Map<String, String> more = new TreeMap<>(patterns);
    more.put(key, pattern.strip());
    LanguageFile file = new LanguageFile(language, more);
    file.parsed(key, locale());
    return file;
  }

  String language() {
    return language;
  }

  Set<String> keys() {
    return patterns.keySet();
  }

  /// The message as it was written.
  String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text " + key + " in language " + language);
    }
    return pattern;
  }

  /// The names of the arguments that a message needs, wherever in it they stand.
  Set<String> arguments(String key) {
    return names(key).stream()
        .map(ShownArguments::source)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> names(String key) {
    MessagePattern message = new MessagePattern(pattern(key));
    return IntStream.range(0, message.countParts())
        .mapToObj(message::getPart)
        .filter(part -> isName(part.getType()))
        .map(message::getSubstring)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isName(Part.Type type) {
    return type == Part.Type.ARG_NAME || type == Part.Type.ARG_NUMBER;
  }

  /// Makes sure that nothing is missing.
  ///
  /// @throws IllegalStateException naming the language and the keys that it lacks
  void require(Set<String> keys) {
    Set<String> missing = new TreeSet<>(keys);
    missing.removeAll(patterns.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the texts in language " + language + " lack " + String.join(", ", missing));
    }
  }

  /// A message with its arguments; times, numbers and names of languages as `locale` writes them.
  ///
  /// @throws IllegalArgumentException if the key or one of the message's arguments is missing
  String text(String key, ULocale locale, ZoneId zone, Instant now, Map<String, Object> arguments) {
    MessageFormat message = parsed(key, locale);
    Set<String> missing = names(key);
    Map<String, Object> shown = ShownArguments.of(arguments, missing, locale, zone, now);
    missing.removeAll(shown.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "text " + key + " in language " + language + " needs " + String.join(", ", missing));
    }
    return message.format(shown).strip();
  }

  ULocale locale() {
    return ULocale.forLanguageTag(language);
  }

  private MessageFormat parsed(String key, ULocale locale) {
    String pattern = pattern(key);
    try {
      return new MessageFormat(pattern, locale);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalStateException(
          "text " + key + " in language " + language + " is no ICU message", malformed);
    }
  }
}
