package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Delivery on a platform that cannot look for a post: what may have been done is repeated once,
/// and marked.
final class BlindDeliveryTest {
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");
  private static final String MARK = "thread.perhaps-twice";

  /// Until long after the longest wait between two repeats.
  private static final Duration LONG = Duration.ofMinutes(12);

  private static World blind() {
    World world = new World();
    world.chat.cannotLook();
    return world;
  }

  private static World blindWithThread() {
    World world = blind();
    world.say("1");
    world.look();
    return world;
  }

  @Test
  void whatWasDoneThoughNobodyKnewStandsTwiceAndTheSecondIsMarked() {
    World world = blindWithThread();
    world.chat.doNextAndAnswer(UNKNOWN);
    world.say("2");
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3", "2", "3");
    assertThat(remarks(world)).containsExactly("", "", MARK);
    assertThat(batches(world)).doesNotHaveDuplicates();
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void whatWasNotDoneIsRepeatedOnceAfterTenSecondsAndNotBefore() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    Instant sealed = world.clock.instant();
    world.workFor(Duration.ofMillis(9_900));
    assertThat(world.onTheDesk()).containsExactly("1");

    world.workFor(World.A_WHILE);
    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(remarks(world)).containsExactly("", MARK);
    assertThat(world.posts().getLast().at())
        .isBetween(sealed.plusSeconds(10), sealed.plusSeconds(12));
  }

  @Test
  void whatComesWhileNobodyKnowsStandsBehind() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.look();
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(remarks(world)).containsExactly("", MARK, "");
    assertThat(world.state().progress().counts().delivered()).isEqualTo(3);
  }

  @Test
  void wordsOfUnknownOutcomeTwiceAreNotSentAThirdTimeAndTheStaffAreTold() {
    for (boolean done : List.of(true, false)) {
      World world = blindWithThread();
      world.between.begin(lostReplies(2, done));
      world.say("2");
      world.workFor(LONG);

      assertThat(world.onTheDesk())
          .as("done: %s", done)
          .containsExactlyElementsOf(done ? List.of("1", "2", "2") : List.of("1"));
      assertThat(notices(world)).containsExactly(TextKey.NOTICE_PERHAPS_MISSING.name());
      assertThat(world.told.of("refused")).hasSize(1);
      assertThat(world.owesNothing()).isTrue();
    }
  }

  @Test
  void whatStandsBehindWordsThatWereGivenUpIsDelivered() {
    World world = blindWithThread();
    world.between.begin(lostReplies(2, false));
    world.say("2");
    world.look();
    world.say("3");
    world.workFor(LONG);

    assertThat(world.onTheDesk()).containsExactly("1", "3");
  }

  @Test
  void theOneRepeatIsNotSpentOnAPlatformThatIsAway() {
    World world = blindWithThread();
    world.between.begin(
        (port, call, real) ->
            port.equals("TeamChat") && !call.startsWith("find") ? UNKNOWN : real.make());
    world.say("2");
    world.workFor(LONG);
    assertThat(world.onTheDesk()).containsExactly("1");

    world.between.end();
    world.workFor(LONG);
    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(remarks(world)).containsExactly("", MARK);
    assertThat(world.told.of("refused")).isEmpty();
  }

  @Test
  void aPlatformThatIsAwayIsAskedMoreAndMoreSeldomWhateverItsCardsAnswer() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    Instant sealed = world.clock.instant();
    world.deskStep();
    Delivery soon = new Delivery.Later(Duration.ofMillis(2_500), "no answer", "");
    for (long seconds : List.of(10, 20, 40, 80, 160, 320, 620)) {
      world.clock.set(sealed.plusSeconds(seconds));
      world.chat.answerNext(soon);
      DeskStep.Rest rest = world.deskStep();
      assertThat(rest.notBefore())
          .isEqualTo(world.clock.instant().plusSeconds(Math.min(seconds, 300)));
    }
    assertThat(world.onTheDesk()).containsExactly("1");

    world.workFor(LONG);
    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(remarks(world)).containsExactly("", MARK);
  }

  @Test
  void whatSomebodyMustMendIsTriedAgainAsSoonAsItMayBeMended() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.deskStep();
    world.clock.advance(Duration.ofMinutes(4));
    world.chat.answerNext(new Delivery.Later(Duration.ofSeconds(30), "401", "Check the token"));

    assertThat(world.deskStep().notBefore()).isEqualTo(world.clock.instant().plusSeconds(30));
  }

  @Test
  void aCardIsRepeatedUntilItStandsWithGrowingPausesAndEachIsMarked() {
    World world = blind();
    world.between.begin(lostReplies(4, true));
    world.say("1");
    world.say("2");
    world.workFor(LONG);

    List<Post> cards = world.posts().stream().filter(Post::isRoot).toList();
    assertThat(cards)
        .as("the last is the one that is kept true, and has been drawn anew since")
        .extracting(BlindDeliveryTest::remark)
        .containsExactly("", MARK, MARK, MARK, "");
    Instant first = cards.getFirst().at();
    assertThat(cards.stream().map(card -> Duration.between(first, card.at()).toSeconds()))
        .containsExactly(0L, 10L, 30L, 70L, 150L);
    assertThat(cards).extracting(Post::batch).doesNotHaveDuplicates();
    assertThat(world.owesNothing()).isTrue();
    assertThat(world.onTheDesk()).endsWith("2").filteredOn("2"::equals).hasSize(1);
  }

  @Test
  void thePausesBetweenCardsGrowToFiveMinutesAndNotLonger() {
    World world = blind();
    world.between.begin(lostReplies(9, true));
    world.say("1");
    world.workFor(Duration.ofMinutes(40));

    List<Instant> at = world.posts().stream().filter(Post::isRoot).map(Post::at).toList();
    assertThat(at).hasSize(10);
    assertThat(Duration.between(at.get(8), at.get(9))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aWorkerMayDieBeforeOrAfterThePostAndNothingIsLost() {
    for (String call : List.of("seal", "post")) {
      for (boolean done : List.of(true, false)) {
        World world = blindWithThread();
        world.say("2");
        dieAt(world, call, done);
        assertThatExceptionOfType(WorkerDied.class).as(call).isThrownBy(world::deskStep);
        world.say("3");
        world.workFor(World.A_WHILE);

        boolean stoodAlready = call.equals("post") && done;
        assertThat(world.onTheDesk())
            .as("%s, done: %s", call, done)
            .containsExactlyElementsOf(
                stoodAlready ? List.of("1", "2", "2", "3") : List.of("1", "2", "3"));
        assertThat(world.owesNothing()).isTrue();
      }
    }
  }

  @Test
  void aWorkerThatDiesBetweenTheSecondSealAndItsPostLeavesItToNobodyToRepeat() {
    World world = blindWithThread();
    world.chat.doNextAndAnswer(UNKNOWN);
    world.say("2");
    world.look();
    world.clock.advance(Duration.ofSeconds(11));
    world.between.dieAfter("seal");
    assertThatExceptionOfType(WorkerDied.class).isThrownBy(world::deskStep);
    world.workFor(LONG);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(notices(world)).containsExactly(TextKey.NOTICE_PERHAPS_MISSING.name());
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aWorkerThatDiesAfterTheRepeatDoublesNothingFurther() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.look();
    world.clock.advance(Duration.ofSeconds(11));
    world.between.dieAfter("post");
    assertThatExceptionOfType(WorkerDied.class).isThrownBy(world::deskStep);
    world.workFor(LONG);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
  }

  @Test
  void aBusyPlatformIsNoReasonToMarkAnything() {
    World world = blindWithThread();
    for (int n = 0; n < 5; n++) {
      world.chat.answerNext(new Delivery.Later(Duration.ofSeconds(3), "rate", ""));
    }
    world.say("2");
    world.look();
    world.say("3");
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2", "3");
    assertThat(remarks(world)).containsOnly("");
  }

  @Test
  void aRepeatThatIsPutOffIsStillTheOneRepeat() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.look();
    world.clock.advance(Duration.ofSeconds(11));
    world.between.justBefore(
        "post",
        () -> world.chat.answerNext(new Delivery.Later(Duration.ofSeconds(20), "rate", "")));
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(remarks(world)).containsExactly("", MARK);
  }

  @Test
  void aCardThatIsRefusedIsTriedAgainAndNotMarked() {
    World world = blind();
    world.chat.answerNext(new Delivery.Refused("invalid card"));
    world.say("1");
    world.workFor(World.A_WHILE);

    assertThat(remarks(world)).containsExactly("");
  }

  @Test
  void aCallOfUnknownOutcomeIsRepeatedOnceAndMarked() {
    World world = blind();
    world.say("1");
    world.workFor(Duration.ofSeconds(44));
    world.between.begin(lostReplies("call", 1, true));
    world.workFor(Duration.ofSeconds(40));

    assertThat(world.calls()).hasSize(2);
    assertThat(world.calls().getLast()).contains(MARK);
  }

  @Test
  void aThreadThatIsGoneBeforeTheRepeatIsOpenedAnew() {
    World world = blindWithThread();
    world.chat.answerNext(UNKNOWN);
    world.say("2");
    world.look();
    world.chat.deleteThread(DESK, world.thread());
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk()).containsExactly("1", "2");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void theVisitorGetsEachAnswerOnce() {
    World world = blindWithThread();
    world.between.begin(lostReplies(2, true));
    world.say("2");
    world.look();
    world.answer("a1", "Answer");
    world.workFor(LONG);

    assertThat(world.atTheVisitor()).containsExactly("Answer");
  }

  /// The next so many cards or posts of words are answered by nothing.
  private static Between.Trouble lostReplies(int times, boolean done) {
    return lostReplies("openThread|post", times, done);
  }

  private static Between.Trouble lostReplies(String calls, int times, boolean done) {
    int[] left = {times};
    return (port, call, real) -> {
      if (!port.equals("TeamChat") || !call.matches(calls) || left[0] == 0) {
        return real.make();
      }
      left[0]--;
      if (done) {
        real.make();
      }
      return UNKNOWN;
    };
  }

  private static void dieAt(World world, String call, boolean done) {
    if (done) {
      world.between.dieAfter(call);
    } else {
      world.between.dieBefore(call);
    }
  }

  private static String remark(Post post) {
    return Stream.concat(
            post.card().stream().map(Card::remark),
            post.words().stream().map(words -> words.remark()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static List<String> remarks(World world) {
    return world.posts().stream().map(BlindDeliveryTest::remark).toList();
  }

  private static List<String> batches(World world) {
    return world.posts().stream().map(Post::batch).toList();
  }

  /// What the bridge has said in the thread.
  private static List<String> notices(World world) {
    return world.chat.posts(DESK).stream()
        .filter(post -> !post.isRoot())
        .flatMap(post -> post.words().stream())
        .filter(words -> words.name().isEmpty())
        .flatMap(words -> words.lines().stream())
        .toList();
  }
}
