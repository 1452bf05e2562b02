package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
  @Test
  void theFallbackIsEscapedAndCallsNobody() {
    assertThat(SlackText.fallback("<!channel> & @HERE @everyone a@b"))
        .isEqualTo("&lt;!channel&gt; &amp; @\u2060HERE @\u2060everyone a@b");
  }

  @Test
  void theFallbackIsCutBetweenEntitiesAndStaysBelowWhatAnUpdateTakes() {
    String text = SlackText.fallback("<".repeat(4_000));
    assertThat(text).matches("(&lt;)+…").hasSizeLessThan(4_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "👨‍👩‍👧‍👦", "a", "é", "क्षि", "🇫🇮", "\u202eabc"})
  void piecesAreTheWordsAndNoneIsTooLong(String unit) {
    String words = unit.repeat(4_000);
    assertThat(String.join("", SlackText.pieces(words, SlackText.SECTION_MAX))).isEqualTo(words);
    assertThat(SlackText.pieces(words, SlackText.SECTION_MAX))
        .allMatch(piece -> piece.length() <= SlackText.SECTION_MAX)
        .allMatch(piece -> !Character.isLowSurrogate(piece.charAt(0)));
  }

  @Test
  void aCharacterLongerThanAPieceIsCutBetweenCodePoints() {
    String words = "e" + "\u0301".repeat(50) + "😀";
    assertThat(String.join("", SlackText.pieces(words, 10))).isEqualTo(words);
    assertThat(SlackText.pieces(words, 10)).allMatch(piece -> piece.length() <= 10);
  }

  @Test
  void aCutTextIsNeverEmpty() {
    assertThat(SlackText.cut("  ", 10)).isEqualTo("·");
    assertThat(SlackText.cut("0123456789a", 10)).isEqualTo("012345678…");
  }

  @Test
  void settingsWithoutAWayInAreRefusedWithTheMend() {
    assertThatThrownBy(
            () ->
                new SlackSettings(
                    "xoxb-1", Optional.of(" "), Optional.of(""), SlackSettings.SLACK, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slack.app-token")
        .hasMessageContaining("slack.signing-secret");
  }

  @Test
  void settingsPrintNoSecrets() {
    SlackSettings settings =
        new SlackSettings(
            "xoxb-1",
            Optional.of("xapp-1"),
            Optional.of("hush"),
            URI.create("http://localhost:1/api"),
            false);
    assertThat(settings.toString()).doesNotContain("xoxb", "xapp", "hush");
    assertThat(settings.methodsPrefix()).isEqualTo("http://localhost:1/api/");
  }

  @Test
  void theManifestAsksForWhatIsUsedAndNamesTheAddress() {
    assertThat(SlackManifest.forSocketMode())
        .contains("socket_mode_enabled: true", "message.groups", "reactions:write")
        .contains("command: /chat", "- commands", "messages_tab_enabled: true")
        .contains("- files:read", "- files:write")
        .contains("home_tab_enabled: true", "- app_home_opened")
        .doesNotContain("request_url", " url:", "customize");
    assertThat(SlackManifest.forHttp("https://chat.example.com/"))
        .contains("request_url: \"https://chat.example.com/slack/events\"")
        .contains("      url: \"https://chat.example.com/slack/events\"\noauth_config:")
        .contains("socket_mode_enabled: false");
    assertThat(SlackManifest.manifest(Optional.empty(), true)).contains("chat:write.customize");
  }
}
