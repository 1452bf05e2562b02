package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site's own words: where they are used, and what is refused at the start.
final class SiteTextsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final SiteName SHOP = new SiteName("shop");
  private static final SiteName OTHER = new SiteName("other");
  private static final IcuTexts OURS = new IcuTexts(InstantSource.fixed(Documented.AFTERNOON));

  @Test
  void aSiteSaysItWithItsOwnWordsAndNoOtherSiteDoes() {
    Texts texts = OURS.with(Map.of(SHOP, Map.of("en", Map.of("still-there", "Still with us?"))));

    assertThat(stillThere(texts.forSite(SHOP), "en")).isEqualTo("Still with us?");
    assertThat(stillThere(texts.forSite(SHOP), "en-GB")).isEqualTo("Still with us?");
    assertThat(stillThere(texts.forSite(SHOP), "fr")).isEqualTo("Still with us?");
    assertThat(stillThere(texts.forSite(SHOP), "fi")).isEqualTo("Oletko vielä siellä?");
    assertThat(stillThere(texts.forSite(OTHER), "en")).isEqualTo("Are you still there?");
    assertThat(stillThere(texts, "en")).isEqualTo("Are you still there?");
  }

  @Test
  void twoSitesEachHaveTheirOwn() {
    Texts texts =
        OURS.with(
            Map.of(
                SHOP, Map.of("en", Map.of("still-there", "Still with us?")),
                OTHER, Map.of("fi", Map.of("still-there", "Vieläkö olet täällä?"))));

    assertThat(stillThere(texts.forSite(SHOP), "en")).isEqualTo("Still with us?");
    assertThat(stillThere(texts.forSite(SHOP), "fi")).isEqualTo("Oletko vielä siellä?");
    assertThat(stillThere(texts.forSite(OTHER), "fi")).isEqualTo("Vieläkö olet täällä?");
  }

  @Test
  void aSiteWithoutOwnWordsHasOurs() {
    assertThat(stillThere(OURS.with(Map.of(SHOP, Map.of())).forSite(SHOP), "en"))
        .isEqualTo("Are you still there?");
    assertThat(OURS.forSite(SHOP)).isSameAs(OURS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | greeting | Hello, {name} here.",
        "en | hold.1 | We have your message.",
        "en | card.claim | Mine",
        "en | card.rated | {stars, plural, one {one star} other {# stars}} {comment}",
        "en | closed-now | Closed at {closed}; we open on {opens_date, date, ::EEEEdMMMM} at {opens}.",
        "en | closed-now | Since {closed}; we open {opens_day, select, today {soon} other {{opens}}}.",
        "en | wait-estimate | {minutes, plural, =1 {A minute} other {# minutes}} or so.",
        "en | site.because-overload | {site}: {waiting, plural, one {one} other {#}} for {present}.",
        "en | staffing.one-fewer | {day_date, date, ::EEE} {from}-{until}: {enough} of {present}, "
            + "{weeks, plural, one {# week} other {# weeks}}, {minutes} min.",
        "uk | wait-estimate | Близько {minutes, plural, one {# хвилини} other {# хвилин}}."
      })
  void whatSaysAsMuchAsOursIsTaken(String language, String key, String message) {
    assertThat(
            own(language, key, message)
                .forSite(SHOP)
                .label(language, HELSINKI, key, Documented.samples()))
        .isNotBlank()
        .isNotEqualTo(OURS.label(language, HELSINKI, key, Documented.samples()))
        .doesNotContain("{", "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | hold.1 | Merci. | sites.shop.texts.fr: there are no texts | write one of en, da, de",
        "en | greting | Hi, {name}. | en.greting: there is no such text | a key of texts/en.properties",
        "en | hold.9 | Hi. | en.hold.9: there is no such text | one of hold.1, hold.2, hold.3",
        "en | hold.1 | ' ' | en.hold.1 has 0 characters | write 1 to 1000",
        "en | greeting | Hi, {name. | en.greeting is no ICU message: Hi, {name. | close every brace",
        "en | wait-estimate | {minutes, plural, one {#}} | wait-estimate is no ICU message | an other",
        "en | greeting | Hi there. | en.greeting names no argument | name {name}, as ours does: Hi",
        "en | greeting | Hi, {nam}. | en.greeting names {nam} | name {name}",
        "en | greeting | {name} {visitor} | names {name} and {visitor} | name {name}",
        "en | greeting | Hi, {0}. | en.greeting names {0} | name {name}",
        "en | still-there | {opens_day, select, other {x}}? | names {opens} | name no argument",
        "en | promised | {name} {time_day, select, other {{tim}}} | names {name} and {tim} and {time} | {name} and {time}",
        "en | greeting | {name, plural, other {#}} | en.greeting cannot be shown | use an argument for what it is",
        "en | closed-now | {closed} {opens, date, ::EEEE} | en.closed-now cannot be shown | an argument for what",
        "en | greeting | {name, date, EEEE} | en.greeting cannot be shown | use an argument for what it is",
        "en | closed-now | {closed} {opens_date, date, ::nonsense} | en.closed-now is no ICU message | Illegal",
        "en | wait-estimate | {minutes, plural, one {} other {# m}} | en.wait-estimate says nothing | every case",
        "en | hold.1 | Thank you for your patience. We still owe you an answer. | is the same as | never reads a hold text twice"
      })
  void whatCouldFailInFrontOfAVisitorIsRefusedWithItsMend(
      String language, String key, String message, String problem, String mend) {
    assertThatExceptionOfType(UnusableText.class)
        .isThrownBy(() -> own(language, key, message))
        .withMessageContaining("sites.shop.texts.%s", language)
        .withMessageContaining(problem)
        .satisfies(unusable -> assertThat(unusable.mend()).contains(mend));
  }

  @Test
  void aMessageHasThousandCharactersAtMost() {
    assertThat(own("en", "still-there", "a".repeat(1_000)).forSite(SHOP)).isNotNull();
    assertThatExceptionOfType(UnusableText.class)
        .isThrownBy(() -> own("en", "still-there", "a".repeat(1_001)))
        .withMessage("sites.shop.texts.en.still-there has 1001 characters");
  }

  private static String stillThere(Texts texts, String language) {
    return texts.text(language, HELSINKI, TextKey.STILL_THERE, Map.of());
  }

  private static Texts own(String language, String key, String message) {
    return OURS.with(Map.of(SHOP, Map.of(language, Map.of(key, message))));
  }
}
