package io.threadbridge.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a press on a card sends.
class CardActionsTest {
  private static final JsonNode CARD =
      Json.parse(
              """
              {"type":"AdaptiveCard","body":[
                {"type":"Container","items":[{"type":"Input.Text","id":"outer","value":"kept"}]},
                {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"In","verb":"in"}]}],
               "actions":[
                {"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard",
                  "body":[{"type":"Input.Text","id":"inner","isRequired":true}],
                  "actions":[{"type":"Action.Execute","title":"Deep","verb":"deep","data":{"a":1}}]}},
                {"type":"Action.Execute","title":"Out","verb":"out",
                  "fallback":{"type":"Action.Submit","title":"Old"}}]}
              """)
          .orElseThrow();

  private static CardActions.Found found(String verb) {
    return CardActions.find(CARD, Json.object().put("verb", verb)).orElseThrow();
  }

  @Test
  void aCardBehindAButtonSendsItsOwnInputsAndThoseAround() {
    ObjectNode data = found("deep").data(Json.object().put("inner", "typed"));

    assertThat(data)
        .isEqualTo(Json.object().put("a", 1).put("outer", "kept").put("inner", "typed"));
  }

  @Test
  void whatIsNeededBehindAButtonIsNotNeededOutside() {
    assertThat(found("out").data(Json.object())).isEqualTo(Json.object().put("outer", "kept"));
    assertThat(found("in").data(Json.object().put("outer", "typed")))
        .isEqualTo(Json.object().put("outer", "typed"));
  }

  @Test
  void anInputThatIsNeededAndBlankStopsThePress() {
    CardActions.Found deep = found("deep");
    ObjectNode blank = Json.object().put("inner", " ");

    assertThatThrownBy(() -> deep.data(blank))
        .isInstanceOf(Refusal.class)
        .hasMessage("input_missing:inner");
  }

  @Test
  void aFallbackIsNoButtonOfItsOwn() {
    assertThat(CardActions.find(CARD, Json.object().put("title", "Old"))).isEmpty();
  }

  @Test
  void ofButtonsThatLookAlikeTheOneWithThisDataIsPressed() {
    JsonNode card =
        Json.parse(
                """
                {"type":"AdaptiveCard","actions":[
                  {"type":"Action.Execute","title":"Back","verb":"back","data":{"in":"5"}},
                  {"type":"Action.Execute","title":"Back","verb":"back","data":{"in":"20"}}]}
                """)
            .orElseThrow();
    ObjectNode wish = Json.object().put("verb", "back");
    wish.putObject("data").put("in", "20");

    assertThat(CardActions.find(card, wish).orElseThrow().data(Json.object()))
        .isEqualTo(Json.object().put("in", "20"));
  }

  @Test
  void whatOnlyOpensACardIsPressedByItsTitleAndSendsNothing() {
    CardActions.Found opens =
        CardActions.find(CARD, Json.object().put("title", "More")).orElseThrow();

    assertThat(opens.isSent()).isFalse();
    assertThat(CardActions.find(CARD, Json.object()).orElseThrow().isSent()).isTrue();
  }
}
