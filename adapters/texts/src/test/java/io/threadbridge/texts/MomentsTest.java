package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.TextKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A moment is named so that nobody can take it for another day's.
final class MomentsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2026-01-12T17:30 | open again today at 17:30.",
        "en | 2026-01-13T09:00 | open again tomorrow at 09:00.",
        "en | 2026-01-14T09:00 | open again on Wednesday at 09:00.",
        "en | 2026-01-18T09:00 | open again on Sunday at 09:00.",
        "en | 2026-01-19T09:00 | open again on 19 January at 09:00.",
        "fi | 2026-01-12T17:30 | avaamme jälleen tänään kello 17.30.",
        "fi | 2026-01-13T09:00 | avaamme jälleen huomenna kello 9.00.",
        "fi | 2026-01-14T09:00 | avaamme jälleen keskiviikkona kello 9.00.",
        "fi | 2026-01-19T09:00 | avaamme jälleen 19. tammikuuta kello 9.00.",
        "uk | 2026-01-12T17:30 | на зв’язку сьогодні з 17:30.",
        "uk | 2026-01-13T09:00 | на зв’язку завтра з 09:00.",
        "uk | 2026-01-14T09:00 | на зв’язку 14 січня (середа) з 09:00.",
        "uk | 2026-01-19T09:00 | на зв’язку 19 січня (понеділок) з 09:00.",
        "da | 2026-01-12T17:30 | åbner igen i dag kl. 17.30.",
        "da | 2026-01-13T09:00 | åbner igen i morgen kl. 09.00.",
        "da | 2026-01-14T09:00 | åbner igen onsdag kl. 09.00.",
        "da | 2026-01-19T09:00 | åbner igen den 19. januar kl. 09.00.",
        "sv | 2026-01-12T17:30 | öppnar igen i dag kl. 17:30.",
        "sv | 2026-01-13T09:00 | öppnar igen i morgon kl. 09:00.",
        "sv | 2026-01-14T09:00 | öppnar igen på onsdag kl. 09:00.",
        "sv | 2026-01-19T09:00 | öppnar igen den 19 januari kl. 09:00.",
        "de | 2026-01-12T17:30 | sind heute ab 17:30 Uhr wieder da.",
        "de | 2026-01-13T09:00 | sind morgen ab 09:00 Uhr wieder da.",
        "de | 2026-01-14T09:00 | sind am Mittwoch ab 09:00 Uhr wieder da.",
        "de | 2026-01-19T09:00 | sind am 19. Januar ab 09:00 Uhr wieder da."
      })
  void theNextOpeningIsNamedWithItsDay(String language, LocalDateTime opens, String words) {
    assertThat(closed(language, HELSINKI, at(opens))).contains(words);
  }

  @Test
  void theDayIsThatOfTheSitesZone() {
    Instant opens = Instant.parse("2026-01-12T22:30:00Z");

    assertThat(closed("en", UTC, opens)).contains("today at 22:30");
    assertThat(closed("en", HELSINKI, opens)).contains("tomorrow at 00:30");
    assertThat(closed("en", ZoneId.of("Asia/Tokyo"), opens)).contains("tomorrow at 07:30");
    assertThat(closed("en", ZoneId.of("+10:30"), opens)).contains("tomorrow at 09:00");
    assertThat(closed("en", ZoneId.of("UTC+2"), opens)).contains("tomorrow at 00:30");
  }

  @Test
  void theDateIsThatOfTheSitesZone() {
    Instant opens = Instant.parse("2026-01-14T22:30:00Z");

    assertThat(closed("en", UTC, opens)).contains("on Wednesday at 22:30");
    assertThat(closed("en", HELSINKI, opens)).contains("on Thursday at 00:30");
    assertThat(closed("en", ZoneId.of("+10:30"), opens)).contains("on Thursday at 09:00");
  }

  @Test
  void theDayChangesAtMidnightAndNotBefore() {
    Instant midnight = at(LocalDateTime.parse("2026-01-13T00:00"));

    assertThat(closed("en", HELSINKI, midnight.minusMillis(1))).contains("today at 23:59");
    assertThat(closed("en", HELSINKI, midnight)).contains("tomorrow at 00:00");
  }

  /// Clocks go forward in the night of 29 March 2026, and back in that of 25 October.
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z, tomorrow at 09:00",
    "2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z, tomorrow at 09:00",
    "2026-03-22T21:30:00Z, 2026-03-29T06:00:00Z, on 29 March at 09:00",
    "2026-10-19T20:30:00Z, 2026-10-25T07:00:00Z, on Sunday at 09:00"
  })
  void aNightInWhichTheClocksChangeIsOneNight(Instant now, Instant opens, String words) {
    IcuTexts texts = new IcuTexts(InstantSource.fixed(now));

    assertThat(texts.text("en", HELSINKI, TextKey.CLOSED_NOW, closing(opens))).contains(words);
  }

  @Test
  void aMomentThatHasPassedIsNamedWithItsDate() {
    assertThat(closed("en", HELSINKI, at(LocalDateTime.parse("2026-01-11T09:00"))))
        .contains("on 11 January at 09:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Anna will be back by 16:00. | Anna will be back by 08:00 tomorrow.",
        "fi | Anna palaa keskusteluun kello 16.00 mennessä. "
            + "| Anna palaa keskusteluun huomenna kello 8.00 mennessä.",
        "uk | Anna повернеться в чат до 16:00. | Anna повернеться в чат завтра до 08:00.",
        "da | Anna er tilbage senest kl. 16.00. | Anna er tilbage i morgen senest kl. 08.00.",
        "sv | Anna är tillbaka senast kl. 16:00. | Anna är tillbaka i morgon senast kl. 08:00.",
        "de | Anna ist bis 16:00 Uhr zurück. | Anna ist morgen bis 08:00 Uhr zurück."
      })
  void aPromiseForTomorrowSaysSo(String language, String today, String tomorrow) {
    assertThat(promised(language, "2026-01-12T16:00")).isEqualTo(today);
    assertThat(promised(language, "2026-01-13T08:00")).isEqualTo(tomorrow);
  }

  @Test
  void aCardNamesTheDayOfAPromiseThatIsNotForToday() {
    assertThat(status("2026-01-12T16:00")).isEqualTo("Anna will be back by 16:00");
    assertThat(status("2026-01-13T08:00")).isEqualTo("Anna will be back by 08:00 (Tue)");
  }

  /// Some countries count their years by another calendar.
  @Test
  void theReadersCountryWritesTheMoment() {
    Instant opens = at(LocalDateTime.parse("2026-01-19T09:00"));

    assertThat(closed("en-US", HELSINKI, opens).replace('\u202F', ' '))
        .contains("on January 19 at 9:00 AM");
    assertThat(closed("en-TH", HELSINKI, opens)).contains("19");
  }

  private static String status(String time) {
    Map<String, Object> arguments = Map.of("name", "Anna", "time", at(LocalDateTime.parse(time)));
    return texts().label("en", HELSINKI, "card.status.promised", arguments);
  }

  private static String promised(String language, String time) {
    Map<String, Object> arguments = Map.of("name", "Anna", "time", at(LocalDateTime.parse(time)));
    return texts().text(language, HELSINKI, TextKey.PROMISED, arguments);
  }

  private static String closed(String language, ZoneId zone, Instant opens) {
    return texts().text(language, zone, TextKey.CLOSED_NOW, closing(opens));
  }

  private static Map<String, Object> closing(Instant opens) {
    return Map.of("closed", opens.minusSeconds(50_400), "opens", opens);
  }

  private static IcuTexts texts() {
    return new IcuTexts(InstantSource.fixed(Documented.AFTERNOON));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(HELSINKI).toInstant();
  }
}
