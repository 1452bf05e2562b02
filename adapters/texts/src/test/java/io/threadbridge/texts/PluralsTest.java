package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.TextKey;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counted things stand in the form that the language has for the number.
final class PluralsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private final IcuTexts texts = new IcuTexts(InstantSource.fixed(Documented.AFTERNOON));

  @ParameterizedTest
  @CsvSource({
    "en, 1, 1 minute, 1 star",
    "en, 2, 2 minutes, 2 stars",
    "en, 5, 5 minutes, 5 stars",
    "en, 11, 11 minutes, 11 stars",
    "en, 21, 21 minutes, 21 stars",
    "en, 22, 22 minutes, 22 stars",
    "fi, 1, 1 minuutin, 1 tähti",
    "fi, 2, 2 minuuttia, 2 tähteä",
    "fi, 5, 5 minuuttia, 5 tähteä",
    "fi, 11, 11 minuuttia, 11 tähteä",
    "fi, 21, 21 minuuttia, 21 tähteä",
    "fi, 22, 22 minuuttia, 22 tähteä",
    "uk, 1, 1 хвилину, 1 зірка",
    "uk, 2, 2 хвилини, 2 зірки",
    "uk, 4, 4 хвилини, 4 зірки",
    "uk, 5, 5 хвилин, 5 зірок",
    "uk, 11, 11 хвилин, 11 зірок",
    "uk, 14, 14 хвилин, 14 зірок",
    "uk, 21, 21 хвилину, 21 зірка",
    "uk, 22, 22 хвилини, 22 зірки",
    "uk, 111, 111 хвилин, 111 зірок",
    "da, 1, 1 minut, 1 stjerne",
    "da, 2, 2 minutter, 2 stjerner",
    "da, 5, 5 minutter, 5 stjerner",
    "da, 11, 11 minutter, 11 stjerner",
    "da, 21, 21 minutter, 21 stjerner",
    "da, 22, 22 minutter, 22 stjerner",
    "sv, 1, 1 minut, 1 stjärna",
    "sv, 2, 2 minuter, 2 stjärnor",
    "sv, 5, 5 minuter, 5 stjärnor",
    "sv, 11, 11 minuter, 11 stjärnor",
    "sv, 21, 21 minuter, 21 stjärnor",
    "sv, 22, 22 minuter, 22 stjärnor",
    "de, 1, 1 Minute, 1 Stern",
    "de, 2, 2 Minuten, 2 Sterne",
    "de, 5, 5 Minuten, 5 Sterne",
    "de, 11, 11 Minuten, 11 Sterne",
    "de, 21, 21 Minuten, 21 Sterne",
    "de, 22, 22 Minuten, 22 Sterne"
  })
  void countedThingsStandInTheFormOfTheirNumber(
      String language, long count, String minutes, String stars) {
    Map<String, Object> waiting = Map.of("visitor", "Blue Heron", "minutes", count);
    Map<String, Object> rated = Map.of("stars", (int) count, "comment", "");

    assertThat(
            List.of(
                texts.text(language, HELSINKI, TextKey.CALL_DESK, waiting),
                texts.text(language, HELSINKI, TextKey.TOLD_ON_CALL, waiting),
                texts.text(language, HELSINKI, TextKey.TOLD_MANAGER, waiting)))
        .allSatisfy(text -> assertThat(text).containsPattern(whole(minutes)));
    assertThat(texts.label(language, HELSINKI, "card.rated", rated))
        .containsPattern(whole(stars))
        .doesNotEndWith(" ");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1, 1 minute",
    "en, 3, 3 minutes",
    "fi, 1, 1 minuutissa",
    "fi, 3, 3 minuutissa",
    "uk, 1, 1 хвилину",
    "uk, 3, 3 хвилини",
    "uk, 5, 5 хвилин",
    "uk, 11, 11 хвилин",
    "uk, 21, 21 хвилину",
    "uk, 22, 22 хвилини",
    "da, 1, 1 minut",
    "da, 3, 3 minutter",
    "sv, 1, 1 minut",
    "sv, 3, 3 minuter",
    "de, 1, 1 Minute",
    "de, 3, 3 Minuten"
  })
  void anEstimateNamesItsMinutes(String language, long count, String minutes) {
    assertThat(texts.text(language, HELSINKI, TextKey.WAIT_ESTIMATE, Map.of("minutes", count)))
        .containsPattern(whole(minutes));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2, 2 minutes",
    "fi, 10, 10 minuutin päästä",
    "uk, 2, 2 хвилини",
    "uk, 30, 30 хвилин",
    "da, 5, 5 minutter",
    "sv, 5, 5 minuter",
    "de, 5, 5 Minuten"
  })
  void thePromisesOfOneTapAreCounted(String language, int count, String label) {
    Map<String, Object> minutes = Map.of("minutes", count);

    assertThat(texts.label(language, HELSINKI, "card.back-in.minutes", minutes)).isEqualTo(label);
  }

  private static String whole(String words) {
    return "(?<!\\d)" + words + "(?!\\p{L})";
  }
}
