package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.TextKey;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every language that comes with the program says everything, and says it well.
final class LanguagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/texts");
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// Five past three in Helsinki.
  private static final Instant AFTERNOON = Instant.parse("2026-01-12T13:05:00Z");

  /// Whatever any text may ask for.
  private static final Map<String, Object> ARGUMENTS =
      Map.of(
          "name", "Anna",
          "visitor", "Blue Heron",
          "time", AFTERNOON,
          "language", "uk",
          "site", "Shop",
          "status", "Status");

  private final IcuTexts texts = new IcuTexts();

  static List<String> languages() {
    return new IcuTexts().languages();
  }

  @Test
  void theSixLanguagesAreThere() {
    assertThat(languages()).containsExactlyInAnyOrder("en", "fi", "uk", "da", "sv", "de");
  }

  @Test
  void everyFileIsInTheIndex() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".properties"))
          .map(name -> name.replace(".properties", ""))
          .containsExactlyInAnyOrderElementsOf(languages());
    }
  }

  @ParameterizedTest
  @EnumSource(TextKey.class)
  void everyKeyHasATextInEveryLanguage(TextKey key) {
    assertThat(languages())
        .allSatisfy(
            language -> assertThat(texts.text(language, HELSINKI, key, with(1))).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTextTakesItsArgumentsAndLeavesNoBraceBehind(String language) throws IOException {
    assertThat(keys(language))
        .allSatisfy(
            key ->
                assertThat(texts.label(language, HELSINKI, key, ARGUMENTS))
                    .isNotBlank()
                    .doesNotContain("{", "}"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageHasTheKeysOfEnglishAndNoOthers(String language) throws IOException {
    assertThat(keys(language)).isEqualTo(keys("en"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageUsesTheArgumentsOfEnglishAndNoOthers(String language) throws IOException {
    LanguageFile english = read("en");
    LanguageFile other = read(language);

    assertThat(english.keys())
        .allSatisfy(key -> assertThat(other.arguments(key)).isEqualTo(english.arguments(key)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTwoHoldTextsAreAlike(String language) {
    List<String> holds =
        IntStream.rangeClosed(0, TextKey.HOLD_VARIANTS)
            .mapToObj(variant -> texts.text(language, HELSINKI, TextKey.HOLD, with(variant)))
            .toList();

    assertThat(holds).hasSize(TextKey.HOLD_VARIANTS + 1).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theLastHoldTextNamesTheTimeAndSoIsNeverTheSameTwice(String language) {
    Map<String, Object> later = Map.of("variant", 0, "time", AFTERNOON.plusSeconds(60));

    assertThat(texts.text(language, HELSINKI, TextKey.HOLD, with(0)))
        .containsPattern("15[.:]05")
        .isNotEqualTo(texts.text(language, HELSINKI, TextKey.HOLD, later));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nobodyIsShoutedAt(String language) throws IOException {
    assertThat(keys(language))
        .map(key -> texts.label(language, HELSINKI, key, ARGUMENTS))
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContainPattern("\\p{Lu}{3}").doesNotContain("!!");
              assertThat(text.chars().filter(c -> c == '!').count()).isLessThanOrEqualTo(1);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTextIsStillEnglish(String language) throws IOException {
    Set<String> same = Set.of("card.summary", "card.site");

    assertThat(keys(language))
        .filteredOn(key -> !language.equals("en") && !same.contains(key))
        .allSatisfy(
            key ->
                assertThat(texts.label(language, HELSINKI, key, ARGUMENTS))
                    .isNotEqualTo(texts.label("en", HELSINKI, key, ARGUMENTS)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theVisitorsLanguageIsNamedInTheReadersLanguage(String language) {
    Map<String, String> ukrainian =
        Map.of(
            "en", "Ukrainian",
            "fi", "ukraina",
            "uk", "українська",
            "da", "ukrainsk",
            "sv", "ukrainska",
            "de", "Ukrainisch");

    assertThat(texts.label(language, HELSINKI, "card.language", Map.of("language", "uk")))
        .endsWith(": " + ukrainian.get(language));
  }

  private static Map<String, Object> with(int variant) {
    Map<String, Object> arguments = new HashMap<>(ARGUMENTS);
    arguments.put("variant", variant);
    return arguments;
  }

  private static Set<String> keys(String language) throws IOException {
    return read(language).keys();
  }

  private static LanguageFile read(String language) throws IOException {
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(language + ".properties"))) {
      return LanguageFile.read(language, reader);
    }
  }
}
