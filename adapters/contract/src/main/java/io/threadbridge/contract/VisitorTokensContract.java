package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.VisitorTokens;
import io.threadbridge.bridge.port.VisitorTokens.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All that [VisitorTokens] promise.
public interface VisitorTokensContract {
  /// A token guessed at a thousand a second for a year must not be found: far less than 128 bits.
  int LENGTH_MIN = 22;

  /// The tokens under test; none is issued before each test.
  VisitorTokens tokens();

  @Test
  default void aTokenOpensItsConversationAndSaysWhenItWasIssued() {
    String ours = tokens().issue(ID, NOON);
    String theirs = tokens().issue(OTHER, NOON.plusSeconds(1));

    assertThat(tokens().open(ours, NOON)).contains(new Opened(ID, NOON));
    assertThat(tokens().open(theirs, NOON.plusSeconds(1)))
        .contains(new Opened(OTHER, NOON.plusSeconds(1)));
  }

  @Test
  default void anUnknownTokenOpensNothing() {
    String token = tokens().issue(ID, NOON);

    List<String> wrong =
        List.of("", " ", "x", ID.value(), token + "x", token.substring(1), Samples.DIFFICULT_WORDS);
    assertThat(wrong).allSatisfy(other -> assertThat(tokens().open(other, NOON)).isEmpty());
  }

  @Test
  default void aTokenIsLongAndNeverTheSameAndNamesNothing() {
    List<String> issued = IntStream.range(0, 50).mapToObj(_ -> tokens().issue(ID, NOON)).toList();

    assertThat(issued).doesNotHaveDuplicates();
    assertThat(issued)
        .allSatisfy(
            token -> {
              assertThat(token).hasSizeGreaterThanOrEqualTo(LENGTH_MIN);
              assertThat(token).matches("[A-Za-z0-9_-]+").doesNotContain(ID.value());
            });
  }

  @Test
  default void aTokenOpensForItsLifeAndNotAMillisecondLonger() {
    String token = tokens().issue(ID, NOON);
    Instant end = NOON.plus(VisitorTokens.LIFE);

    assertThat(tokens().open(token, end.minus(MILLISECOND))).isPresent();
    assertThat(tokens().open(token, end)).isEmpty();
  }

  @Test
  default void anOldTokenStaysValidForAWhileAfterANewOne() {
    String old = tokens().issue(ID, NOON);
    Instant rotated = NOON.plus(Duration.ofDays(2));
    String fresh = tokens().issue(ID, rotated);
    Instant end = rotated.plus(VisitorTokens.GRACE);

    assertThat(tokens().open(old, end.minus(MILLISECOND))).contains(new Opened(ID, NOON));
    assertThat(tokens().open(old, end)).isEmpty();
    assertThat(tokens().open(fresh, end)).contains(new Opened(ID, rotated));
  }

  @Test
  default void furtherTokensDoNotLengthenAnOldOnesGrace() {
    String old = tokens().issue(ID, NOON);
    tokens().issue(ID, NOON.plusSeconds(60));
    tokens().issue(ID, NOON.plusSeconds(120));
    Instant end = NOON.plusSeconds(60).plus(VisitorTokens.GRACE);

    assertThat(tokens().open(old, end.minus(MILLISECOND))).isPresent();
    assertThat(tokens().open(old, end)).isEmpty();
  }

  @Test
  default void aNewTokenDoesNotLengthenAnOldOnesLife() {
    String old = tokens().issue(ID, NOON);
    Instant end = NOON.plus(VisitorTokens.LIFE);
    tokens().issue(ID, end.minusSeconds(60));

    assertThat(tokens().open(old, end.minus(MILLISECOND))).isPresent();
    assertThat(tokens().open(old, end)).isEmpty();
  }

  @Test
  default void tokensOfOtherConversationsAreLeftAlone() {
    String theirs = tokens().issue(OTHER, NOON);
    tokens().issue(ID, NOON);
    tokens().issue(ID, NOON.plusSeconds(1));

    assertThat(tokens().open(theirs, NOON.plus(Duration.ofDays(1)))).isPresent();
  }
}
