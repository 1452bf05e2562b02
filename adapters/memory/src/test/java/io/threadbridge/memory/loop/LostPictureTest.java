package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ThreadRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Somebody deletes a card while the picture that came with its words is owed, or after it.
final class LostPictureTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final TwoDesks world = new TwoDesks();

  @Test
  void aPictureThatIsOwedStandsOnceBehindTheNewCard() {
    world.say("Look", "oar.png");
    world.deskStep();
    ThreadRef first = world.thread(DESK);
    world.slack.deleteThread(DESK, first);
    world.workFor(A_MOMENT);

    assertThat(world.thread(DESK)).isNotEqualTo(first);
    assertThat(world.wordsOn(DESK)).singleElement().asString().startsWith("Look");
    assertThat(world.filesOn(DESK)).containsExactly("oar.png");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aPictureThatWentWithItsThreadStandsBehindTheNewCardToo() {
    world.say("Look", "oar.png");
    world.workFor(A_MOMENT);
    world.slack.deleteThread(DESK, world.thread(DESK));
    world.say("Well?");
    world.workFor(A_MOMENT);

    assertThat(world.filesOn(DESK)).containsExactly("oar.png");
    assertThat(world.wordsOn(DESK)).hasSize(2);
    assertThat(world.owesNothing()).isTrue();
  }
}
