package io.threadbridge.texts;

import com.ibm.icu.util.ULocale;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The bridge's words from the files in `texts/`. All are read at the start, which fails if one
/// lacks a text. `de-AT` is spoken to in `de`; a language that is not there, or no language at all,
/// in English. The names of the keys are those of [TextKey] in small letters with hyphens.
public final class IcuTexts implements Texts {
  private static final String ENGLISH = "en";

  /// English with Europe's 24 hours, for those who do not say which English they read.
  private static final ULocale PLAIN_ENGLISH = ULocale.forLanguageTag("en-150");

  private static final String HOLD_AT = "hold.at";

  private final Map<String, LanguageFile> files = new LinkedHashMap<>();

  /// With the languages that `texts/index.txt` names.
  ///
  /// @throws IllegalStateException if a file is missing, is malformed, or lacks a text
  public IcuTexts() {
    this(index().stream().map(IcuTexts::file).toList());
  }

  /// With these languages; English must be one of them.
  IcuTexts(List<LanguageFile> languages) {
    languages.forEach(file -> files.put(file.language(), file));
    LanguageFile english = files.get(ENGLISH);
    if (english == null) {
      throw new IllegalStateException("the texts in language " + ENGLISH + " are missing");
    }
    Set<String> keys = new TreeSet<>(english.keys());
    keys.addAll(requiredNames());
    languages.forEach(file -> file.require(keys));
  }

  /// The tags of the languages that are there, English first.
  public List<String> languages() {
    return List.copyOf(files.keySet());
  }

  @Override
  public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
    return label(language, zone, name(key, arguments), arguments);
  }

  @Override
  public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
    Locale wanted = Locale.forLanguageTag(language.replace('_', '-')).stripExtensions();
    LanguageFile file = fileFor(wanted);
    return file.text(name, locale(wanted, file), zone, arguments);
  }

  private LanguageFile fileFor(Locale wanted) {
    return Stream.of(wanted.toLanguageTag(), wanted.getLanguage(), ENGLISH)
        .flatMap(tag -> Optional.ofNullable(files.get(tag)).stream())
        .findFirst()
        .orElseThrow();
  }

  /// Times and numbers follow the reader's country, if the words are in the reader's language.
  private static ULocale locale(Locale wanted, LanguageFile file) {
    Locale words = Locale.forLanguageTag(file.language());
    if (wanted.getLanguage().equals(words.getLanguage()) && !wanted.getCountry().isEmpty()) {
      return ULocale.forLocale(wanted);
    }
    return file.language().equals(ENGLISH) ? PLAIN_ENGLISH : ULocale.forLocale(words);
  }

  private static String name(TextKey key, Map<String, Object> arguments) {
    if (key != TextKey.HOLD) {
      return name(key);
    }
    int variant = ((Number) arguments.getOrDefault("variant", 0)).intValue();
    return variant == 0 ? HOLD_AT : name(key) + "." + variant;
  }

  private static String name(TextKey key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of all texts that the rules may ask for.
  static Set<String> requiredNames() {
    return Arrays.stream(TextKey.values())
        .flatMap(IcuTexts::names)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All names under which texts of this key stand in the files.
  private static Stream<String> names(TextKey key) {
    return key == TextKey.HOLD
        ? Stream.concat(
            Stream.of(HOLD_AT),
            IntStream.rangeClosed(1, TextKey.HOLD_VARIANTS).mapToObj(n -> name(key) + "." + n))
        : Stream.of(name(key));
  }

  private static List<String> index() {
    try (BufferedReader reader = new BufferedReader(open("index.txt"))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the index of the texts", failed);
    }
  }

  private static LanguageFile file(String language) {
    try (Reader reader = open(language + ".properties")) {
      return LanguageFile.read(language, reader);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the texts in language " + language, failed);
    }
  }

  private static Reader open(String name) {
    InputStream stream = IcuTexts.class.getResourceAsStream("/texts/" + name);
    if (stream == null) {
      throw new IllegalStateException("the file texts/" + name + " is missing");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
