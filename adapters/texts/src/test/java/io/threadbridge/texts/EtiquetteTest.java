package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.texts.Documented.Asked;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text that a visitor reads keeps the rules of politeness, in every language.
final class EtiquetteTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// The most code points of a message of several texts.
  private static final int MESSAGE_MAX = 350;

  private static final IcuTexts TEXTS = new IcuTexts(InstantSource.fixed(Documented.AFTERNOON));

  static List<String> languages() {
    return TEXTS.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nothingImpoliteIsSaidToVisitors(String language) {
    Etiquette etiquette = Etiquette.of(language);

    assertThat(Documented.toTheVisitor())
        .hasSizeGreaterThan(20)
        .map(asked -> text(language, asked))
        .allSatisfy(text -> assertThat(etiquette.faults(text)).as(text).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTextToVisitorsIsASentenceSoThatAnotherCanFollow(String language) {
    assertThat(Documented.toTheVisitor())
        .map(asked -> text(language, asked))
        .allSatisfy(text -> assertThat(text).matches("(?s)[\\p{Lu}\\p{Lt}].*[.?!]"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void textsThatFollowAnotherMakeAMessageWithOneQuestionAtMost(String language) {
    assertThat(
            List.of(
                message(language, TextKey.HOLD, TextKey.WAIT_ESTIMATE, TextKey.CHOICE),
                message(
                    language,
                    TextKey.CLOSED_NOW,
                    TextKey.CLOSED_CLAIMED,
                    TextKey.CLOSED_WILL_WRITE),
                message(
                    language,
                    TextKey.CLOSED_FOR_NOW,
                    TextKey.CLOSED_KEPT,
                    TextKey.CLOSED_WILL_WRITE)))
        .allSatisfy(
            message -> {
              assertThat(message.codePointCount(0, message.length()))
                  .as(message)
                  .isLessThanOrEqualTo(MESSAGE_MAX);
              assertThat(Etiquette.questions(message)).as(message).isLessThanOrEqualTo(1);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageKnowsJargonBlameAndHurry(String language) {
    List<Etiquette.Rule> rules = Etiquette.of(language).rules();

    assertThat(Set.of("jargon", "blame", "hurry"))
        .allSatisfy(
            kind ->
                assertThat(rules)
                    .filteredOn(rule -> rule.kind().equals(kind))
                    .hasSizeGreaterThanOrEqualTo(5));
    assertThat(rules).extracting(Etiquette.Rule::kind).containsOnly("jargon", "blame", "hurry");
  }

  @ParameterizedTest
  @CsvSource({
    "en, PLEASE wait for us., shouting",
    "uk, Зачекайте ТУТ., shouting",
    "en, Thank you!!, exclaiming",
    "en, Thanks! Goodbye!, exclaiming",
    "en, What?!, exclaiming",
    "en, Who are you? What is it?, questions",
    "en, Your ticket is here., jargon: ticket*",
    "en, All agents are busy., jargon: agent*",
    "fi, Olet jonossa., jargon: jono*",
    "uk, Ви в черзі; черга довга., jargon: черг*",
    "de, Ihr Ticket ist da., jargon: ticket*",
    "sv, Du måste vänta., blame: du måste",
    "da, Du skal svare., blame: du skal",
    "fi, Sinun täytyy odottaa., blame: sinun täytyy",
    "en, Please hurry., hurry: hurry"
  })
  void whatIsImpoliteIsFound(String language, String text, String fault) {
    assertThat(Etiquette.of(language).faults(text)).containsExactly(fault);
  }

  @Test
  void twoHundredCharactersAreShortEnoughAndOneMoreIsNot() {
    Etiquette english = Etiquette.of("en");

    assertThat(english.faults("a".repeat(200))).isEmpty();
    assertThat(english.faults("a".repeat(201))).containsExactly("long: 201");
  }

  @Test
  void partsOfOtherWordsAreNoJargon() {
    assertThat(Etiquette.of("en").faults("Both of us will lead you; A queueing theory is plain."))
        .containsExactly("jargon: queue*", "jargon: lead");
    assertThat(Etiquette.of("en").faults("Both robots mislead you.")).isEmpty();
  }

  private static String message(String language, TextKey... keys) {
    return String.join(
        " ", Stream.of(keys).map(key -> text(language, longest(language, key))).toList());
  }

  private static Asked longest(String language, TextKey key) {
    return Documented.asked(key)
        .reduce(
            (one, other) ->
                text(language, one).length() >= text(language, other).length() ? one : other)
        .orElseThrow();
  }

  private static String text(String language, Asked asked) {
    return TEXTS.text(language, HELSINKI, asked.key(), asked.arguments());
  }
}
