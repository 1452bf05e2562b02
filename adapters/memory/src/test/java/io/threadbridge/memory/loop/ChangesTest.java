package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The visitor changes words that are owed, on their way, or posted.
final class ChangesTest {
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");

  private final World world = new World();

  @BeforeEach
  void aThread() {
    world.say("1");
    world.look();
  }

  @Test
  void owedWordsArePostedAsTheyAreByThen() {
    int seq = world.say("2");
    world.say("3");
    world.edit(seq, "2, changed");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2, changed", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void owedWordsThatAreTakenBackAreNeverPosted() {
    int seq = world.say("secret");
    world.say("3");
    world.delete(seq);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void nothingIsPostedWhenAllThatIsOwedIsTakenBack() {
    int seq = world.say("secret");
    world.delete(seq);
    world.workFor(World.A_WHILE);

    assertThat(world.posts()).hasSize(1);
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void firstWordsThatAreTakenBackBeforeTheirCardAreNeverPosted() {
    World other = new World();
    other.delete(other.say("secret"));
    other.workFor(World.A_WHILE);

    assertThat(other.onTheDesk()).containsExactly("");
  }

  @Test
  void firstWordsAreChangedOnTheCard() {
    world.edit(1, "1, changed");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1, changed");
  }

  @Test
  void wordsOnTheirWayAreWrittenAnewWhenTheyHaveArrived() {
    int seq = world.say("2");
    world.between.justBefore("post", () -> world.edit(seq, "2, changed"));
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2, changed");
  }

  @Test
  void wordsTakenBackOnTheirWayAreTakenAwayWhenTheyHaveArrived() {
    int seq = world.say("secret");
    world.say("3");
    world.between.justBefore("post", () -> world.delete(seq));
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "", "3");
  }

  @Test
  void wordsTakenBackWhileNobodyKnowsWhetherTheyArrivedAreTakenAway() {
    int seq = world.say("secret");
    world.say("3");
    world.chat.doNextAndAnswer(UNKNOWN);
    world.look();
    world.delete(seq);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).doesNotContain("secret").endsWith("3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void theOnlyWordsTakenBackWhileNobodyKnowsWhetherTheyArrivedAreTakenAway() {
    int seq = world.say("secret");
    world.chat.doNextAndAnswer(UNKNOWN);
    world.look();
    world.delete(seq);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).doesNotContain("secret");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void wordsTakenBackThatHadNotArrivedAreNotRepeated() {
    int seq = world.say("secret");
    world.chat.answerNext(UNKNOWN);
    world.look();
    world.delete(seq);
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aChangeWhoseOutcomeIsUnknownIsMadeAgain() {
    int seq = world.say("2");
    world.look();
    world.chat.answerNext(UNKNOWN);
    world.edit(seq, "2, changed");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2, changed");
  }
}
