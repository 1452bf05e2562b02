package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Several at once, frozen ones, and others who are faster.
final class RacesTest {
  private final World world = new World();

  @Test
  void aWorkerThatWasFrozenOverItsLeaseChangesNothing() {
    world.say("1");
    world.look();
    world.say("2");
    List<String> seen = new ArrayList<>();
    world.between.justBefore(
        "save",
        () -> {
          world.clock.advance(Outbox.LEASE.plusSeconds(1));
          world.workFor(Duration.ofSeconds(10));
          seen.addAll(world.onTheDesk());
          world.say("3");
        });
    world.deskStep();
    world.workFor(World.A_WHILE);

    assertThat(seen).containsExactly("1", "2");
    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aWorkerThatWasFrozenBeforeItSealedSendsNothing() {
    world.say("1");
    world.look();
    world.say("2");
    world.between.justBefore(
        "seal",
        () -> {
          world.clock.advance(Outbox.LEASE.plusSeconds(1));
          world.workFor(Duration.ofSeconds(10));
        });
    world.deskStep();
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  @Test
  void nothingIsSentWithSoLittleLeftOfTheLeaseThatAnotherCouldSendItToo() {
    world.say("1");
    world.look();
    world.say("2");
    world.between.begin(slowly(world));
    world.deskStep();
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  /// The seal comes 28 s after the claim, and the post takes 12 s, while others work.
  private static Between.Trouble slowly(World world) {
    return (_, call, real) -> {
      if (call.equals("seal")) {
        world.clock.advance(Outbox.LEASE.minusSeconds(2));
      }
      if (call.equals("post")) {
        world.between.end();
        world.workFor(Duration.ofSeconds(12));
      }
      return real.make();
    };
  }

  @Test
  void twoWorkersOnOneLanePostEverythingOnce() throws Exception {
    world.say("1");
    world.look();
    for (int round = 0; round < 50; round++) {
      world.say("round " + round);
      atOnce(4, world::deskStep);
    }
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("1"), IntStream.range(0, 50).mapToObj(round -> "round " + round))
                .toList());
  }

  @Test
  void twoWorkersAtTheFirstWordsOpenOneThread() throws Exception {
    world.say("1");
    List<DeskStep.Rest> rests = atOnce(4, world::deskStep);

    assertThat(rests).hasSize(4);
    assertThat(world.posts()).hasSize(1);
  }

  @Test
  void whoeverIsSlowerDecidesAgain() {
    for (int times = 1; times < 20; times++) {
      World each = new World();
      each.between.somebodyIsFaster(times);
      each.say("1");
      each.between.somebodyIsFaster(times);
      each.look();
      each.say("2");
      each.answer("a1", "Answer");
      each.workFor(World.A_WHILE);

      assertThat(each.onTheDesk()).as("%d times", times).containsExactly("1", "2");
      assertThat(each.atTheVisitor()).as("%d times", times).containsExactly("Answer");
    }
  }

  @Test
  void whoeverIsAlwaysSlowerIsToldToComeAgain() {
    world.between.somebodyIsFaster(20);
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> world.sayOnce("say", "1"));
    assertThat(world.sayOnce("say", "1"))
        .isInstanceOfSatisfying(
            VisitorDoor.Answer.Accepted.class, accepted -> assertThat(accepted.seq()).isEqualTo(1));
  }

  @Test
  void anOutcomeThatIsAlwaysSlowerIsFoundLater() {
    world.say("1");
    world.look();
    world.say("2");
    world.between.somebodyIsFaster(20);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.state().progress().counts().delivered()).isEqualTo(2);
  }

  @Test
  void aWakeUpWhoseWorkerDiedComesAgain() {
    world.say("1");
    world.look();
    world.clock.advance(Duration.ofSeconds(10));
    world.between.dieAfter("claimDue");
    world.look();
    assertThat(world.state().progress().counts().holds()).isZero();
    world.workFor(Outbox.LEASE.plusSeconds(1));

    assertThat(world.state().progress().counts().holds()).isEqualTo(1);
    assertThat(world.told.of("failed dead")).hasSize(1);
  }

  @Test
  void theSameWordsSentAgainAreTheSameMessage() {
    assertThat(world.sayOnce("say", "1"))
        .isInstanceOfSatisfying(
            VisitorDoor.Answer.Accepted.class, accepted -> assertThat(accepted.seq()).isEqualTo(1));
    world.look();
    world.say("2");
    assertThat(world.sayOnce("say", "1"))
        .isInstanceOfSatisfying(
            VisitorDoor.Answer.Accepted.class, accepted -> assertThat(accepted.seq()).isEqualTo(1));
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  @Test
  void theLastWordsOfAFullConversationSentAgainAreStillAccepted() {
    for (int n = 1; n < 2_000; n++) {
      world.say(Integer.toString(n));
    }
    assertThat(world.sayOnce("last", "last"))
        .isInstanceOfSatisfying(
            VisitorDoor.Answer.Accepted.class,
            accepted -> assertThat(accepted.seq()).isEqualTo(2_000));
    assertThat(world.sayOnce("last", "last"))
        .isInstanceOfSatisfying(
            VisitorDoor.Answer.Accepted.class,
            accepted -> assertThat(accepted.seq()).isEqualTo(2_000));
    assertThat(world.sayOnce("more", "more")).isEqualTo(new VisitorDoor.Answer.Refused("full"));
  }

  private static <T> List<T> atOnce(int workers, Callable<T> work) throws Exception {
    CountDownLatch begin = new CountDownLatch(workers);
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int n = 0; n < workers; n++) {
        futures.add(
            threads.submit(
                () -> {
                  begin.countDown();
                  begin.await();
                  return work.call();
                }));
      }
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
    }
    return answers;
  }
}
