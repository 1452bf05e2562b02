package io.threadbridge.texts;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The messages of one language: a properties file of ICU messages by key. Every message is parsed
/// when the file is read, so a slip shows at the start and not in front of a visitor.
final class LanguageFile {
  /// The argument that holds a language's tag and is shown as that language's name.
  private static final String LANGUAGE_ARGUMENT = "language";

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
    patterns.keySet().forEach(key -> file.parsed(key, ULocale.forLanguageTag(language)));
    return file;
  }

  String language() {
    return language;
  }

  Set<String> keys() {
    return patterns.keySet();
  }

  /// The names of a message's arguments.
  Set<String> arguments(String key) {
    return parsed(key, ULocale.forLanguageTag(language)).getArgumentNames();
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
  String text(String key, ULocale locale, ZoneId zone, Map<String, Object> arguments) {
    MessageFormat message = parsed(key, locale);
    Set<String> missing =
        message.getArgumentNames().stream()
            .filter(name -> !arguments.containsKey(name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "text " + key + " in language " + language + " needs " + String.join(", ", missing));
    }
    Map<String, Object> shown = new HashMap<>();
    arguments.forEach((name, value) -> shown.put(name, shown(name, value, locale, zone)));
    return message.format(shown);
  }

  private MessageFormat parsed(String key, ULocale locale) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text " + key + " in language " + language);
    }
    try {
      return new MessageFormat(pattern, locale);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalStateException(
          "text " + key + " in language " + language + " is no ICU message", malformed);
    }
  }

  private static Object shown(String name, Object value, ULocale locale, ZoneId zone) {
    if (value instanceof Instant moment) {
      DateFormat timeOfDay = DateFormat.getTimeInstance(DateFormat.SHORT, locale);
      timeOfDay.setTimeZone(TimeZone.getTimeZone(zone.getId()));
      return timeOfDay.format(Date.from(moment));
    }
    return name.equals(LANGUAGE_ARGUMENT) ? nameOf(value.toString(), locale) : value;
  }

  /// What a language is called in `locale`; a tag that is none is shown as it was written.
  private static String nameOf(String tag, ULocale locale) {
    ULocale named = ULocale.forLanguageTag(tag);
    return named.getLanguage().isEmpty() ? tag : named.getDisplayNameWithDialect(locale);
  }
}
