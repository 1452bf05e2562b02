package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.ThreadPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is drawn is a card that Teams takes, says what it should, and lets nobody's words do more
/// than be read.
class TeamsCardsTest {
  private static final TeamsWords WORDS = TeamsWords.Word::key;
  private static final URI LINK = URI.create("https://teams.microsoft.com/l/message/x");

  private static JsonNode drawn(Card card, boolean hears) {
    TeamsCards cards = new TeamsCards(_ -> WORDS, _ -> hears);
    return cards.of(TeamsSamples.DESK, Optional.of(TeamsSamples.THREAD), card);
  }

  private static JsonNode drawn(Card card) {
    return drawn(card, true);
  }

  /// Every object under this node.
  private static Stream<JsonNode> all(JsonNode node) {
    Stream<JsonNode> below = node.valueStream().flatMap(TeamsCardsTest::all);
    return node.isObject() ? Stream.concat(Stream.of(node), below) : below;
  }

  private static List<JsonNode> typed(JsonNode card, String type) {
    return all(card).filter(node -> node.path("type").asText("").equals(type)).toList();
  }

  private static List<String> texts(JsonNode card) {
    return typed(card, "TextRun").stream().map(run -> run.path("text").asText("")).toList();
  }

  private static List<String> titles(JsonNode actions) {
    return actions.valueStream().map(action -> action.path("title").asText("")).toList();
  }

  private static JsonNode action(JsonNode card, String title) {
    return card.path("actions")
        .valueStream()
        .filter(action -> action.path("title").asText("").equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCardSaysWhoHowItStandsWhatTheyWroteAndTheFacts() {
    JsonNode card = drawn(TeamsSamples.card("Andriy", "hello\nagain"));
    CardRules.check(card);
    assertThat(card.path("version").asText("")).isEqualTo("1.5");
    assertThat(card.path("msteams").path("width").asText("")).isEqualTo("Full");
    assertThat(texts(card))
        .startsWith("Andriy", "🟡  Waiting for an answer", "hello", "again")
        .contains("Shoes <b> (https://shop.example/x)  ·  Finnish  ·  14:03 there");
  }

  @Test
  void theMomentIsShownInTheReadersZone() {
    assertThat(typed(drawn(TeamsSamples.card("Andriy", "hello")), "TextBlock"))
        .extracting(block -> block.path("text").asText(""))
        .containsExactly(
            "Waiting since {{DATE(2026-11-22T10:00:00Z, SHORT)}} {{TIME(2026-11-22T10:00:00Z)}}");
  }

  @ParameterizedTest
  @EnumSource
  void everyToneHasAColourThatTeamsKnows(Card.Tone tone) {
    Card plain = TeamsSamples.card("Andriy", "hello");
    Card toned =
        new Card(
            plain.name(),
            plain.words(),
            plain.facts(),
            plain.status(),
            tone,
            plain.since(),
            plain.sinceLabel(),
            plain.actions(),
            plain.summary(),
            plain.page());
    assertThat(drawn(toned).path("body").path(0).path("style").asText(""))
        .isIn("emphasis", "accent", "good", "warning", "attention");
  }

  @Test
  void aButtonIsAnExecuteWithASubmitForOldClients() {
    JsonNode claim = action(drawn(TeamsSamples.card("Andriy", "hello")), "Claim");
    assertThat(claim.path("type").asText("")).isEqualTo("Action.Execute");
    assertThat(claim.path("verb").asText("")).isEqualTo("CLAIM");
    assertThat(claim.path("style").asText("")).isEqualTo("positive");
    assertThat(claim.path("fallback").path("type").asText("")).isEqualTo("Action.Submit");
    assertThat(claim.path("fallback").path("data")).isEqualTo(claim.path("data"));
    assertThat(TeamsDeed.read(claim.path("data")))
        .contains(
            new TeamsDeed(
                "CLAIM", TeamsSamples.DESK, Optional.of(TeamsSamples.THREAD), Optional.empty()));
  }

  @Test
  void aMenuIsOneButtonAChoiceAndTheLastOpensADialog() {
    JsonNode menu = action(drawn(TeamsSamples.card("Andriy", "hello")), "Back in …");
    assertThat(menu.path("type").asText("")).isEqualTo("Action.ShowCard");
    JsonNode choices = menu.path("card").path("actions");
    assertThat(titles(choices)).containsExactly("2 minutes", "5 minutes", "teams.other");
    assertThat(TeamsDeed.read(choices.path(0).path("data")).flatMap(TeamsDeed::value))
        .contains("PT2M");
    assertThat(choices.path(2).path("data").path("msteams").path("type").asText(""))
        .isEqualTo("task/fetch");
    assertThat(TeamsDeed.read(choices.path(2).path("data")).flatMap(TeamsDeed::value))
        .contains(TeamsActions.OTHER);
  }

  @Test
  void aPersonIsPickedFromTheChannel() {
    JsonNode pick = action(drawn(TeamsSamples.card("Andriy", "hello")), "Hand over");
    JsonNode input = pick.path("card").path("body").path(0);
    assertThat(input.path("choices.data").path("dataset").asText(""))
        .startsWith("graph.microsoft.com/users");
    assertThat(input.path("id").asText("")).isEqualTo(TeamsDeed.VALUE);
    assertThat(pick.path("card").path("actions").path(0).path("associatedInputs").asText(""))
        .isEqualTo("auto");
  }

  @Test
  void whatIsToBeMeantAsksFirstAndCanBeLeft() {
    JsonNode card = drawn(TeamsSamples.card("Andriy", "hello"));
    JsonNode close = action(card, "Close");
    String question = close.path("targetElements").path(0).asText("");
    JsonNode field =
        all(card).filter(each -> each.path("id").asText("").equals(question)).findFirst().get();
    assertThat(close.path("type").asText("")).isEqualTo("Action.ToggleVisibility");
    assertThat(field.path("isVisible").asBoolean(true)).isFalse();
    assertThat(texts(field)).containsExactly("Close anyway?");
    JsonNode row = field.path("items").path(1).path("actions");
    assertThat(titles(row)).containsExactly("Close it", "Keep open");
    assertThat(row.path(0).path("verb").asText("")).isEqualTo("CLOSE");
    assertThat(row.path(1).path("targetElements").path(0).asText("")).isEqualTo(question);
  }

  @Test
  void theSeventhButtonStandsInTheMenuOfThreeDots() {
    JsonNode actions = drawn(TeamsSamples.card("Andriy", "hello")).path("actions");
    assertThat(actions.valueStream().map(each -> each.path("mode").asText("primary")))
        .containsExactly(
            "primary", "primary", "primary", "primary", "primary", "primary", "secondary");
  }

  @Test
  void aBoxForTheReplyStandsOnTheCardOnlyWhereRepliesAreNotHeard() {
    Card card = TeamsSamples.card("Andriy", "hello");
    assertThat(typed(drawn(card, true), "Input.Text")).isEmpty();
    JsonNode deaf = drawn(card, false);
    CardRules.check(deaf);
    assertThat(typed(deaf, "Input.Text"))
        .extracting(input -> input.path("id").asText("") + input.path("maxLength").asInt())
        .containsExactly(TeamsDeed.REPLY_INPUT + Policy.TEXT_MAX);
    assertThat(all(deaf).map(each -> each.path("verb").asText(""))).contains(TeamsDeed.REPLY);
    Card over = TeamsSamples.card("Andriy", "hello", List.of());
    assertThat(typed(drawn(over, false), "Input.Text")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**bold** _it_ `code` # head [bank](https://evil.example)",
        "<at>Anna</at> <AT id=\"0\">Anna</AT> @channel",
        "{{DATE(2026-11-22T10:00:00Z, SHORT)}} {{TIME(2026-11-22T10:00:00Z)}} {{{DATE",
        "${name} &lt;b&gt; <b>bold</b> <script>x</script>",
        "\u202Eevil\u202C עברית",
        "https://evil.example/x",
      })
  void aVisitorsWordsAreShownAsTheyAreAndDoNothing(String words) {
    ThreadPost post = new ThreadPost(words, List.of(words, "next"), words);
    List<TeamsMembers.Member> team =
        List.of(new TeamsMembers.Member("29:anna", "a1", "Anna", Standing.MEMBER));
    List<JsonNode> cards =
        List.of(
            drawn(TeamsSamples.card(words, words)),
            TeamsPosts.words(post),
            TeamsPosts.text(words),
            TeamsPosts.aside(Optional.of(words), words, LINK, WORDS, List.of()));
    assertThat(cards)
        .allSatisfy(
            card -> {
              CardRules.check(card);
              assertNothingIsRead(card, words);
              assertThat(card.path("msteams").has("entities")).isFalse();
            });
    JsonNode call = TeamsPosts.call(words, LINK, WORDS, team);
    assertThat(texts(call)).allSatisfy(text -> assertNoTag(text));
    assertThat(call.path("msteams").path("entities")).hasSize(1);
  }

  /// Words of a visitor's stand in text runs only, of which nothing is read.
  private static void assertNothingIsRead(JsonNode card, String words) {
    String seen = words.replace("\u2060", "");
    assertThat(texts(card))
        .anySatisfy(text -> assertThat(text.replace("\u2060", "")).isEqualTo(seen))
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContain("{{");
              assertNoTag(text);
            });
    assertThat(typed(card, "TextBlock"))
        .extracting(block -> block.path("text").asText(""))
        .noneMatch(text -> text.contains(words));
  }

  private static void assertNoTag(String text) {
    assertThat(text).doesNotContainPattern("(?i)</?at\\b");
  }

  @Test
  void aMomentsLabelIsReadAsNoMarkdown() {
    assertThat(TeamsText.markdown("*a* [b](c) <at>x</at>\n# d"))
        .isEqualTo("\\*a\\* \\[b\\]\\(c\\) \\<\u2060at\\>x\\<\u2060/at\\> \\# d");
  }

  @Test
  void aSummaryIsOneLineWithoutTagsAndEntities() {
    assertThat(TeamsText.summary("a <b>c</b>\n&lt; d"))
        .isEqualTo("a <\u2060b>c<\u2060/b> &\u2060lt; d");
    assertThat(TeamsText.summary("😀".repeat(4_000))).hasSizeLessThanOrEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"ж, 3800", "😀, 4000", "'a\n', 2000", "'\n', 4000", "\", 4000", "{, 4000"})
  void theLongestWordsMakeNoCardThatIsTooLarge(String letter, int times) throws Exception {
    String words = letter.repeat(times);
    JsonNode card = drawn(TeamsSamples.card("Andriy", words), false);
    CardRules.check(card);
    assertThat(card.toString()).hasSizeLessThan(24 * 1024);
    ThreadPost many =
        new ThreadPost("Andriy", Stream.generate(() -> "x").limit(1_900).toList(), "");
    assertThat(TeamsPosts.words(many).toString()).hasSizeLessThan(24 * 1024);
    ThreadPost one = TeamsSamples.words(words);
    assertThat(TeamsPosts.words(one).toString()).hasSizeLessThan(40 * 1024);
  }

  static Stream<ThreadPost> longestPosts() {
    String lines = "a\n".repeat(59) + "a";
    String quotes = "\"".repeat(4_000);
    return Stream.of(
        post(31, lines),
        post(95, "a\n".repeat(19) + "a"),
        post(10, quotes),
        post(2, "a\n" + "\n".repeat(7_000) + "a"),
        post(400, quotes));
  }

  private static ThreadPost post(int messages, String words) {
    return TeamsSamples.words(Stream.generate(() -> words).limit(messages).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("longestPosts")
  void messagesOfManyLinesAndLongChangesMakeNoPostThatIsTooLarge(ThreadPost post) {
    JsonNode card = TeamsPosts.words(post);
    CardRules.check(card);
    assertThat(card.toString().getBytes(StandardCharsets.UTF_16LE).length).isLessThan(80 * 1024);
  }

  @Test
  void everyMessageOfALongPostHasItsShare() {
    String lines = String.join("\n", Collections.nCopies(60, "line"));
    List<String> shown = texts(TeamsPosts.words(post(31, lines)));
    assertThat(shown).hasSizeLessThanOrEqualTo(1 + TeamsPosts.LINES_MAX);
    assertThat(String.join(" ", shown).split("line", -1)).hasSize(31 * 60 + 1);
    String emoji = "😀".repeat(4_000);
    assertThat(texts(TeamsPosts.words(post(3, emoji))))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("😀")
        .endsWith("😀…");
    assertThat(texts(TeamsPosts.words(post(1, emoji)))).last().isEqualTo(emoji);
  }

  @Test
  void nothingIsLostOfManyLines() {
    String words = "line\n".repeat(500) + "end";
    String shown = String.join(" ", texts(TeamsPosts.words(TeamsSamples.words(words))));
    assertThat(shown.split("line", -1)).hasSize(501);
    assertThat(shown).endsWith("end");
  }

  @Test
  void aMessageThatWasTakenBackSaysSo() {
    JsonNode card = TeamsPosts.words(TeamsSamples.words("one", "", "two"));
    assertThat(texts(card)).containsExactly("🌐 Andriy", "one", "(taken back)", "two");
  }

  @Test
  void aRemarkStandsUnderTheWords() {
    ThreadPost post = new ThreadPost("Andriy", List.of("one"), "", Optional.of("Perhaps twice"));
    assertThat(texts(TeamsPosts.words(post))).containsExactly("🌐 Andriy", "one", "Perhaps twice");
    JsonNode card = drawn(TeamsSamples.card("Andriy", "hello").remarked("Perhaps twice"));
    CardRules.check(card);
    assertThat(texts(card)).contains("Perhaps twice");
  }

  @Test
  void aCallMentionsTheTeamAndNoMoreThanAFew() {
    List<TeamsMembers.Member> team = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      team.add(new TeamsMembers.Member("29:" + n, "id" + n, "Anna <" + n + ">", Standing.MEMBER));
    }
    JsonNode call = TeamsPosts.call("Who can take it?", LINK, WORDS, team);
    CardRules.check(call);
    JsonNode entities = call.path("msteams").path("entities");
    assertThat(entities).hasSize(TeamsPosts.MENTIONS_MAX);
    String tags = typed(call, "TextBlock").getFirst().path("text").asText("");
    entities.forEach(each -> assertThat(tags).contains(each.path("text").asText("?")));
    assertThat(entities.path(3).path("mentioned").path("id").asText("")).isEqualTo("29:3");
  }

  @Test
  void buttonsElsewhereNameTheThread() {
    Action take = TeamsSamples.TAKE;
    JsonNode button =
        TeamsPosts.elsewhere(take, TeamsSamples.DESK, TeamsSamples.THREAD, WORDS).getFirst();
    assertThat(TeamsDeed.read(button.path("data")).flatMap(TeamsDeed::thread))
        .contains(TeamsSamples.THREAD);
    assertThat(Set.of("TAKE")).contains(button.path("verb").asText(""));
  }
}
