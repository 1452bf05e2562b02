package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.HELSINKI;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.SiteNews;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// PRODUCT 1.2, *Wait estimate*.
final class WaitEstimateTest {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Shop shop = new Shop(POLICY, "09:00");
  private int visitors;

  @Test
  void thereIsNoneFromNineAnswersAndOneFromTen() {
    answers(9, at("10:00"), 40);
    assertThat(estimate("10:30")).isEmpty();

    answers(1, at("10:01"), 40);
    assertThat(estimate("10:30")).contains(Duration.ofSeconds(40));
  }

  @Test
  void itIsTheMedian() {
    answers(5, at("10:00"), 10);
    answers(1, at("10:01"), 60);
    answers(5, at("10:02"), 1_000);

    assertThat(estimate("10:30")).contains(Duration.ofSeconds(60));
  }

  @Test
  void aMissCountsAsFiveMinutes() {
    answers(5, at("10:00"), 10);
    for (int miss = 0; miss < 6; miss++) {
      shop.isMissed("missed-" + miss, "10:01");
    }

    assertThat(estimate("10:30")).contains(Duration.ofMinutes(5));
  }

  @Test
  void aMissedVisitorsLateAnswerDoesNotCountAgain() {
    answers(9, at("10:00"), 10);
    shop.isMissed("late", "10:01");
    shop.tells("late", "10:20", new SiteNews.FirstAnswer(Duration.ofMinutes(25)));

    assertThat(shop.state().answers().all()).hasSize(10);
  }

  @Test
  void theLastFiftyOfThisHourOfTheWeekCount() {
    answers(60, at("10:00").minus(WEEK), 200);
    answers(26, at("10:00"), 30);

    assertThat(estimate("10:30")).contains(Duration.ofSeconds(30));
    assertThat(shop.state().answers().all()).hasSize(50);
  }

  @Test
  void withTooFewInThisHourOfTheWeekThoseOfThisHourOfTheDayCount() {
    answers(9, at("10:00"), 30);
    answers(9, at("10:00").minus(Duration.ofDays(1)), 90);
    assertThat(estimate("10:59:59.999")).contains(Duration.ofSeconds(30 + 60));
    assertThat(estimate("11:00")).isEmpty();
  }

  @Test
  void hoursAreThoseOfTheSitesOwnClockOnBothSidesOfADaylightSavingNight() {
    Instant winter = LocalDateTime.parse("2035-03-20T10:30").atZone(HELSINKI).toInstant();
    Instant summer = LocalDateTime.parse("2035-03-27T10:30").atZone(HELSINKI).toInstant();
    FirstAnswers answers = FirstAnswers.NONE;
    for (int n = 0; n < 10; n++) {
      answers = answers.with(winter, Duration.ofSeconds(50), HELSINKI);
    }

    assertThat(answers.estimate(summer, HELSINKI)).contains(Duration.ofSeconds(50));
    assertThat(answers.estimate(summer.plus(Duration.ofHours(1)), HELSINKI)).isEmpty();
  }

  @Test
  void itStaysSmall() {
    FirstAnswers answers = FirstAnswers.NONE;
    Instant moment = at("00:00");
    for (int n = 0; n < 3_000; n++) {
      answers = answers.with(moment, Duration.ofDays(3), HELSINKI);
      moment = moment.plus(Duration.ofMinutes(7));
    }

    assertThat(answers.all()).hasSizeLessThanOrEqualTo(FirstAnswers.ANSWERS_MAX);
    assertThat(answers.all().getLast().seconds()).isEqualTo(24 * 60 * 60);
  }

  private void answers(int count, Instant moment, int seconds) {
    for (int n = 0; n < count; n++) {
      visitors++;
      shop.tells(
          "visitor-" + visitors, moment, new SiteNews.FirstAnswer(Duration.ofSeconds(seconds)));
    }
  }

  private Optional<Duration> estimate(String time) {
    return shop.rules.waitEstimate(shop.by(at(time)));
  }
}
