package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Card.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionBlocksTest {
  private static JsonArray drawn(List<Action> actions) {
    return GsonFactory.createSnakeCase()
        .toJsonTree(ActionBlocks.of(actions, TestWords::say))
        .getAsJsonArray();
  }

  private static JsonObject only(Action action) {
    JsonObject block = drawn(List.of(action)).get(0).getAsJsonObject();
    return block.getAsJsonArray("elements").get(0).getAsJsonObject();
  }

  private static Action action(Ask ask) {
    return new Action(Deed.BACK_IN, "Back in …", false, ask);
  }

  @Test
  void aButtonCarriesItsNameAndItsValueIfItHasOne() {
    JsonObject plain = only(new Action(Deed.CLAIM, "Claim", true));
    assertThat(SlackJson.text(plain, "type")).isEqualTo("button");
    assertThat(SlackJson.text(plain, "action_id")).isEqualTo("threadbridge.claim");
    assertThat(SlackJson.text(plain, "style")).isEqualTo("primary");
    assertThat(plain.has("value")).isFalse();
    assertThat(SlackJson.text(only(action(new Ask.Value("PT5M"))), "value")).isEqualTo("PT5M");
  }

  @Test
  void whatIsToBeMeantAsksFirst() {
    JsonObject button = only(action(new Ask.Sure("Really?", "Close", "Keep open")));
    assertThat(SlackJson.object(button, "confirm").toString())
        .contains("Really?", "Close", "Keep open")
        .doesNotContain("mrkdwn");
  }

  @Test
  void aMenuEndsWithSomethingElse() {
    List<Option> options =
        Stream.of(2, 5, 10, 30, 60, 90).map(m -> new Option(m + " min", "PT" + m + "M")).toList();
    JsonObject menu = only(action(new Ask.OneOf(options)));
    assertThat(SlackJson.text(menu, "type")).isEqualTo("static_select");
    assertThat(SlackJson.text(SlackJson.object(menu, "placeholder"), "text"))
        .isEqualTo("Back in …");
    assertThat(SlackJson.objects(menu, "options"))
        .extracting(option -> SlackJson.text(option, "value"))
        .containsExactly("PT2M", "PT5M", "PT10M", "PT30M", "PT60M", "other");
  }

  @Test
  void aMenuOfDesksOffersNothingElse() {
    List<Option> desks = List.of(new Option("workshop", "workshop"), new Option("Shop", "Shop"));
    JsonObject menu = only(new Action(Deed.MOVE, "To another desk", false, new Ask.OneOf(desks)));
    assertThat(SlackJson.text(menu, "action_id")).isEqualTo("threadbridge.move");
    assertThat(SlackJson.objects(menu, "options"))
        .extracting(option -> SlackJson.text(option, "value"))
        .containsExactly("workshop", "Shop");
  }

  @Test
  void aPersonIsPickedFromTheWorkspace() {
    JsonObject menu = only(action(new Ask.Person()));
    assertThat(SlackJson.text(menu, "type")).isEqualTo("users_select");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, 1", "5, 5", "6, '3 3'", "8, '4 4'", "9, '4 5'"})
  void rowsAreEvenAndNoneIsLongerThanFive(int count, String rows) {
    List<Action> actions = new ArrayList<>();
    List.of(Deed.values()).stream()
        .limit(count)
        .forEach(deed -> actions.add(new Action(deed, "Do it", false)));
    List<String> sizes =
        drawn(actions).asList().stream()
            .map(
                block ->
                    Integer.toString(block.getAsJsonObject().getAsJsonArray("elements").size()))
            .toList();
    assertThat(String.join(" ", sizes)).isEqualTo(rows);
  }

  @Test
  void labelsThatAreTooLongAreCutToWhatSlackTakes() {
    String endless = "long ".repeat(100);
    JsonObject button =
        only(new Action(Deed.CLOSE, endless, false, new Ask.Sure(endless, endless, endless)));
    JsonObject confirm = SlackJson.object(button, "confirm");
    assertThat(length(button, "text")).isLessThanOrEqualTo(75);
    assertThat(length(confirm, "title")).isLessThanOrEqualTo(100);
    assertThat(length(confirm, "text")).isLessThanOrEqualTo(300);
    assertThat(length(confirm, "confirm")).isLessThanOrEqualTo(30);
    assertThat(length(confirm, "deny")).isLessThanOrEqualTo(30);
  }

  private static int length(JsonObject object, String member) {
    return SlackJson.text(SlackJson.object(object, member), "text").length();
  }
}
