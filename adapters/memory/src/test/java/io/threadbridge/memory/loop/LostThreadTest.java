package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody deletes the root of a thread: a new card, and what was owed behind it.
final class LostThreadTest {
  private final World world = new World();

  @BeforeEach
  void aThreadThatIsGone() {
    world.say("1");
    world.look();
    world.chat.deleteThread(DESK, world.thread());
  }

  @Test
  void owedWordsStandBehindANewCard() {
    world.say("2");
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void answersInTheNewThreadReachTheVisitor() {
    world.say("2");
    world.workFor(World.A_WHILE);
    world.answer("a1", "Answer");

    assertThat(world.atTheVisitor()).containsExactly("Answer");
  }

  @Test
  void wordsThatComeWhileTheLossIsNoticedKeepTheirPlace() {
    world.say("2");
    world.between.justBefore("post", () -> world.say("3"));
    world.look();
    world.say("4");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3", "4");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void wordsThatComeWhileTheLossIsSavedKeepTheirPlace() {
    world.say("2");
    world.between.justBefore("save", () -> world.say("3"));
    world.deskStep();
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void moreThanOneReadOfTheLaneKeepsItsOrder() {
    List<String> words = IntStream.range(2, 455).mapToObj(Integer::toString).toList();
    words.forEach(world::say);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk())
        .containsExactlyElementsOf(Stream.concat(Stream.of("1"), words.stream()).toList());
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aThreadThatIsLostAgainIsOpenedAgain() {
    world.say("2");
    world.between.justBefore("post", () -> world.say("3"));
    world.look();
    world.look();
    world.chat.deleteThread(DESK, world.thread());
    world.say("4");
    world.workFor(World.A_WHILE);
    world.say("5");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).startsWith("1").endsWith("4", "5").doesNotHaveDuplicates();
    assertThat(world.posts().stream().filter(Post::isRoot)).hasSize(1);
  }

  @Test
  void aNewCardWhoseOutcomeIsUnknownIsFoundAndNotRepeated() {
    world.say("2");
    world.deskStep();
    world.chat.doNextAndAnswer(new Delivery.Unknown("no answer"));
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.posts().stream().filter(Post::isRoot)).hasSize(1);
  }

  @Test
  void aWorkerMayDieAtTheNewCardWithoutLossOrDouble() {
    world.say("2");
    world.deskStep();
    world.between.dieAfter("openThread");
    assertThatExceptionOfType(WorkerDied.class).isThrownBy(world::deskStep);
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.posts().stream().filter(Post::isRoot)).hasSize(1);
  }

  @Test
  void aThreadThatIsGoneWhenAnUnknownPostIsLookedForLosesNothing() {
    World other = new World();
    other.say("1");
    other.look();
    other.chat.answerNext(new Delivery.Unknown("no answer"));
    other.say("2");
    other.look();
    other.chat.deleteThread(DESK, other.thread());
    other.workFor(World.A_WHILE);

    assertThat(other.onTheDesk()).containsExactly("1", "2");
  }
}
