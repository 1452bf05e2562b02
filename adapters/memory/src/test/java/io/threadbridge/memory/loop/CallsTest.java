package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A call to the desk: it comes when nobody does, once, and goes when somebody has come.
class CallsTest {
  private static final Duration UNTIL_THE_CALL = Duration.ofSeconds(45);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final World world = new World();

  @Test
  void theDeskIsCalledAndTheCallGoesWhenSomebodyAnswers() {
    world.say("1");
    world.workFor(UNTIL_THE_CALL.minusSeconds(1));
    assertThat(world.calls()).isEmpty();

    world.workFor(AT_ONCE);
    assertThat(world.calls()).hasSize(1);

    world.answer("p1", "Here I am.");
    world.workFor(AT_ONCE);
    assertThat(world.calls()).isEmpty();
  }

  @Test
  void aCallWhoseOutcomeIsUnknownIsFoundAndNotRepeated() {
    world.say("1");
    world.workFor(UNTIL_THE_CALL.minusSeconds(1));
    world.chat.doNextAndAnswer(new Delivery.Unknown("the reply was lost"));
    world.workFor(Duration.ofSeconds(20));

    assertThat(world.calls()).hasSize(1);
    world.answer("p1", "Here I am.");
    world.workFor(AT_ONCE);
    assertThat(world.calls()).isEmpty();
  }

  @Test
  void aCallThatIsStillOwedWhenSomebodyComesIsNeverMade() {
    world.say("1");
    world.workFor(UNTIL_THE_CALL.minusSeconds(1));
    world.chat.answerNext(new Delivery.Later(AT_ONCE, "busy", ""));
    world.workFor(Duration.ofMillis(1_500));
    world.answer("p1", "Here I am.");
    world.workFor(Duration.ofSeconds(30));

    assertThat(world.calls()).isEmpty();
  }
}
