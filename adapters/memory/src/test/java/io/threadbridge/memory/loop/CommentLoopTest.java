package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Rating;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What visitors say with their ratings is quoted in the desk's digest, as long as it is there.
final class CommentLoopTest {
  private final Firm firm = new Firm();

  @Test
  void aCommentIsQuotedWithItsStarsAndItsThread() {
    rated("ink", 5, "Very helpful");

    assertThat(quotes())
        .singleElement()
        .asString()
        .startsWith("digest.comment{comment=Very helpful, link=https://chat.example/")
        .endsWith(", stars=5}");
  }

  @Test
  void aRatingWithoutWordsIsNotQuoted() {
    rated("ink", 5, "");
    rated("paper", 4, " \n\u200B ");

    assertThat(quotes()).isEmpty();
  }

  @Test
  void aCommentIsOneLineWithoutWhatCannotBeRead() {
    rated("ink", 5, "  Great!\n\n\tThank\u2028you\u202E\u0007\u200B all ");

    assertThat(quotes()).singleElement().asString().contains("{comment=Great! Thank you all, ");
  }

  @Test
  void aLongCommentIsCutBetweenCharacters() {
    rated("ink", 5, "\uD83D\uDE00".repeat(Rating.COMMENT_MAX));
    rated("paper", 5, "x".repeat(200));

    assertThat(quotes())
        .anyMatch(quote -> quote.contains("{comment=" + "\uD83D\uDE00".repeat(199) + "…, "))
        .anyMatch(quote -> quote.contains("{comment=" + "x".repeat(200) + ", "));
  }

  @Test
  void theBestStandsFirstAndAComplaintIsNotLeftOut() {
    rated("first", 2, "too slow");
    rated("second", 4, "old");
    rated("third", 5, "good");
    rated("fourth", 4, "nice");
    rated("fifth", 5, "great");

    assertThat(quotes())
        .satisfiesExactly(
            best -> assertThat(best).contains("comment=great,", "stars=5"),
            next -> assertThat(next).contains("comment=nice,", "stars=4"),
            complaint -> assertThat(complaint).contains("comment=too slow,", "stars=2"));
  }

  @Test
  void anErasedVisitorsCommentIsQuotedNoMore() {
    ConversationId visitor = rated("ink", 5, "Very helpful");
    rated("paper", 4, "Nice");
    firm.erases(visitor);
    firm.workFor(Duration.ofSeconds(5));

    assertThat(quotes()).singleElement().asString().contains("comment=Nice,");
  }

  @Test
  void aDayQuotesWhatWasSaidOnThatDay() {
    rated("ink", 5, "Very helpful");
    firm.clock.advance(Duration.ofHours(14));

    assertThat(firm.command(ANNA, "report")).doesNotContain("digest.comment");
    assertThat(firm.command(ANNA, "report yesterday")).contains("comment=Very helpful,");
    assertThat(firm.command(ANNA, "report week")).contains("comment=Very helpful,");
  }

  private ConversationId rated(String words, int stars, String comment) {
    ConversationId id = firm.says(words);
    firm.workFor(Duration.ofSeconds(5));
    firm.answers(words);
    firm.workFor(Duration.ofSeconds(5));
    firm.closesAndIsRated(id, words, stars, comment);
    firm.workFor(Duration.ofSeconds(5));
    return id;
  }

  private List<String> quotes() {
    return firm.command(ANNA, "report")
        .lines()
        .filter(line -> line.startsWith("digest.comment{"))
        .toList();
  }
}
