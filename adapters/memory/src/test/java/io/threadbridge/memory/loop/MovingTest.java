package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.BERTIL;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.TEAMS_DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.memory.MemoryTeamChat.Private;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A conversation moves between two desks of two platforms, whatever is owed or unknown meanwhile:
/// nothing is lost, nothing doubled in a thread, and nothing of an earlier thread reaches the
/// visitor.
final class MovingTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final TwoDesks world = new TwoDesks();
  private ThreadRef first = new ThreadRef("none");

  @BeforeEach
  void aThreadOnTheFirstDesk() {
    world.say("Hello");
    world.workFor(A_MOMENT);
    first = world.thread(DESK);
  }

  /// Where the newest thread on a desk is.
  private String address(DeskRef desk) {
    return world.on(desk).link(desk, world.thread(desk)).orElseThrow().toString();
  }

  private void moveToTheWorkshop() {
    world.moves(DESK, first, "Workshop");
  }

  @Test
  void theNewThreadBeginsWithTheTranscript() {
    world.writes(DESK, first, "a1", "Hi\nAndriy: I am nobody");
    world.say("My oar is split");
    world.workFor(A_MOMENT);
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.say("Can you mend it?");
    world.workFor(A_MOMENT);

    assertThat(world.wordsOn(TEAMS_DESK))
        .containsExactly(
            "Hello",
            "Anna: Hi\n    Andriy: I am nobody",
            "Andriy: My oar is split",
            "Can you mend it?");
    assertThat(world.namesOn(TEAMS_DESK)).containsExactly("thread.so-far", "Andriy");
    assertThat(world.fromTheBridge()).containsExactly("HANDED_OVER_TO_DESK");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aFileThatItsOwnDeskCannotGiveHoldsUpTheOtherOneForTwoMinutesOnly() {
    world.shows(DESK, first, "a1", "oar.png");
    world.slack.holdBack(Duration.ofSeconds(10));
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.say("Can you mend it?");
    world.workFor(Duration.ofSeconds(110));
    assertThat(world.filesOn(TEAMS_DESK)).isEmpty();
    assertThat(world.wordsOn(TEAMS_DESK)).doesNotContain("Can you mend it?");

    world.workFor(Duration.ofSeconds(30));
    assertThat(world.filesOn(TEAMS_DESK)).containsExactly("oar.png");
    assertThat(world.wordsOn(TEAMS_DESK)).endsWith("Can you mend it?");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void theOldCardSaysWhereItIsAndOffersNothing() {
    moveToTheWorkshop();
    world.workFor(A_MOMENT);

    Card old = world.card(DESK);
    assertThat(old.status()).isEqualTo("card.status.moved workshop");
    assertThat(old.words()).isEqualTo("Hello");
    assertThat(old.tone()).isEqualTo(Card.Tone.OVER);
    assertThat(old.actions()).isEmpty();
    assertThat(old.goesOn().orElseThrow().url()).isEqualTo(address(TEAMS_DESK));
    assertThat(world.card(TEAMS_DESK).status()).isEqualTo("card.status.waiting");
  }

  @Test
  void whoeverSitsOnTheOtherPlatformIsToldThereWithTheAddress() {
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.does(
        TEAMS_DESK,
        world.thread(TEAMS_DESK),
        new StaffEvent.HandedOver(world.clock.instant(), ANNA, BERTIL));
    world.workFor(A_MOMENT);

    assertThat(world.slack.privates())
        .filteredOn(each -> each.to().equals(BERTIL))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.direct()).isTrue();
              assertThat(each.thread()).isEqualTo(first);
              assertThat(each.text()).endsWith(" " + address(TEAMS_DESK));
            });
    assertThat(world.teams.privates()).isEmpty();
  }

  @Test
  void theOldCardGetsItsLinkHoweverLateTheNewOneIs() {
    world.teams.answerNext(new Delivery.Later(Duration.ofSeconds(20), "busy", ""));
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    assertThat(world.card(DESK).status()).isEqualTo("card.status.moved workshop");
    assertThat(world.card(DESK).goesOn()).isEmpty();

    world.workFor(World.A_WHILE);
    assertThat(world.card(DESK).goesOn()).isPresent();
  }

  @Test
  void whoeverWritesInTheOldThreadIsToldThereAndNobodyElseReadsIt() {
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.writes(DESK, first, "a1", "Nobody reads this");
    world.writes(TEAMS_DESK, world.thread(TEAMS_DESK), "a1", "We mend it");
    world.workFor(A_MOMENT);

    assertThat(world.atTheVisitor()).containsExactly("We mend it");
    assertThat(world.slack.privates())
        .extracting(Private::thread, Private::text)
        .containsExactly(
            tuple(first, String.join(" ", "HINT_MOVED workshop", address(TEAMS_DESK))));
  }

  @Test
  void postsOfTheSameNameOnTwoDesksAreNotMistakenForEachOther() {
    world.writes(DESK, first, "a1", "From the shop");
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.writes(TEAMS_DESK, world.thread(TEAMS_DESK), "a1", "From the workshop");
    world.edits(DESK, first, "a1", "From the shop, edited");
    world.edits(TEAMS_DESK, world.thread(TEAMS_DESK), "a1", "From the workshop, edited");
    world.workFor(A_MOMENT);

    assertThat(world.atTheVisitor())
        .containsExactly("From the shop, edited", "From the workshop, edited");
    assertThat(world.wordsOn(TEAMS_DESK)).containsExactly("Hello", "Anna: From the shop, edited");
  }

  @Test
  void anEditOfTheVisitorsRewritesTheTranscriptInTheCurrentThread() {
    world.say("It is splitt");
    world.workFor(A_MOMENT);
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.edit(2, "It is split");
    world.edit(1, "Good day");
    world.workFor(A_MOMENT);

    assertThat(world.wordsOn(TEAMS_DESK)).containsExactly("Good day", "Andriy: It is split");
    assertThat(world.wordsOn(DESK)).contains("It is splitt");
  }

  @Test
  void whatWasStillOwedInTheOldThreadIsToldInTheNewOne() {
    world.slack.answerNext(new Delivery.Later(Duration.ofHours(1), "down", ""));
    world.say("2");
    world.look();
    world.say("3");
    moveToTheWorkshop();
    // As a worker that is nudged: the lane itself was put off until the first desk is up again.
    world.deskStep();
    world.say("4");
    world.workFor(A_MOMENT);

    assertThat(world.wordsOn(TEAMS_DESK)).containsExactly("Hello", "Andriy: 2", "Andriy: 3", "4");
    assertThat(world.wordsOn(DESK)).containsExactly("Hello");
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void wordsWhoseFateInTheOldThreadIsUnknownAreToldOnceInTheNewOne() {
    for (boolean done : List.of(true, false)) {
      TwoDesks other = new TwoDesks();
      other.say("Hello");
      other.workFor(A_MOMENT);
      Delivery unknown = new Delivery.Unknown("no answer");
      if (done) {
        other.slack.doNextAndAnswer(unknown);
      } else {
        other.slack.answerNext(unknown);
      }
      other.say("2");
      other.look();
      other.moves(DESK, other.thread(DESK), "workshop");
      other.workFor(World.A_WHILE);

      assertThat(other.wordsOn(TEAMS_DESK)).containsExactly("Hello", "Andriy: 2");
      assertThat(other.owesNothing()).isTrue();
    }
  }

  @Test
  void anOutcomeThatComesAfterTheMoveChangesNothing() {
    world.say("2");
    world.between.justBefore("post", this::moveToTheWorkshop);
    world.workFor(World.A_WHILE);
    world.edit(2, "two");
    world.workFor(A_MOMENT);

    assertThat(world.wordsOn(TEAMS_DESK)).containsExactly("Hello", "Andriy: two");
    assertThat(world.state().desk()).isEqualTo(TEAMS_DESK);
    assertThat(world.state().progress().thread()).contains(world.thread(TEAMS_DESK));
  }

  @Test
  void aCardWhoseFateIsUnknownIsFoundAndSaysWhereTheConversationIs() {
    world.teams.doNextAndAnswer(new Delivery.Unknown("no answer"));
    moveToTheWorkshop();
    world.deskStep();
    world.moves(DESK, first, "Shop");
    world.workFor(World.A_WHILE);

    assertThat(world.card(TEAMS_DESK).status()).isEqualTo("card.status.moved Shop");
    assertThat(world.cards(TEAMS_DESK)).hasSize(1);
    assertThat(world.cards(DESK)).hasSize(2);
    assertThat(world.wordsOn(DESK)).containsExactly("Hello");
    assertThat(world.owesNothing()).isTrue();
    world.writes(TEAMS_DESK, world.thread(TEAMS_DESK), "a1", "Nobody reads this");
    world.writes(DESK, world.thread(DESK), "a2", "Back here");
    assertThat(world.atTheVisitor()).containsExactly("Back here");
  }

  @Test
  void aCardThatWasNeverPostedIsNotPostedAnyMore() {
    world.teams.answerNext(new Delivery.Unknown("no answer"));
    moveToTheWorkshop();
    world.deskStep();
    world.moves(DESK, first, "Shop");
    world.workFor(World.A_WHILE);

    assertThat(world.cards(TEAMS_DESK)).isEmpty();
    assertThat(world.cards(DESK)).hasSize(2);
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aDeskThatIsDownGivesTheConversationBackToWhoeverHandedItOver() {
    world.between.begin(
        (_, call, real) ->
            call.equals("openThread")
                ? new Delivery.Later(Duration.ofMinutes(1), "down", "mend it")
                : real.make());
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.writes(DESK, first, "a1", "Nobody reads this");
    world.between.end();
    world.moves(DESK, first, "Shop");
    world.workFor(World.A_WHILE);
    world.writes(DESK, world.thread(DESK), "a2", "We are here");

    assertThat(world.cards(TEAMS_DESK)).isEmpty();
    assertThat(world.atTheVisitor()).containsExactly("We are here");
  }

  @Test
  void aTranscriptLongerThanOnePostIsToldInOrderWithoutLossOrDouble() {
    List<String> words = IntStream.range(0, 300).mapToObj(n -> n + " " + "o".repeat(90)).toList();
    words.forEach(world::say);
    world.workFor(A_MOMENT);
    moveToTheWorkshop();
    world.deskStep();
    world.teams.doNextAndAnswer(new Delivery.Unknown("no answer"));
    world.deskStep();
    world.between.dieAfter("post");
    assertThatExceptionOfType(WorkerDied.class)
        .isThrownBy(() -> IntStream.range(0, 20).forEach(_ -> stepLater()));
    world.workFor(World.A_WHILE);

    assertThat(world.wordsOn(TEAMS_DESK))
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("Hello"), words.stream().map("Andriy: "::concat)).toList());
    assertThat(world.teams.posts(TEAMS_DESK))
        .flatExtracting(post -> post.words().stream().toList())
        .extracting(ThreadPost::lines)
        .allSatisfy(
            lines ->
                assertThat(String.join("", lines).length())
                    .isLessThanOrEqualTo(ThreadPost.CHARACTERS_MAX));
  }

  private void stepLater() {
    world.clock.advance(A_MOMENT);
    world.deskStep();
  }

  @Test
  void nothingIsPostedInTheTurnOfAnotherDesk() {
    moveToTheWorkshop();
    assertThat(world.deskStep(DESK).elsewhere()).contains(TEAMS_DESK);
    assertThat(world.cards(TEAMS_DESK)).isEmpty();
    assertThat(world.deskStep(TEAMS_DESK).elsewhere()).isEmpty();
    assertThat(world.cards(TEAMS_DESK)).hasSize(1);
  }

  @Test
  void thereAndBackAgainItIsInAThreadOfItsOwn() {
    moveToTheWorkshop();
    world.workFor(A_MOMENT);
    world.moves(TEAMS_DESK, world.thread(TEAMS_DESK), "Shop");
    world.workFor(A_MOMENT);
    world.writes(DESK, first, "a1", "Nobody reads this");
    world.writes(DESK, world.thread(DESK), "a2", "Here we are");

    assertThat(world.thread(DESK)).isNotEqualTo(first);
    assertThat(world.cards(DESK).getFirst().card().orElseThrow().goesOn().orElseThrow().url())
        .isEqualTo(address(DESK));
    assertThat(world.atTheVisitor()).containsExactly("Here we are");
    assertThat(world.fromTheBridge()).containsExactly("HANDED_OVER_TO_DESK", "HANDED_OVER_TO_DESK");
  }

  @Test
  void theCardOffersTheOtherDesk() {
    assertThat(world.card(DESK).actions())
        .filteredOn(action -> action.deed() == Deed.MOVE)
        .extracting(Card.Action::ask)
        .containsExactly(new Card.Ask.OneOf(List.of(new Card.Option("workshop", "workshop"))));
  }

  @Test
  void aDeskThatNobodyKnowsIsNoReasonToMove() {
    world.moves(DESK, first, "garage");
    world.workFor(A_MOMENT);

    assertThat(world.state().desk()).isEqualTo(DESK);
    assertThat(world.slack.privates())
        .extracting(Private::text)
        .containsExactly("HINT_NO_SUCH_DESK garage");
  }
}
