package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackInteractionsTest {
  private static final String CARD = "1700000000.000100";
  private static final Place THREAD = new Place("C0SALES", CARD);

  private final SlackTranslator translator =
      new SlackTranslator(
          new StaffText(EmojiNames.load(), TestWords::say, _ -> Optional.of("Ben")),
          new HungFiles(_ -> Optional.empty()));

  private SlackHappening translated(String name) {
    return translator.translate(Payloads.tree(name), Payloads.SELF);
  }

  private Act act(String name) {
    return ((InThread) translated(name)).act();
  }

  @Test
  void aChoiceInTheMenuIsAPromiseAndItsThreadIsTheCards() {
    InThread promise = (InThread) translated("menu-back-in");
    assertThat(promise.act()).isEqualTo(new Act.BackIn(Duration.ofMinutes(10)));
    assertThat(promise.thread()).isEqualTo(CARD);
    assertThat(promise.id().value()).endsWith(":1700000090.000600:threadbridge.back-in");
  }

  @Test
  void theLastChoiceAsksForHowLong() {
    assertThat(translated("menu-back-in-other"))
        .isEqualTo(new SlackHappening.AsksHowLong(THREAD, "U0ANNA", "1.2.abc"));
  }

  @Test
  void thePersonWhoIsPickedIsHandedTheConversation() {
    assertThat(act("menu-hand-over")).isEqualTo(new Act.HandedOver("U0BEN"));
    assertThat(act("reply-command-hand-over")).isEqualTo(new Act.HandedOver("U0BEN"));
  }

  @Test
  void theDeskThatIsChosenOrWrittenIsHandedTheConversation() {
    assertThat(act("menu-move")).isEqualTo(new Act.Moved("workshop"));
    assertThat(act("reply-command-move")).isEqualTo(new Act.Moved("Work shop"));
  }

  @Test
  void aPressInADirectMessageReachesTheThreadThatItsButtonNames() {
    SlackHappening.PressedOnce pressed =
        (SlackHappening.PressedOnce) translated("button-take-in-direct-message");
    assertThat(pressed.done().act()).isEqualTo(new Act.Did(Deed.TAKE));
    assertThat(pressed.done().channel()).isEqualTo("C0SALES");
    assertThat(pressed.done().thread()).isEqualTo(CARD);
    assertThat(pressed.blocks())
        .extracting(block -> SlackJson.text(block, "type"))
        .containsExactly("section");
    assertThat(pressed.text()).isEqualTo("Andriy waits");
  }

  @Test
  void anOfferCarriesItsMomentAndItsThreadAndGoesAwayWhole() {
    SlackHappening.PressedOnce pressed = (SlackHappening.PressedOnce) translated("button-offer");
    assertThat(pressed.done().act())
        .isEqualTo(new Act.BackAt(Instant.parse("2023-11-14T22:30:00Z")));
    assertThat(pressed.done().thread()).isEqualTo(CARD);
    assertThat(pressed.blocks()).isEmpty();
  }

  @Test
  void anOfferWhoseMomentHasGoneByPromisesNothing() {
    SlackHappening.PressedOnce pressed =
        (SlackHappening.PressedOnce) translated("button-offer-gone-by");
    assertThat(pressed.done().act()).isEqualTo(new Act.Misspelt(SlackWords.Word.BACK_USAGE));
  }

  @Test
  void aButtonWhoseThreadCannotBeReadIsOnTheMessageItStandsOn() {
    JsonObject payload = Payloads.tree("button-claim");
    payload
        .getAsJsonArray("actions")
        .get(0)
        .getAsJsonObject()
        .addProperty("value", "|C0SALES|soon");
    assertThat(translator.translate(payload, Payloads.SELF))
        .isInstanceOfSatisfying(InThread.class, told -> assertThat(told.thread()).isEqualTo(CARD));
  }

  @Test
  void theModalsAnswerIsAPromiseNamedByItsModal() {
    InThread told = ((SlackHappening.SaidHowLong) translated("modal-how-long")).act();
    assertThat(told.act()).isEqualTo(new Act.BackIn(Duration.ofMinutes(90)));
    assertThat(told.thread()).isEqualTo(CARD);
    assertThat(told.id().value()).endsWith(":modal:U0ANNA:V0MODAL");
    assertThat(translated("modal-misread")).isEqualTo(new SlackHappening.MisreadHowLong(THREAD));
  }

  @Test
  void aCommandOfTheThreadIsCarriedOutOrExplained() {
    assertThat(act("reply-command-back")).isEqualTo(new Act.BackIn(Duration.ofMinutes(90)));
    assertThat(act("reply-command-back-when"))
        .isEqualTo(new Act.Misspelt(SlackWords.Word.BACK_USAGE));
    assertThat(act("reply-command-hand-over-to-whom"))
        .isEqualTo(new Act.Misspelt(SlackWords.Word.HAND_OVER_USAGE));
    assertThat(act("reply-command-move-where"))
        .isEqualTo(new Act.Misspelt(SlackWords.Word.MOVE_USAGE));
  }

  @Test
  void aSlashCommandIsToldWithItsWords() {
    assertThat(translated("command-status"))
        .isEqualTo(new SlackHappening.Commanded("C0SALES", "U0ANNA", false, "take 2h"));
  }

  @Test
  void aCallOfOursSaysWhatItIsAbout() {
    assertThat(translated("own-call"))
        .isInstanceOfSatisfying(
            SlackHappening.OwnPost.class,
            own -> assertThat(own.about()).contains(THREAD.written()));
  }
}
