package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.conversation.TextKey;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IcuTextsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Instant AFTERNOON = Instant.parse("2026-01-12T13:05:00Z");

  private static final InstantSource CLOCK = InstantSource.fixed(AFTERNOON);

  private final IcuTexts texts = new IcuTexts(CLOCK);

  @ParameterizedTest
  @CsvSource({
    "de, Sind Sie noch da?",
    "de-AT, Sind Sie noch da?",
    "de_CH, Sind Sie noch da?",
    "DE-de, Sind Sie noch da?",
    "sv-FI, Är du kvar?",
    "uk-UA, Ви ще тут?",
    "en-US, Are you still there?"
  })
  void aLanguageThatIsNotThereFallsBackToItsParent(String language, String text) {
    assertThat(stillThere(language)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fr", "fr-CA", "x", "und", "*", "../fi", "fi/../de", "💥", "0"})
  void anUnknownLanguageFallsBackToEnglish(String language) {
    assertThat(stillThere(language)).isEqualTo("Are you still there?");
  }

  @Test
  void theWarningIsTheProductsOwn() {
    assertThat(texts.text("en", HELSINKI, TextKey.WARNING, Map.of()))
        .isEqualTo(
            "I will leave this chat in two minutes. If you need more help, write again and we"
                + " return to your question at once. Thank you for contacting us. Goodbye!");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Europe/Helsinki, 15:05",
    "en-GB, Europe/London, 13:05",
    "en-US, America/New_York, 8:05 AM",
    "fi, Europe/Helsinki, 15.05",
    "da, Europe/Copenhagen, 14.05",
    "de-AT, Europe/Vienna, 14:05",
    "fr-FR, Europe/Paris, 14:05",
    "en-u-ca-buddhist-nu-arab, Europe/Helsinki, 15:05"
  })
  void anInstantIsShownAsTheTimeOfDayInTheZone(String language, ZoneId zone, String time) {
    String text = texts.text(language, zone, TextKey.HOLD, Map.of("variant", 0, "time", AFTERNOON));

    assertThat(text.replace('\u202F', ' ')).contains(" " + time);
  }

  @Test
  void theZonesSummerTimeIsKept() {
    Instant summer = Instant.parse("2026-07-12T13:05:00Z");

    assertThat(texts.text("fi", HELSINKI, TextKey.HOLD, Map.of("variant", 0, "time", summer)))
        .contains("16.05");
  }

  @Test
  void holdTextsAreChosenByTheirVariantWhateverKindOfNumberItIs() {
    assertThat(texts.text("en", HELSINKI, TextKey.HOLD, Map.of("variant", 5L)))
        .isEqualTo(texts.text("en", HELSINKI, TextKey.HOLD, Map.of("variant", 5)))
        .isEqualTo("Thank you for your patience. We still owe you an answer.");
  }

  @Test
  void anArgumentIsNeverReadAsAMessage() {
    String name = "{name} '{' {0,number} <!channel> {visitor}";

    assertThat(texts.label("en", HELSINKI, "card.status.claimed", Map.of("name", name)))
        .isEqualTo("%s is on it", name);
  }

  @Test
  void aLanguageThatNobodyKnowsIsShownAsItWasWritten() {
    assertThat(texts.label("en", HELSINKI, "card.language", Map.of("language", "sv-FI")))
        .isEqualTo("Language: Swedish (Finland)");
    assertThat(texts.label("en", HELSINKI, "card.language", Map.of("language", "qx")))
        .isEqualTo("Language: qx");
    assertThat(texts.label("en", HELSINKI, "card.language", Map.of("language", "no such")))
        .isEqualTo("Language: no such");
  }

  @Test
  void pluralsFollowTheLanguage() {
    String rules =
        "{count, plural, one {# повідомлення} few {# повідомлення!} many {# повідомлень}"
            + " other {# повідомлення.}}";
    IcuTexts small =
        new IcuTexts(CLOCK, List.of(file("en", ""), file("uk", "messages = " + rules)));

    assertThat(messages(small, 21)).isEqualTo("21 повідомлення");
    assertThat(messages(small, 3)).isEqualTo("3 повідомлення!");
    assertThat(messages(small, 11)).isEqualTo("11 повідомлень");
  }

  @Test
  void aMissingTextIsNamedWithItsLanguageAtTheStart() {
    LanguageFile english = file("en", "card.new = New");
    LanguageFile swedish = file("sv", "");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new IcuTexts(CLOCK, List.of(english, swedish)))
        .withMessage("the texts in language sv lack card.new");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new IcuTexts(CLOCK, List.of(english, read("sv", "card.new = Ny"))))
        .withMessageContaining("sv")
        .withMessageContaining("hold.6")
        .withMessageContaining("still-there");
  }

  @Test
  void withoutEnglishThereIsNoStart() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new IcuTexts(CLOCK, List.of(file("sv", ""))))
        .withMessage("the texts in language en are missing");
  }

  @Test
  void anUnknownLabelIsNamedWithItsLanguage() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> texts.label("fi-FI", HELSINKI, "card.unknown", Map.of()))
        .withMessage("there is no text card.unknown in language fi");
  }

  @Test
  void aMissingArgumentIsNamedWithTextAndLanguage() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> texts.label("fi", HELSINKI, "card.summary", Map.of("name", "Anna")))
        .withMessage("text card.summary in language fi needs status");
  }

  @Test
  void aMalformedMessageIsNamedWithTextAndLanguageAtTheStart() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> read("da", "hold.1 = Tak {name"))
        .withMessage("text hold.1 in language da is no ICU message");
  }

  private String stillThere(String language) {
    return texts.text(language, HELSINKI, TextKey.STILL_THERE, Map.of());
  }

  private static String messages(IcuTexts texts, int count) {
    return texts.label("uk", HELSINKI, "messages", Map.of("count", count));
  }

  /// A file with a text for each of the rules' keys, and more.
  private static LanguageFile file(String language, String more) {
    String all =
        TextNames.required().stream().map(name -> name + " = text\n").collect(Collectors.joining());
    return read(language, all + more);
  }

  private static LanguageFile read(String language, String lines) {
    return LanguageFile.read(language, new StringReader(lines));
  }
}
