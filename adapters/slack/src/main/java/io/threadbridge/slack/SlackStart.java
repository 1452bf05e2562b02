package io.threadbridge.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who we are in the workspace, however long that takes: the program starts even when
/// Slack is away, and takes no event in before it knows its own.
final class SlackStart {
  private static final Logger LOG = LoggerFactory.getLogger(SlackStart.class);
  private static final long PAUSE_MILLIS_MIN = 1_000;
  private static final long PAUSE_MILLIS_MAX = 60_000;
  private static final int DOUBLINGS_MAX = 6;
  private static final String WHERE = "app";

  private final SlackCalls calls;
  private final SlackHealth health;
  private final RandomGenerator random;
  private final AtomicReference<Optional<SlackIdentity>> identity;

  /// @param identity where it is kept; empty as long as Slack has not said
  SlackStart(
      SlackCalls calls,
      SlackHealth health,
      AtomicReference<Optional<SlackIdentity>> identity,
      RandomGenerator random) {
    this.calls = calls;
    this.health = health;
    this.identity = identity;
    this.random = random;
    health.introducedWhen(() -> identity.get().isPresent());
  }

  /// Asks until Slack answers, with a pause that doubles from 1 s to 60 s.
  void introduce() throws InterruptedException {
    for (int failures = 0; !ask(); failures++) {
      long doubled = PAUSE_MILLIS_MIN << Math.min(failures, DOUBLINGS_MAX);
      long most = Math.min(doubled, PAUSE_MILLIS_MAX);
      Thread.sleep(Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1)));
    }
  }

  private boolean ask() {
    SlackReply<AuthTestResponse> reply = calls.write(client -> client.authTest(r -> r));
    return switch (reply) {
      case SlackReply.Fine<AuthTestResponse>(AuthTestResponse answer) -> {
        identity.set(
            Optional.of(
                new SlackIdentity(
                    SlackCalls.orEmpty(answer.getTeamId()),
                    SlackCalls.orEmpty(answer.getUserId()),
                    SlackCalls.orEmpty(answer.getBotId()))));
        health.mended(WHERE);
        LOG.info("Slack knows us as {} in {}", answer.getUserId(), answer.getTeamId());
        yield true;
      }
      case SlackReply.No<AuthTestResponse>(String error, String needed) -> {
        unknown(error, SlackErrors.mend(error, needed));
        yield false;
      }
      case SlackReply.Trouble<AuthTestResponse>(Delivery.Later later) -> {
        unknown(later.why(), later.mend());
        yield false;
      }
      case SlackReply.Trouble<AuthTestResponse> _ -> {
        unknown("no answer", "");
        yield false;
      }
    };
  }

  private void unknown(String why, String mend) {
    LOG.warn("Slack does not say who we are: {}. {}", why, mend);
    health.needsMending(WHERE, why, mend);
  }
}
