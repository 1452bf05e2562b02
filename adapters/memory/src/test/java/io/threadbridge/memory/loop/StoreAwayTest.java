package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The store goes away at every single call of a whole story, and comes back.
final class StoreAwayTest {
  @Test
  void nothingIsLostOrDoubledWhicheverCallFails() {
    everyCall(1, false);
  }

  @Test
  void nothingIsLostOrDoubledWhicheverAnswerIsLost() {
    everyCall(1, true);
  }

  @Test
  void nothingIsLostOrDoubledWheneverTheStoreIsAwayForAWhile() {
    everyCall(12, true);
  }

  private static void everyCall(int length, boolean done) {
    World counted = new World();
    AtomicInteger calls = counted.between.countKeeperCalls();
    story(counted);
    assertThat(calls.get()).isGreaterThan(100);

    for (int call = 1; call <= calls.get(); call++) {
      World world = new World();
      world.between.storeAway(call, length, done);
      story(world);
      world.between.end();
      world.workFor(World.A_WHILE);

      String as = "the store away at call %d for %d calls".formatted(call, length);
      assertThat(world.onTheDesk()).as(as).containsExactly("1", "2", "3", "4");
      assertThat(world.atTheVisitor()).as(as).containsExactly("Answer 1", "Answer 2");
      assertThat(world.owesNothing()).as(as).isTrue();
    }
  }

  private static void story(World world) {
    world.say("1");
    world.look();
    world.say("2");
    world.say("3");
    world.workFor(Duration.ofSeconds(2));
    if (!world.posts().isEmpty()) {
      world.answer("a1", "Answer 1");
    }
    world.say("4");
    world.workFor(Duration.ofSeconds(12));
    world.workFor(Duration.ofSeconds(40));
    if (world.atTheVisitor().isEmpty()) {
      world.answer("a1", "Answer 1");
    }
    world.answer("a2", "Answer 2");
    world.workFor(Duration.ofSeconds(2));
  }
}
