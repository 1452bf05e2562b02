package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.VisitorMail;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/// What becomes of a mail that the server does not simply take.
final class MailTest {
  private static final Duration UNTIL_THE_MAIL = Duration.ofMinutes(6);
  private static final Duration HOURS = Duration.ofHours(3);
  private static final int MINUTES_AWAY = 90;

  private final World world = new World();

  private void isAnsweredByMail() {
    world.say("How long is the warranty?");
    world.workFor(Duration.ofSeconds(5));
    world.wantsMail("me@visitor.example");
    world.answer("p1", "Three years.");
    world.workFor(UNTIL_THE_MAIL);
  }

  @Test
  void whatIsTakenIsSentOnce() {
    isAnsweredByMail();
    world.workFor(HOURS);

    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aServerMayBeAwayForHours() {
    world.mailAnswers.addAll(
        Collections.nCopies(
            MINUTES_AWAY, new Delivery.Later(Duration.ofMinutes(1), "away", "start it")));
    isAnsweredByMail();
    world.workFor(HOURS);

    assertThat(world.mails).hasSize(MINUTES_AWAY + 1);
    assertThat(world.mailAnswers).isEmpty();
  }

  @Test
  void whatMayHaveBeenSentIsRepeatedSeldomUnderOneNameAndThenGivenUp() {
    world.mailAnswers.addAll(Collections.nCopies(500, new Delivery.Unknown("no answer")));
    isAnsweredByMail();
    world.workFor(HOURS);

    assertThat(world.mails).hasSizeBetween(2, 4);
    assertThat(world.mails).extracting(VisitorMail::id).containsOnly(world.mails.getFirst().id());
  }
}
