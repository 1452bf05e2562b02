package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The files of the languages are whole.
class LanguagesTest {
  @Test
  void noLanguageLacksASection() {
    Map<String, List<Section>> lacking =
        Languages.all().stream().collect(Collectors.toMap(Language::code, Language::missing));
    assertThat(lacking).allSatisfy((code, sections) -> assertThat(sections).as(code).isEmpty());
    assertThat(lacking).containsOnlyKeys("en", "fi", "uk", "da", "sv", "de");
  }

  @Test
  void whatALanguageLacksIsListed() {
    Language half =
        Language.parse("xx", "[thanks]\nxyzzy # a comment\n[farewell]\n# nothing yet\n");
    assertThat(half.missing()).contains(Section.FAREWELL, Section.UNITS);
    assertThat(half.missing()).doesNotContain(Section.THANKS);
  }

  @Test
  void everyPhraseOfEveryLanguageCanBeRead() {
    assertThat(Languages.all())
        .allSatisfy(
            language ->
                assertThat(
                        List.of(
                            language.phrases(Section.GREETING),
                            language.phrases(Section.COURTESY),
                            language.phrases(Section.FAREWELL),
                            language.phrases(Section.FAREWELL_ALONE),
                            language.phrases(Section.THANKS),
                            language.phrases(Section.NOTHING_ELSE),
                            language.phrases(Section.CLOSING_FILLER),
                            language.phrases(Section.RETURN),
                            language.phrases(Section.RETURN_SHORT),
                            language.phrases(Section.CHECK)))
                    .as(language.code())
                    .doesNotContain(List.of()));
  }

  @Test
  void aSectionThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> Language.parse("xx", "[wishes]\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("xx has a section wishes");
  }

  @Test
  void aSetThatIsNotThereIsRefused() {
    Language language = Language.parse("xx", "[thanks]\nthanks <lots>\n");
    assertThatThrownBy(() -> language.phrases(Section.THANKS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no set <lots>");
  }

  @Test
  void aPhraseOfWhichAllMayBeLeftOutIsRefused() {
    Language language = Language.parse("xx", "[thanks]\nmany? thanks*\n");
    assertThatThrownBy(() -> language.phrases(Section.THANKS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFilesAsTheyComeAreTheWordsAsTheyCome() {
    assertThat(Words.files().sequencedKeySet()).containsExactly("en", "fi", "uk", "da", "sv", "de");
    assertThat(Words.of(Words.files()).closing("hejdå")).contains(ClosingKind.FAREWELL);
  }

  @Test
  void aListWithoutAWordDoesNotKnowIt() {
    SequencedMap<String, String> files = new LinkedHashMap<>(Words.files());
    files.put("sv", "[thanks]\ntack\n");
    assertThat(Words.of(files).closing("hejdå")).isEmpty();
    assertThat(Words.of(files).closing("tack")).contains(ClosingKind.THANKS);
  }
}
