package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Staff sentences, and how long from now they promise to be back.
class PromiseTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// A Monday, 12:00 in Helsinki.
  private static final Instant NOON = Instant.parse("2026-03-02T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I'll check and be back in 10 minutes                    | 10
          give me 5 min                                           | 5
          Give me about five minutes, please                      | 5
          I will get back to you in half an hour                  | 30
          back in 10                                              | 10
          Ok, one sec. Back in 2 min!                             | 2
          I'LL BE BACK IN AN HOUR                                 | 60
          I’ll get back to you with the details within 20 minutes | 20
          let me check with the warehouse, back in 15 mins        | 15
          In 10 minutes I'll be back with an answer               | 10
          I'll ask a colleague and let you know in 1.5 hours      | 90
          We'll be back in a couple of minutes                    | 2
          I'll be right back, 5 minutes                           | 5
          I'll be back in 5-10 min                                | 10
          I need about 10 minutes                                 | 10
          I'll look into it and get back to you within the hour   | 60
          One moment, I'll check and come back in five            | 5
          I'm going to lunch, back in an hour                     | 60
          I'll be back at 14:30                                   | 150
          I'll call you back at 2 pm                              | 120
          I'll be back at 3                                       | 180
          I'll get back to you tomorrow at 9                      | 1260
          I will answer you at 9:15 tomorrow                      | 1275
          Sorry, will be back in 10min                            | 10
          """)
  void english(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivery in 10 minutes",
        "the shop opens in 10 minutes",
        "The shop will be back in 10 minutes",
        "Your order leaves in 10 minutes",
        "I'll check if the delivery comes in 10 minutes",
        "I checked it 10 minutes ago",
        "I won't be back in 10 minutes",
        "Anna will be back in 10 minutes",
        "Come back in 10 minutes",
        "Please call back in 10 minutes",
        "We respond within 24 hours",
        "You'll get it back in 10 days",
        "I'll be right back, delivery takes 10 minutes",
        "Shall I call you back in 10 minutes?",
        "I'll be back in a moment",
        "I'll be back soon",
        "I'll be back in 3 days",
        "I'll be back in 30 hours",
        "I'll be back in 0 minutes",
        "I'll be back at 25:00",
        "I'll be back at 9:15",
        "The parcel has 10 minutes left",
        "I see that the train is 10 minutes late",
        "You have 10 minutes to pay, I checked",
        "It costs 10",
        "I'll check the 10 minute video",
        "We open tomorrow at 9",
        ""
      })
  void englishNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          palaan 10 minuutin kuluttua                    | 10
          Tarkistan asian ja palaan 10 minuutin kuluttua | 10
          Olen takaisin viiden minuutin päästä           | 5
          Palaan asiaan puolen tunnin kuluttua           | 30
          anna minulle 5 min                             | 5
          Kysyn varastolta ja vastaan noin vartin sisällä | 15
          Tunnin kuluttua olen takaisin                  | 60
          Palaan asiaan huomenna klo 9                   | 1260
          Palaan klo 14.30                               | 150
          """)
  void finnish(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Toimitus 10 minuutin kuluttua",
        "Kauppa aukeaa 10 minuutin kuluttua",
        "Tilaus saapuu tunnin sisällä",
        "Palaan jos se tulee 10 minuutin kuluttua",
        "Tarkistin sen 10 minuuttia sitten",
        "Palaanko 10 minuutin kuluttua?"
      })
  void finnishNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          повернуся за 10 хвилин                      | 10
          Я перевірю і повернусь за п'ять хвилин      | 5
          Повернусь до вас через півгодини            | 30
          дайте мені 5 хв                             | 5
          Уточню на складі і напишу вам через годину  | 60
          За 10 хвилин повернуся                      | 10
          Повернусь о 14:30                           | 150
          Я відповім вам завтра о 9                   | 1260
          """)
  void ukrainian(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "доставка за 10 хвилин",
        "магазин відкриється за 10 хвилин",
        "кур'єр приїде через годину",
        "Якщо прийде за 10 хвилин, я напишу",
        "Він повернеться за 10 хвилин",
        "Мені повернутися за 10 хвилин?"
      })
  void ukrainianNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tilbage om 10 minutter                        | 10
          Jeg er tilbage om 10 minutter                 | 10
          Jeg tjekker det og vender tilbage om 5 min    | 5
          giv mig lige 5 minutter                       | 5
          Jeg vender tilbage til dig om en halv time    | 30
          Jeg skriver til dig om et kvarter             | 15
          Om ti minutter er jeg tilbage                 | 10
          Jeg vender tilbage kl. 14.30                  | 150
          """)
  void danish(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "levering om 10 minutter",
        "Butikken åbner om 10 minutter",
        "Pakken kommer tilbage om 10 minutter",
        "Det var for 10 minutter siden",
        "Jeg er ikke tilbage om 10 minutter",
        "Skal jeg ringe om 10 minutter?"
      })
  void danishNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tillbaka om en kvart                          | 15
          Jag är tillbaka om 10 minuter                 | 10
          Jag kollar och återkommer om fem minuter      | 5
          ge mig 5 min                                  | 5
          Jag återkommer till dig inom en halvtimme     | 30
          Om 10 minuter är jag tillbaka                 | 10
          Jag hör av mig kl. 14.30                      | 150
          Jag återkommer imorgon kl 9                   | 1260
          """)
  void swedish(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leverans om 10 minuter",
        "Butiken öppnar om 10 minuter",
        "Paketet är tillbaka om 10 minuter",
        "Jag kollade för 10 minuter sedan",
        "Jag är inte tillbaka om 10 minuter",
        "Ska jag ringa om 10 minuter?"
      })
  void swedishNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bin in 10 Minuten zurück                              | 10
          Ich bin in zehn Minuten wieder da                     | 10
          Ich schaue nach und bin in ca. 10 Minuten zurück      | 10
          Ich melde mich in einer halben Stunde                 | 30
          Geben Sie mir bitte 5 Minuten                         | 5
          In einer Viertelstunde bin ich zurück                 | 15
          Ich frage im Lager nach und melde mich in 20 min      | 20
          Ich melde mich um 14:30 Uhr                           | 150
          Ich melde mich morgen um 9                            | 1260
          """)
  void german(String text, long minutes) {
    assertPromises(text, minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lieferung in 10 Minuten",
        "Der Laden öffnet in 10 Minuten",
        "Das Paket ist in 10 Minuten zurück",
        "Ich habe vor 10 Minuten nachgesehen",
        "Ich bin nicht in 10 Minuten zurück",
        "Soll ich mich in 10 Minuten melden?"
      })
  void germanNearMisses(String text) {
    assertPromisesNothing(text);
  }

  @Test
  void aTimeOfDayIsMeantInTheSitesZoneAcrossTheNightOfTheClockChange() {
    Instant evening = Instant.parse("2026-03-28T19:00:00Z");
    assertThat(Words.standard().promise("I'll be back tomorrow at 9", evening, HELSINKI))
        .contains(new BackIn(Duration.ofHours(11)));
  }

  @Test
  void aPromiseIsBetweenAMinuteAndADay() {
    assertThatThrownBy(() -> new BackIn(Duration.ofSeconds(59)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BackIn(Duration.ofHours(24).plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new BackIn(Duration.ofHours(24)).length()).isEqualTo(BackIn.LONGEST);
  }

  private static void assertPromises(String text, long minutes) {
    assertThat(Words.standard().promise(text, NOON, HELSINKI))
        .contains(new BackIn(Duration.ofMinutes(minutes)));
  }

  private static void assertPromisesNothing(String text) {
    assertThat(Words.standard().promise(text, NOON, HELSINKI)).isEmpty();
  }
}
