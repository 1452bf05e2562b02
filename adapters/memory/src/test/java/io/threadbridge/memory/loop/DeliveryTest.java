package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");

  private final World world = new World();

  @Test
  void wordsStandInTheThreadOnceAndInOrderAndAnswersReachTheVisitor() {
    world.say("1");
    world.look();
    world.say("2");
    world.look();
    world.answer("a1", "Answer 1");
    world.say("3");
    world.answer("a2", "Answer 2");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.atTheVisitor()).containsExactly("Answer 1", "Answer 2");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aConversationThatIsBehindCatchesUpInFullPosts() {
    world.say("first");
    world.look();
    List<String> words = IntStream.range(0, 40).mapToObj(n -> "x".repeat(380) + n).toList();
    words.forEach(world::say);
    world.workFor(World.A_WHILE);

    List<Post> replies = world.posts().stream().filter(post -> !post.isRoot()).toList();
    assertThat(world.onTheDesk()).containsExactlyElementsOf(with("first", words));
    assertThat(replies).hasSize(5);
    assertThat(replies)
        .allSatisfy(
            post -> assertThat(length(post)).isLessThanOrEqualTo(ThreadPost.CHARACTERS_MAX));
  }

  @Test
  void exactlyAsMuchAsAPostHoldsGoesTogether() {
    world.say("first");
    world.look();
    world.say("x".repeat(1_900));
    world.say("y".repeat(1_900));
    world.say("z");
    world.workFor(World.A_WHILE);

    assertThat(world.posts())
        .extracting(post -> post.words().map(words -> words.lines().size()).orElse(0))
        .containsExactly(0, 2, 1);
  }

  @Test
  void aMessageLongerThanAPostGoesAlone() {
    world.say("first");
    world.look();
    world.say("a");
    world.say("x".repeat(4_000));
    world.say("b");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("first", "a", "x".repeat(4_000), "b");
    assertThat(world.posts()).hasSize(4);
  }

  @Test
  void whatWasDoneThoughNobodyKnewIsFoundAndNotRepeated() {
    world.say("1");
    world.look();
    world.chat.doNextAndAnswer(UNKNOWN);
    world.say("2");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aCardThatWasDoneThoughNobodyKnewIsFoundAndNotRepeated() {
    world.chat.doNextAndAnswer(UNKNOWN);
    world.say("1");
    world.say("2");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.posts().stream().filter(Post::isRoot)).hasSize(1);
  }

  @Test
  void whatWasNotDoneIsRepeatedOnceAndNotBeforeFiveSeconds() {
    world.say("1");
    world.look();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    Instant sealed = world.clock.instant();
    world.workFor(Duration.ofMillis(4_900));
    assertThat(world.onTheDesk()).containsExactly("1");

    world.workFor(World.A_WHILE);
    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.posts().getLast().at()).isAfterOrEqualTo(sealed.plusSeconds(5));
  }

  @Test
  void aRepetitionWhoseOutcomeIsUnknownTooIsLookedForAgain() {
    world.say("1");
    world.look();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.workFor(Duration.ofSeconds(1));
    world.clock.advance(Duration.ofSeconds(4));
    world.chat.answerNext(new Delivery.Absent());
    world.chat.doNextAndAnswer(UNKNOWN);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  @Test
  void aLookUpThatFailsIsNoReasonToRepeat() {
    world.say("1");
    world.look();
    world.chat.doNextAndAnswer(UNKNOWN);
    for (int n = 0; n < 10; n++) {
      world.chat.answerNext(UNKNOWN);
    }
    world.chat.answerNext(new Delivery.Refused("internal"));
    world.chat.answerNext(new Delivery.Later(Duration.ofSeconds(3), "rate", ""));
    world.say("2");
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.told.of("refused")).isEmpty();
    assertThat(world.state().progress().counts().delivered()).isEqualTo(3);
  }

  @Test
  void aWorkerThatDiesBeforeItSendsLosesNothing() {
    world.say("1");
    world.look();
    world.say("2");
    world.between.dieBefore("post");
    assertThatExceptionOfType(WorkerDied.class).isThrownBy(world::deskStep);
    world.workFor(Outbox.LEASE.minusSeconds(1));
    assertThat(world.onTheDesk()).containsExactly("1");

    world.say("3");
    world.workFor(World.A_WHILE);
    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
  }

  @Test
  void aWorkerThatDiesAfterItHasSentDoublesNothing() {
    world.say("1");
    world.look();
    world.say("2");
    world.between.dieAfter("post");
    assertThatExceptionOfType(WorkerDied.class).isThrownBy(world::deskStep);
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(world.state().progress().counts().delivered()).isEqualTo(3);
  }

  @Test
  void aWorkerMayDieAtAnyCallWithoutLossOrDouble() {
    for (String call :
        List.of("claim", "load", "transcript", "seal", "post", "save", "release", "openThread")) {
      for (boolean done : List.of(true, false)) {
        World each = new World();
        each.say("1");
        if (!call.equals("openThread")) {
          each.look();
        }
        each.say("2");
        if (done) {
          each.between.dieAfter(call);
        } else {
          each.between.dieBefore(call);
        }
        assertThatExceptionOfType(WorkerDied.class).as(call).isThrownBy(each::deskStep);
        each.workFor(World.A_WHILE);

        assertThat(each.onTheDesk()).as("%s, done: %s", call, done).containsExactly("1", "2");
        assertThat(each.owesNothing()).as("%s, done: %s", call, done).isTrue();
      }
    }
  }

  @Test
  void aBusyDeskIsLeftAloneForAsLongAsItSays() {
    world.say("1");
    world.look();
    world.chat.answerNext(new Delivery.Later(Duration.ofSeconds(20), "rate", ""));
    world.say("2");
    var rest = world.deskStep();

    assertThat(rest.pause()).contains(world.clock.instant().plusSeconds(20));
    world.workFor(Duration.ofSeconds(19));
    assertThat(world.onTheDesk()).containsExactly("1");
    world.workFor(Duration.ofSeconds(10));
    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.told.of("mend")).isEmpty();
  }

  @Test
  void aDeskThatMustBeMendedIsToldOfAndTriedAgain() {
    world.say("1");
    world.chat.answerNext(
        new Delivery.Later(Duration.ofSeconds(30), "not_in_channel", "invite the app"));
    var rest = world.deskStep();

    assertThat(rest.pause()).isEmpty();
    assertThat(world.told.of("mend")).containsExactly("mend not_in_channel");
    world.workFor(World.A_WHILE);
    assertThat(world.onTheDesk()).containsExactly("1");
    assertThat(world.told.of("works")).isNotEmpty();
  }

  @Test
  void whatIsRefusedForGoodHoldsUpNothingBehindIt() {
    world.say("1");
    world.look();
    world.chat.answerNext(new Delivery.Refused("msg_blocks_too_long"));
    world.say("2");
    world.look();
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "3");
    assertThat(world.told.of("refused")).containsExactly("refused DESK msg_blocks_too_long");
  }

  @Test
  void aCardIsNeverGivenUp() {
    world.chat.answerNext(new Delivery.Refused("invalid_blocks"));
    world.say("1");
    world.look();
    world.say("2");
    world.workFor(Duration.ofSeconds(90));

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  private static int length(Post post) {
    return post.words().stream()
        .flatMap(words -> words.lines().stream())
        .mapToInt(String::length)
        .sum();
  }

  private static List<String> with(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }
}
