package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime.Carried;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.AsksHowLong;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.Pressed;
import io.threadbridge.teams.TeamsHappening.SaidHowLong;
import io.threadbridge.teams.TeamsHappening.UnknownInvoke;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsPressesTest {
  private final TeamsTranslator translator =
      new TeamsTranslator(
          Desks.DOORS,
          new OwnRoots(new ManualClock(Instant.EPOCH)),
          new TeamsReading(Desks.BOT, () -> "our team"));

  private TeamsHappening translated(String name) {
    return translator.translate(Payloads.told(name));
  }

  private Act pressed(String name) {
    return ((Pressed) translated(name)).done().act();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"press-claim", "press-claim-on-its-own-card", "press-take-in-personal-chat"})
  void aPressIsADeedInTheThreadThatItIsAbout(String name) {
    InThread done = ((Pressed) translated(name)).done();
    assertThat(done.act()).isInstanceOf(Act.Did.class);
    assertThat(done.desk()).isEqualTo(Desks.DESK);
    assertThat(done.thread()).isEqualTo(Desks.THREAD);
    assertThat(done.account()).isEqualTo(Desks.ANNA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"press-claim-submit", "press-claim-submit-as-text"})
  void aClientThatCannotAskPressesByAMessage(String name) {
    InThread done = (InThread) translated(name);
    assertThat(done.act()).isEqualTo(new Act.Did(Deed.CLAIM));
    assertThat(done.thread()).isEqualTo(Desks.THREAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "press-without-thread-in-personal-chat",
        "press-for-no-desk",
        "press-not-ours",
        "press-unknown-verb",
        "dialog-opens-not-ours",
      })
  void whatIsNotOursIsNotDone(String name) {
    assertThat(translated(name)).isInstanceOf(UnknownInvoke.class);
  }

  @Test
  void aMenuSaysForHowLongOrUntilWhen() {
    assertThat(pressed("press-back-in"))
        .isEqualTo(new Act.Back(new Carried.For(Duration.ofMinutes(10))));
    assertThat(pressed("press-back-in-until"))
        .isEqualTo(new Act.Back(new Carried.Until(Instant.parse("2026-03-02T11:00:00Z"))));
    assertThat(pressed("press-back-in-written"))
        .isEqualTo(new Act.Back(new Carried.For(Duration.ofMinutes(90))));
    assertThat(pressed("press-back-in-empty")).isEqualTo(new Act.Misspelt(Word.BACK_USAGE));
  }

  @Test
  void aPickerSaysToWhom() {
    assertThat(pressed("press-hand-over"))
        .isEqualTo(new Act.HandedOver("b0000000-0000-0000-0000-000000000002"));
    assertThat(pressed("press-hand-over-to-whom"))
        .isEqualTo(new Act.Misspelt(Word.HAND_OVER_USAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "../members", "a/b", "a%2fb", "a b", ""})
  void whoeverIsPickedIsNoWayToAnotherAddress(String account) {
    assertThat(ThreadActs.of(Deed.HAND_OVER, account, Instant.EPOCH))
        .isEqualTo(new Act.Misspelt(Word.HAND_OVER_USAGE));
  }

  @Test
  void aMenuSaysToWhichDesk() {
    assertThat(pressed("press-move")).isEqualTo(new Act.Moved("workshop"));
    assertThat(pressed("press-move-where-to")).isEqualTo(new Act.Misspelt(Word.MOVE_USAGE));
  }

  @Test
  void theBoxTakesWordsAndCommands() {
    assertThat(pressed("press-reply"))
        .isEqualTo(new Act.Boxed("f:5001", "Yes, in blue.\nUntil when?"));
    assertThat(pressed("press-reply-command")).isEqualTo(new Act.Did(Deed.CLOSE));
    assertThat(pressed("press-reply-empty")).isEqualTo(new Act.Misspelt(Word.EMPTY_REPLY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dialog-opens", "dialog-opens-on-its-own-card"})
  void aDialogOpensForTheThreadOfItsCard(String name) {
    assertThat(translated(name)).isEqualTo(new AsksHowLong(Desks.DESK, Desks.THREAD));
  }

  @Test
  void aDialogEndsWithATimeOrStays() {
    SaidHowLong said = (SaidHowLong) translated("dialog-ends");
    assertThat(said.isATime()).isTrue();
    assertThat(said.done().act()).isEqualTo(new Act.Back(new Carried.For(Duration.ofMinutes(45))));
    assertThat(((SaidHowLong) translated("dialog-ends-misread")).isATime()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void everyButtonThatACardCanHaveIsRead(Deed deed) {
    assertThat(ThreadActs.of(deed, "PT10M", Instant.EPOCH)).isNotInstanceOf(Act.Misspelt.class);
    assertThat(ThreadActs.of(deed, "", Instant.EPOCH))
        .isInstanceOfAny(Act.Did.class, Act.Misspelt.class);
  }
}
