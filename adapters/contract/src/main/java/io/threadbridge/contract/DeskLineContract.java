package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskLine.Place;
import io.threadbridge.bridge.port.DeskLine.Turn;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All that a [DeskLine] promises, with the rate of [#ONE_A_SECOND].
public interface DeskLineContract {
  /// The most posts that may go out at once.
  int BURST = 3;

  /// One post a second, and bursts of three.
  DeskRates ONE_A_SECOND = DeskRates.ofPosts(new Rate(BURST, Duration.ofSeconds(1)));

  /// The longest that anybody waits behind a later comer of another class.
  Duration PATIENCE = Duration.ofSeconds(30);

  /// The line under test; empty before each test.
  DeskLine line();

  @Test
  default void nobodyWaitsInAnEmptyLine() {
    assertThat(line().take(DESK, NOON)).isEqualTo(new Turn.Nobody());
  }

  @Test
  default void whoeverIsTakenHasLeftTheLine() {
    line().enter(DESK, id("a"), Place.WORDS, NOON);

    assertThat(line().take(DESK, NOON)).isEqualTo(new Turn.Yours(id("a")));
    assertThat(line().take(DESK, NOON)).isEqualTo(new Turn.Nobody());
  }

  @Test
  default void withinAClassWhoWaitsLongestGoesFirst() {
    line().enter(DESK, id("late"), Place.WORDS, NOON.plusMillis(1));
    line().enter(DESK, id("early"), Place.WORDS, NOON);
    line().enter(DESK, id("later"), Place.WORDS, NOON.plusMillis(2));

    assertOrder(NOON.plusSeconds(1), "early", "late", "later");
  }

  @Test
  default void betweenClassesTheirOrderCounts() {
    line().enter(DESK, id("notice"), Place.NOTICE, NOON);
    line().enter(DESK, id("words"), Place.WORDS, NOON);
    line().enter(DESK, id("requested"), Place.REQUESTED, NOON);
    line().enter(DESK, id("opening"), Place.OPENING, NOON);

    assertOrder(NOON, "opening", "requested", "words");
    assertThat(line().take(DESK, NOON.plusSeconds(1))).isEqualTo(new Turn.Yours(id("notice")));
  }

  @Test
  default void nobodyWaitsBehindALaterComerOfAnotherClassForMoreThanHalfAMinute() {
    line().enter(DESK, id("notice"), Place.NOTICE, NOON);
    line().enter(DESK, id("before"), Place.OPENING, NOON.plus(PATIENCE).minus(MILLISECOND));
    line().enter(DESK, id("after"), Place.OPENING, NOON.plus(PATIENCE).plus(MILLISECOND));

    assertOrder(NOON.plus(PATIENCE).plusSeconds(1), "before", "notice", "after");
  }

  @Test
  default void whoStandsInTheLineAlreadyKeepsTheBetterPlace() {
    line().enter(DESK, id("a"), Place.OPENING, NOON);
    line().enter(DESK, id("b"), Place.WORDS, NOON);
    line().enter(DESK, id("c"), Place.WORDS, NOON.plusSeconds(1));
    line().enter(DESK, id("a"), Place.NOTICE, NOON.plusSeconds(9));
    line().enter(DESK, id("c"), Place.OPENING, NOON.plusSeconds(5));

    assertOrder(NOON.plusSeconds(10), "a", "c", "b");
    assertThat(line().take(DESK, NOON.plusSeconds(20))).isEqualTo(new Turn.Nobody());
  }

  @Test
  default void afterABurstOfThreeOnePostASecondGoesOut() {
    fill(6);
    takeBurst(NOON);

    assertThat(line().take(DESK, NOON)).isEqualTo(new Turn.Wait(NOON.plusSeconds(1)));
    assertThat(line().take(DESK, NOON.plusSeconds(1).minus(MILLISECOND)))
        .isEqualTo(new Turn.Wait(NOON.plusSeconds(1)));
    assertThat(line().take(DESK, NOON.plusSeconds(1))).isInstanceOf(Turn.Yours.class);
    assertThat(line().take(DESK, NOON.plusSeconds(1)))
        .isEqualTo(new Turn.Wait(NOON.plusSeconds(2)));
  }

  @Test
  default void aLongRestSavesUpNoMoreThanOneBurst() {
    fill(10);
    takeBurst(NOON);
    Instant later = NOON.plusSeconds(600);
    takeBurst(later);

    assertThat(line().take(DESK, later)).isEqualTo(new Turn.Wait(later.plusSeconds(1)));
  }

  @Test
  default void neitherAskingInVainNorAnEmptyLineUsesUpTheRate() {
    IntStream.range(0, 10).forEach(_ -> line().take(DESK, NOON));
    fill(10);
    takeBurst(NOON);
    IntStream.range(0, 10).forEach(_ -> line().take(DESK, NOON.plusMillis(500)));

    assertThat(line().take(DESK, NOON.plusSeconds(1))).isInstanceOf(Turn.Yours.class);
  }

  @Test
  default void aPausedDeskTakesNothingUntilThePauseEnds() {
    fill(1);
    Instant until = NOON.plusSeconds(45);
    line().pause(DESK, until);

    assertThat(line().take(DESK, NOON)).isEqualTo(new Turn.Wait(until));
    assertThat(line().take(DESK, until.minus(MILLISECOND))).isEqualTo(new Turn.Wait(until));
    assertThat(line().take(DESK, until)).isInstanceOf(Turn.Yours.class);
  }

  @Test
  default void aShorterPauseDoesNotShortenALongerOne() {
    fill(1);
    line().pause(DESK, NOON.plusSeconds(45));
    line().pause(DESK, NOON.plusSeconds(5));

    assertThat(line().take(DESK, NOON.plusSeconds(5)))
        .isEqualTo(new Turn.Wait(NOON.plusSeconds(45)));
  }

  @Test
  default void eachDeskHasALineARateAndPausesOfItsOwn() {
    fill(5);
    takeBurst(NOON);
    line().pause(DESK, NOON.plusSeconds(45));
    line().enter(OTHER_DESK, id("other"), Place.NOTICE, NOON);

    assertThat(line().take(OTHER_DESK, NOON)).isEqualTo(new Turn.Yours(id("other")));
    assertThat(line().take(OTHER_DESK, NOON)).isEqualTo(new Turn.Nobody());
  }

  @Test
  default void ofManyWhoTakeAtOnceEachTurnIsGivenOnce() {
    fill(10);
    List<Turn> turns = AtOnce.call(8, _ -> line().take(DESK, NOON));

    assertThat(turns.stream().filter(Turn.Yours.class::isInstance)).hasSize(BURST);
    assertThat(turns.stream().filter(Turn.Yours.class::isInstance)).doesNotHaveDuplicates();
  }

  private static ConversationId id(String value) {
    return new ConversationId(value);
  }

  private void fill(int count) {
    IntStream.range(0, count)
        .forEach(n -> line().enter(DESK, id("w-" + n), Place.WORDS, NOON.plusMillis(n)));
  }

  private void takeBurst(Instant now) {
    for (int number = 0; number < BURST; number++) {
      assertThat(line().take(DESK, now)).isInstanceOf(Turn.Yours.class);
    }
  }

  private void assertOrder(Instant now, String first, String second, String third) {
    assertThat(line().take(DESK, now)).isEqualTo(new Turn.Yours(id(first)));
    assertThat(line().take(DESK, now)).isEqualTo(new Turn.Yours(id(second)));
    assertThat(line().take(DESK, now)).isEqualTo(new Turn.Yours(id(third)));
  }
}
