package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.web.WebClient.Opened;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Visitors who are answered another way than in the chat, who are promised something, or who say
/// what they thought of it.
@Timeout(30)
class VisitorWaysIT {
  private static final Duration UNTIL_THE_CHOICE = Duration.ofMinutes(2);

  private static final int PARTS = 4;

  private Program program;
  private World world;
  private WebClient web;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    world = program.world;
    web = new WebClient(program.url);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private SocketClient waiting(Opened opened) {
    SocketClient tab = web.tab(opened, 0);
    tab.say("a-1", "Where is my boat?");
    tab.next("accepted");
    return tab;
  }

  /// Two minutes pass without a word of the staff, but with signs of the visitor, who is still
  /// there: a line on which nothing is heard for a minute is ended.
  private void waitsForTheChoice(SocketClient tab, Opened opened) {
    for (int part = 0; part < PARTS; part++) {
      world.clock.advance(UNTIL_THE_CHOICE.dividedBy(PARTS));
      tab.send("{\"type\":\"draft\",\"length\":7}");
      tab.rest();
    }
    Eventually.holds(() -> world.facts(opened.conversation()).connected());
    world.wakes(opened.conversation());
  }

  private static JsonNode state(SocketClient tab, String phase) {
    JsonNode state = tab.next("state");
    while (!state.path("phase").stringValue("").equals(phase)) {
      state = tab.next("state");
    }
    return state;
  }

  private static JsonNode stateWith(SocketClient tab, String field) {
    JsonNode state = tab.next("state");
    while (state.path(field).isMissingNode()) {
      state = tab.next("state");
    }
    return state;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(each -> each.stringValue("")).toList();
  }

  private static String reason(SocketClient tab) {
    return tab.next("refused").path("reason").stringValue("");
  }

  @Test
  void whoHasWaitedForTwoMinutesIsOfferedAnotherWayAndToldWhoKnows() {
    Opened opened = web.open();
    SocketClient tab = waiting(opened);
    waitsForTheChoice(tab, opened);
    JsonNode state = stateWith(tab, "choices");
    assertThat(texts(state.path("choices"))).containsExactly("wait", "callback", "email");
    assertThat(texts(state.path("told"))).containsExactly("Bertil");
  }

  @Test
  void aChoiceWithANumberIsALeadAndOneWithoutIsRefused() {
    Opened opened = web.open();
    SocketClient tab = waiting(opened);
    waitsForTheChoice(tab, opened);
    stateWith(tab, "choices");
    tab.send("{\"type\":\"choice\",\"id\":\"c-1\",\"value\":\"callback\"}");
    JsonNode refused = tab.next("refused");
    assertThat(refused.path("reason").stringValue("")).isEqualTo("contact");
    assertThat(refused.path("id").stringValue("")).isEqualTo("c-1");
    tab.send(
        "{\"type\":\"choice\",\"id\":\"c-2\",\"value\":\"callback\",\"contact\":\"maija@example.org\"}");
    assertThat(reason(tab)).isEqualTo("contact");
    tab.send(
        "{\"type\":\"choice\",\"id\":\"c-3\",\"value\":\"callback\",\"contact\":\"+358 40 123\"}");
    assertThat(state(tab, "form").path("choices").isMissingNode()).isTrue();
  }

  @Test
  void whoKeepsWaitingIsNotAskedAgain() {
    Opened opened = web.open();
    SocketClient tab = waiting(opened);
    waitsForTheChoice(tab, opened);
    stateWith(tab, "choices");
    tab.send("{\"type\":\"choice\",\"value\":\"wait\"}");
    JsonNode state = state(tab, "waiting");
    assertThat(state.path("choices").isMissingNode()).isTrue();
    assertThat(texts(state.path("told"))).containsExactly("Bertil");
  }

  @Test
  void aPromiseIsToldWithItsMoment() {
    Opened opened = web.open();
    SocketClient tab = waiting(opened);
    world.staffPromises(opened.conversation(), Duration.ofMinutes(10));
    JsonNode state = state(tab, "promised");
    assertThat(state.path("until").stringValue(""))
        .isEqualTo(world.clock.instant().plus(Duration.ofMinutes(10)).toString());
    assertThat(state.path("with").path("name").stringValue("")).isEqualTo("Anna");
  }

  @Test
  void theContactFormIsAcceptedLikeWordsAndOnceHoweverOftenItComes() {
    SocketClient tab = web.tab(web.open(), 0);
    String form =
        "{\"type\":\"form\",\"id\":\"f-1\",\"text\":\"Do you rent?\",\"way\":\"email\","
            + "\"contact\":\"maija@example.org\",\"name\":\"Maija\"}";
    tab.send(form);
    JsonNode accepted = tab.next("accepted");
    assertThat(accepted.path("id").stringValue("")).isEqualTo("f-1");
    assertThat(accepted.path("seq").intValue()).isEqualTo(1);
    tab.send(form);
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
    List<JsonNode> again = web.tab(web.open(), 0).upTo("availability");
    assertThat(WebClient.types(again)).containsExactly("welcome", "state", "availability");
  }

  @Test
  void theFormSaysTheNameUnderTheWordsAndTurnsTheConversationIntoALead() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.send(
        "{\"type\":\"form\",\"id\":\"f-1\",\"text\":\"Do you rent?\",\"way\":\"callback\","
            + "\"contact\":\"040 123 4567\",\"name\":\" Maija\\nM \"}");
    assertThat(tab.next("message").path("text").stringValue(""))
        .isEqualTo("Do you rent?\n– Maija M");
    state(tab, "form");
  }

  @Test
  void aFormWithoutWordsOrWithAnAddressThatCannotBeOneIsRefused() {
    SocketClient tab = web.tab(web.open(), 0);
    String form =
        "{\"type\":\"form\",\"id\":\"f-1\",\"text\":\"%s\",\"way\":\"email\",\"contact\":\"%s\"}";
    tab.send(form.formatted("Do you rent?", "maija"));
    assertThat(reason(tab)).isEqualTo("contact");
    tab.send(form.formatted("  ", "maija@example.org"));
    assertThat(reason(tab)).isEqualTo("empty");
    tab.send(form.formatted("x".repeat(4_001), "maija@example.org"));
    assertThat(reason(tab)).isEqualTo("too-long");
    tab.send(form.formatted("Do you rent?", "m".repeat(255) + "@example.org"));
    assertThat(reason(tab)).isEqualTo("malformed");
  }

  @Test
  void anAnsweredVisitorIsAskedOnceWhatTheyThoughtOfIt() {
    Opened opened = web.open();
    SocketClient tab = waiting(opened);
    world.staffWrites(opened.conversation(), "p1", "In the harbour.");
    world.staffCloses(opened.conversation());
    assertThat(state(tab, "closed").path("rate").booleanValue()).isTrue();
    tab.send("{\"type\":\"rate\",\"stars\":4,\"comment\":\"Quick.\"}");
    assertThat(state(tab, "closed").path("rate").isMissingNode()).isTrue();
  }

  @Test
  void wishesAreCountedLikeWords() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.next("availability");
    for (int i = 0; i < 20; i++) {
      tab.send("{\"type\":\"rate\",\"stars\":5}");
    }
    tab.send("{\"type\":\"choice\",\"id\":\"c-1\",\"value\":\"wait\"}");
    JsonNode refused = tab.next("refused");
    assertThat(refused.path("reason").stringValue("")).isEqualTo("rate");
    assertThat(refused.path("id").stringValue("")).isEqualTo("c-1");
  }
}
