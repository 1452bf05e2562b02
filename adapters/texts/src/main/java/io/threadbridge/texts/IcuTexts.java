package io.threadbridge.texts;

import com.ibm.icu.util.ULocale;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The bridge's words from the files in `texts/`, and each site's own in their place. All are read
/// at the start, which fails if one lacks a text. `de-AT` is spoken to in `de`; a language that is
/// not there, or no language at all, in English.
public final class IcuTexts implements Texts {
  private static final String ENGLISH = "en";

  /// English with Europe's 24 hours, for those who do not say which English they read.
  private static final ULocale PLAIN_ENGLISH = ULocale.forLanguageTag("en-150");

  /// Tells whether a moment is today.
  private final InstantSource clock;

  private final Map<String, LanguageFile> files;
  private final Map<SiteName, Texts> sites;

  private IcuTexts(
      InstantSource clock, Map<String, LanguageFile> files, Map<SiteName, Texts> sites) {
    this.clock = clock;
    this.files = files;
    this.sites = sites;
  }

  /// With the languages that `texts/index.txt` names.
  ///
  /// @throws java.io.UncheckedIOException if a file is missing
  /// @throws IllegalStateException if a file is malformed or lacks a text
  public IcuTexts(InstantSource clock) {
    this(clock, LanguageFiles.packaged().all());
  }

  /// With these languages; English must be one of them.
  IcuTexts(InstantSource clock, List<LanguageFile> languages) {
    this(clock, checked(languages), Map.of());
  }

  private static Map<String, LanguageFile> checked(List<LanguageFile> languages) {
    Map<String, LanguageFile> files = new LinkedHashMap<>();
    languages.forEach(file -> files.put(file.language(), file));
    LanguageFile english = files.get(ENGLISH);
    if (english == null) {
      throw new IllegalStateException("the texts in language " + ENGLISH + " are missing");
    }
    Set<String> keys = new TreeSet<>(english.keys());
    keys.addAll(TextNames.required());
    languages.forEach(file -> file.require(keys));
    return files;
  }

  /// These words, with some sites' own in place of some.
  ///
  /// @param own message by key by language by site
  /// @throws UnusableText for the first message that cannot be used
  public IcuTexts with(Map<SiteName, Map<String, Map<String, String>>> own) {
    Map<SiteName, Texts> more = new HashMap<>(sites);
    own.forEach(
        (site, texts) ->
            more.put(site, new IcuTexts(clock, SiteTexts.in(files, site, texts), Map.of())));
    return new IcuTexts(clock, files, Map.copyOf(more));
  }

  /// The tags of the languages that are there, English first.
  public List<String> languages() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Texts forSite(SiteName site) {
    return sites.getOrDefault(site, this);
  }

  @Override
  public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
    return label(language, zone, TextNames.of(key, arguments), arguments);
  }

  @Override
  public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
    Locale wanted = Locale.forLanguageTag(language.replace('_', '-')).stripExtensions();
    LanguageFile file = fileFor(wanted);
    return file.text(name, locale(wanted, file), zone, clock.instant(), arguments);
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
}
