package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.StaffingWords;
import io.threadbridge.bridge.staffing.Presence;
import io.threadbridge.bridge.staffing.Presence.Kind;
import io.threadbridge.bridge.staffing.Span;
import io.threadbridge.bridge.staffing.StaffingAdvice.MorePeople;
import io.threadbridge.bridge.staffing.StaffingAdvice.OneFewer;
import io.threadbridge.bridge.staffing.StaffingAdvice.SomebodyInCharge;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Staffing advice as a manager reads it.
final class StaffingSentencesTest {
  private static final Span TUESDAY = new Span(DayOfWeek.TUESDAY, 17, 19);
  private static final IcuTexts TEXTS = new IcuTexts(InstantSource.fixed(Documented.AFTERNOON));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Tuesday 17–19: three waited over 2 minutes, nobody was there; "
            + "one person would have kept 90 % under 60 s.",
        "fi | Tiistaina klo 17–19: kolme kävijää odotti yli 2 minuuttia, eikä ketään ollut "
            + "paikalla; yksi ihminen olisi riittänyt siihen, että 90 % saa vastauksen alle 60 "
            + "sekunnissa.",
        "uk | Вівторок, 17–19: три відвідувачі чекали понад 2 хвилини, а на місці нікого не було; "
            + "досить було б однієї людини, щоб 90 % отримали відповідь менш ніж за 60 с.",
        "da | Tirsdag kl. 17–19: tre besøgende ventede i over 2 minutter, og ingen var der; "
            + "med én person havde 90 % fået svar på under 60 sekunder.",
        "sv | Tisdag kl. 17–19: tre besökare väntade i över 2 minuter, och ingen var där; "
            + "med en person hade 90 % fått svar inom 60 sekunder.",
        "de | Am Dienstag von 17 bis 19 Uhr warteten drei Besucher über 2 Minuten, und niemand war "
            + "da; mit einer Person hätten 90 % in unter 60 Sekunden eine Antwort bekommen."
      })
  void nobodyWasThereAndOneWouldHaveBeenEnough(String language, String sentence) {
    assertThat(morePeople(language, 1, 3, Kind.NOBODY, 0, 1)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Tuesday 17–19: 22 waited over 2 minutes in 5 weeks, two people were there; three",
        "fi | Tiistaina klo 17–19: 22 kävijää odotti yli 2 minuuttia 5 viikon aikana, ja paikalla "
            + "oli kaksi ihmistä; kolme ihmistä",
        "uk | Вівторок, 17–19: 22 відвідувачі чекали понад 2 хвилини за 5 тижнів, а на місці було "
            + "дві людини; досить було б трьох людей,",
        "da | Tirsdag kl. 17–19: 22 besøgende ventede i over 2 minutter på 5 uger, og to personer "
            + "var der; med tre personer",
        "sv | Tisdag kl. 17–19: 22 besökare väntade i över 2 minuter på 5 veckor, och två personer "
            + "var där; med tre personer",
        "de | Am Dienstag von 17 bis 19 Uhr warteten innerhalb von 5 Wochen 22 Besucher über 2 "
            + "Minuten, und zwei Personen waren da; mit drei Personen"
      })
  void tooFewWereThereForWeeks(String language, String beginning) {
    assertThat(morePeople(language, 5, 22, Kind.PEOPLE, 2, 3)).startsWith(beginning + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | somebody was there for part of the time",
        "fi | joku oli paikalla osan ajasta",
        "uk | на місці хтось був частину часу",
        "da | der var nogen en del af tiden",
        "sv | någon var där en del av tiden",
        "de | zeitweise war jemand da"
      })
  void whatNobodyKnowsIsNotSaid(String language, String partly) {
    String known = morePeople(language, 1, 3, Kind.PARTLY, 0, 1);
    String unknown = morePeople(language, 1, 3, Kind.UNKNOWN, 0, 1);

    assertThat(known).contains(partly + ";");
    assertThat(unknown).hasSizeLessThan(known.length() - partly.length()).contains(";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Tuesday 17–19: four waited over 2 minutes with two people there, which is usually "
            + "enough; agreeing on who looks after the chat then may help.",
        "fi | Tiistaina klo 17–19: neljä kävijää odotti yli 2 minuuttia, vaikka paikalla oli kaksi "
            + "ihmistä, mikä yleensä riittää; ehkä auttaa sopia, kuka silloin hoitaa chattia.",
        "uk | Вівторок, 17–19: чотири відвідувачі чекали понад 2 хвилини, хоча на місці було дві "
            + "людини, а цього зазвичай досить; можливо, допоможе домовитися, хто тоді стежить за "
            + "чатом.",
        "da | Tirsdag kl. 17–19: fire besøgende ventede i over 2 minutter, selv om to personer var "
            + "der, hvilket plejer at være nok; måske hjælper det at aftale, hvem der tager sig af "
            + "chatten.",
        "sv | Tisdag kl. 17–19: fyra besökare väntade i över 2 minuter, fast två personer var där, "
            + "vilket brukar räcka; kanske hjälper det att komma överens om vem som sköter chatten "
            + "då.",
        "de | Am Dienstag von 17 bis 19 Uhr warteten vier Besucher über 2 Minuten, obwohl zwei "
            + "Personen da waren, was meist genügt; vielleicht hilft es, abzusprechen, wer sich "
            + "dann um den Chat kümmert."
      })
  void somebodyIsToBeInCharge(String language, String sentence) {
    Presence two = new Presence(Kind.PEOPLE, 2);

    assertThat(words(language).sentence(new SomebodyInCharge(TUESDAY, 1, 4, two)))
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Tuesday 17–19: nobody waited over 2 minutes in 4 weeks with two people there; one "
            + "would have been enough.",
        "fi | Tiistaina klo 17–19: kukaan ei odottanut yli 2 minuuttia 4 viikon aikana, kun "
            + "paikalla oli kaksi ihmistä; yksi olisi riittänyt.",
        "uk | Вівторок, 17–19: за 4 тижні ніхто не чекав понад 2 хвилини, коли на місці було дві "
            + "людини; досить було б однієї.",
        "da | Tirsdag kl. 17–19: ingen ventede i over 2 minutter på 4 uger, mens to personer var "
            + "der; én havde været nok.",
        "sv | Tisdag kl. 17–19: ingen väntade i över 2 minuter på 4 veckor när två personer var "
            + "där; en hade räckt.",
        "de | Am Dienstag von 17 bis 19 Uhr wartete in 4 Wochen niemand über 2 Minuten, als zwei "
            + "Personen da waren; eine hätte genügt."
      })
  void oneFewerWouldHaveDone(String language, String sentence) {
    assertThat(words(language).sentence(new OneFewer(TUESDAY, 4, 2))).isEqualTo(sentence);
  }

  /// The day is that of the week wherever the desk is.
  @ParameterizedTest
  @CsvSource({
    "MONDAY, Monday, montag",
    "TUESDAY, Tuesday, dienstag",
    "WEDNESDAY, Wednesday, mittwoch",
    "THURSDAY, Thursday, donnerstag",
    "FRIDAY, Friday, freitag",
    "SATURDAY, Saturday, samstag",
    "SUNDAY, Sunday, sonntag"
  })
  void everyDayHasItsName(DayOfWeek day, String english, String german) {
    OneFewer fewer = new OneFewer(new Span(day, 0, 24), 4, 2);

    for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Helsinki")) {
      assertThat(words("en", zone).sentence(fewer)).startsWith(english + " 0–24: ");
      assertThat(words("de", zone).sentence(fewer)).startsWithIgnoringCase("am " + german + " ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, три відвідувачі чекали",
    "5, пʼять відвідувачів чекали",
    "12, дванадцять відвідувачів чекали",
    "13, 13 відвідувачів чекали",
    "21, 21 відвідувач чекав",
    "24, 24 відвідувачі чекали"
  })
  void visitorsAreCountedAsUkrainianCounts(int waited, String words) {
    assertThat(morePeople("uk", 1, waited, Kind.NOBODY, 0, 1)).contains(": " + words + " ");
  }

  private static String morePeople(
      String language, int weeks, int waited, Kind kind, int present, int needed) {
    return words(language)
        .sentence(new MorePeople(TUESDAY, weeks, waited, new Presence(kind, present), needed));
  }

  private static StaffingWords words(String language) {
    return words(language, "Europe/Helsinki");
  }

  private static StaffingWords words(String language, String zone) {
    return new StaffingWords(TEXTS, language, ZoneId.of(zone), StaffingGoal.usual(3));
  }
}
