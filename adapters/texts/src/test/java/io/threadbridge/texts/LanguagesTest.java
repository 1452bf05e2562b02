package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.TextKey;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every language that comes with the program says everything, and says it well.
final class LanguagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/texts");
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// Where the labels are asked for by name.
  private static final Path APPLICATION =
      Path.of("../../bridge/src/main/java/io/threadbridge/bridge/application");

  private static final Pattern LABEL =
      Pattern.compile("\"((?:card|thread|tell|chat|site|staffing|digest)\\.[a-z.-]*)\"");
  private static final InstantSource CLOCK = InstantSource.fixed(Documented.AFTERNOON);

  private final IcuTexts texts = new IcuTexts(CLOCK);

  static List<String> languages() {
    return new IcuTexts(CLOCK).languages();
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
  void everyTextIsMadeOfWhatTheRulesGive(TextKey key) {
    assertThat(languages())
        .allSatisfy(
            language ->
                assertThat(Documented.asked(key))
                    .extracting(asked -> text(language, asked))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}")));
  }

  @ParameterizedTest
  @EnumSource(TextKey.class)
  void everythingThatTheRulesGiveIsSaid(TextKey key) {
    List<String> names =
        Documented.asked(key).map(asked -> TextNames.of(key, asked.arguments())).toList();

    assertThat(languages())
        .map(LanguagesTest::read)
        .allSatisfy(
            file ->
                assertThat(names.stream().flatMap(name -> file.arguments(name).stream()))
                    .containsExactlyInAnyOrderElementsOf(
                        Documented.arguments(key).stream()
                            .filter(name -> !name.equals("variant"))
                            .toList()));
  }

  @Test
  void everyLabelThatTheApplicationNamesIsThere() throws IOException {
    Set<String> keys = read("en").keys();

    assertThat(labels())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            label ->
                assertThat(keys)
                    .anyMatch(
                        key -> label.endsWith(".") ? key.startsWith(label) : key.equals(label)));
  }

  @Test
  void everyReasonToCloseHasItsWords() {
    assertThat(read("en").keys())
        .filteredOn(key -> key.startsWith("card.status.closed."))
        .hasSameSizeAs(CloseReason.values());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLabelTakesItsArgumentsAndLeavesNoBraceBehind(String language) {
    assertThat(read(language).keys())
        .allSatisfy(
            key ->
                assertThat(texts.label(language, HELSINKI, key, Documented.samples()))
                    .isNotBlank()
                    .doesNotContain("{", "}"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageHasTheKeysOfEnglishAndNoOthers(String language) {
    assertThat(read(language).keys()).isEqualTo(read("en").keys());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageUsesTheArgumentsOfEnglishAndNoOthers(String language) {
    LanguageFile english = read("en");
    LanguageFile other = read(language);

    assertThat(english.keys())
        .allSatisfy(key -> assertThat(other.arguments(key)).isEqualTo(english.arguments(key)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTwoHoldTextsAreAlike(String language) {
    List<String> holds =
        Documented.asked(TextKey.HOLD).map(asked -> text(language, asked)).toList();

    assertThat(holds).hasSize(TextKey.HOLD_VARIANTS + 1).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theLastHoldTextNamesTheTimeAndSoIsNeverTheSameTwice(String language) {
    Map<String, Object> later = Map.of("variant", 0, "time", Documented.AFTERNOON.plusSeconds(60));
    Map<String, Object> now = Map.of("variant", 0, "time", Documented.AFTERNOON);

    assertThat(texts.text(language, HELSINKI, TextKey.HOLD, now))
        .containsPattern("15[.:]05")
        .isNotEqualTo(texts.text(language, HELSINKI, TextKey.HOLD, later));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nobodyIsShoutedAt(String language) {
    assertThat(read(language).keys())
        .map(key -> texts.label(language, HELSINKI, key, Documented.samples()))
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContainPattern("\\p{Lu}{3}").doesNotContain("!!");
              String withoutCommands = text.replaceAll("!\\p{Ll}+", "");
              assertThat(withoutCommands.chars().filter(c -> c == '!').count())
                  .isLessThanOrEqualTo(1);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTextIsStillEnglish(String language) {
    Set<String> same = Set.of("card.summary", "card.site");

    assertThat(read(language).keys())
        .filteredOn(key -> !language.equals("en") && !same.contains(key))
        .allSatisfy(
            key ->
                assertThat(texts.label(language, HELSINKI, key, Documented.samples()))
                    .isNotEqualTo(texts.label("en", HELSINKI, key, Documented.samples())));
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

  private String text(String language, Documented.Asked asked) {
    return texts.text(language, HELSINKI, asked.key(), asked.arguments());
  }

  private static Set<String> labels() throws IOException {
    try (Stream<Path> files = Files.list(APPLICATION)) {
      return files
          .flatMap(file -> LABEL.matcher(content(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static LanguageFile read(String language) {
    return LanguageFile.read(
        language, new StringReader(content(FOLDER.resolve(language + ".properties"))));
  }
}
