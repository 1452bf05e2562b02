package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.TEAMS_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody answers on one platform, and a desk of the other one is called.
final class CallElsewhereTest {
  /// Until the other desk has been called.
  private static final Duration UNANSWERED = Duration.ofMinutes(3);

  private final TwoDesks world = new TwoDesks();

  @BeforeEach
  void theWorkshopMayBeCalled() {
    world.facts =
        new SiteFacts(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(TEAMS_DESK));
  }

  private String address() {
    return world.slack.link(DESK, world.thread(DESK)).orElseThrow().toString();
  }

  @Test
  void theOtherPlatformIsToldTheAddressAndTheCallIsTakenBackWhenSomebodyComes() {
    world.say("Hello");
    world.workFor(UNANSWERED);

    assertThat(world.callsOn(TEAMS_DESK))
        .singleElement()
        .satisfies(call -> assertThat(call).endsWith(" " + address()));
    assertThat(world.cards(TEAMS_DESK)).isEmpty();

    world.writes(DESK, world.thread(DESK), "a1", "Here I am");
    world.workFor(Duration.ofSeconds(5));
    assertThat(world.callsOn(TEAMS_DESK)).isEmpty();
    assertThat(world.callsOn(DESK)).isEmpty();
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aCallOfUnknownOutcomeIsLookedForOnThePlatformThatWasCalled() {
    for (boolean canLook : List.of(true, false)) {
      TwoDesks each = new TwoDesks();
      each.facts = world.facts;
      if (!canLook) {
        each.teams.cannotLook();
      }
      each.teams.doNextAndAnswer(new Delivery.Unknown("no answer"));
      each.say("Hello");
      each.workFor(UNANSWERED);

      List<String> calls = each.callsOn(TEAMS_DESK);
      assertThat(calls).hasSize(canLook ? 1 : 2);
      assertThat(calls.getLast().contains("thread.perhaps-twice")).isEqualTo(!canLook);
    }
  }
}
