package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes from the thread comes twice, too early, in the wrong order.
final class StaffEventsTest {
  private final World world = new World();

  @BeforeEach
  void aCardThatIsPosted() {
    world.say("1");
    world.deskStep();
  }

  @Test
  void anAnswerThatComesBeforeItsThreadIsKnownReachesTheVisitorOnce() {
    assertThat(world.staffEventOnce("a1:wrote", world.thread(), world.wrote("a1", "Early")))
        .isEqualTo(StaffDoor.Answer.KEPT);
    world.answer("a1", "Early");
    assertThat(world.atTheVisitor()).isEmpty();
    world.workFor(World.A_WHILE);
    world.answer("a1", "Early");
    world.answer("a2", "Later");
    world.workFor(World.A_WHILE);

    assertThat(world.atTheVisitor()).containsExactly("Early", "Later");
  }

  @Test
  void anAnswerThatComesWhileEarlyOnesAreHandedInStandsBehindThem() {
    world.answer("a1", "Answer 1");
    world.answer("a2", "Answer 2");
    world.between.begin(
        (_, call, real) -> {
          Object answer = real.make();
          if (call.equals("put")) {
            world.between.end();
            world.answer("a3", "Answer 3");
          }
          return answer;
        });
    world.workFor(World.A_WHILE);

    assertThat(world.atTheVisitor()).containsExactly("Answer 1", "Answer 2", "Answer 3");
  }

  @Test
  void earlyAnswersAreHandedInOnceThoughTheWorkerDiesInBetween() {
    world.answer("a1", "Answer 1");
    world.answer("a2", "Answer 2");
    world.between.dieBefore("forgetOrphans");
    world.workFor(World.A_WHILE);

    assertThat(world.told.of("failed dead")).hasSize(1);
    assertThat(world.atTheVisitor()).containsExactly("Answer 1", "Answer 2");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void anAnswerInAThreadOfNobodysIsKeptAndGoesNowhere() {
    ThreadRef other = new ThreadRef("other");
    assertThat(world.staffEventOnce("a1:wrote", other, world.wrote("a1", "Where?")))
        .isEqualTo(StaffDoor.Answer.KEPT);
    world.workFor(World.A_WHILE);

    assertThat(world.atTheVisitor()).isEmpty();
  }

  @Test
  void aRepeatedEventChangesNothing() {
    world.look();
    world.answer("a1", "Answer");
    world.answer("a1", "Answer");
    world.say("2");
    world.answer("a1", "Answer");

    assertThat(world.atTheVisitor()).containsExactly("Answer");
  }

  @Test
  void anEditThatComesBeforeItsPostIsNotForgotten() {
    world.look();
    world.answerEdited("a1", "Right");
    world.answer("a1", "Wrong");

    assertThat(world.atTheVisitor()).containsExactly("Right");
  }

  @Test
  void aDeletionThatComesBeforeItsPostIsNotForgotten() {
    world.look();
    PostRef post = new PostRef("a1");
    world.staffEvent(
        "a1:deleted", new StaffEvent.Deleted(world.clock.instant(), ANNA, post, Optional.empty()));
    world.answer("a1", "Never mind");

    assertThat(world.atTheVisitor()).isEmpty();
  }

  @Test
  void earlyCorrectionsOfEarlyAnswersAreHandedInToo() {
    world.answerEdited("a1", "Right");
    world.answer("a1", "Wrong");
    world.workFor(World.A_WHILE);

    assertThat(world.atTheVisitor()).containsExactly("Right");
  }

  @Test
  void anAnswerIsNotAcknowledgedWhileTheStoreIsAway() {
    world.look();
    world.between.storeAway(1, 3, false);
    world.answer("a1", "Answer");

    assertThat(world.atTheVisitor()).containsExactly("Answer");
    world.between.storeAway(1, 100, false);
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () -> world.staffEventOnce("a2:wrote", world.thread(), world.wrote("a2", "No")));
  }

  @Test
  void theCardThatIsLostWithItsEventIsNoReasonToOpenAnother() {
    world.laneStep(Lane.LOOKUP);
    world.answer("a1", "Answer");
    world.workFor(World.A_WHILE);

    assertThat(world.chat.posts(DESK)).hasSize(1);
  }
}
