package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.slack.SlackRequestVerifier.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackRequestVerifierTest {
  // Slack's own published example of a signed request.
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String TIME = "1531420618";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
              + "commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id="
              + "398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(StandardCharsets.UTF_8);

  private static SlackRequestVerifier at(long seconds) {
    return new SlackRequestVerifier(SECRET, () -> Instant.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @ValueSource(longs = {1531420618, 1531420618 + 300, 1531420618 - 300})
  void aGenuineRequestIsTakenUpToFiveMinutesEitherWay(long now) {
    assertThat(at(now).judge(BODY, TIME, SIGNATURE, false)).isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1531420618 + 301, 1531420618 - 301})
  void aRequestFromThePastOrTheFutureIsRefused(long now) {
    assertThat(at(now).judge(BODY, TIME, SIGNATURE, false)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void oneChangedByteIsRefused() {
    byte[] changed = BODY.clone();
    changed[7] ^= 1;
    assertThat(at(1531420618).judge(changed, TIME, SIGNATURE, false)).isEqualTo(Verdict.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "v0=zzzz", "v1=a2114d57", "ä"})
  void anotherSignatureIsRefused(String signature) {
    assertThat(at(1531420618).judge(BODY, TIME, signature, false)).isEqualTo(Verdict.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "15314206180000000000", "1531420618.5"})
  void aTimeThatIsNoneIsRefused(String time) {
    assertThat(at(1531420618).judge(BODY, time, SIGNATURE, false)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aRequestIsUsedOnceItWasAcceptedAndNotBefore() {
    SlackRequestVerifier verifier = at(1531420618);
    assertThat(verifier.judge(BODY, TIME, SIGNATURE, false)).isEqualTo(Verdict.GENUINE);
    assertThat(verifier.judge(BODY, TIME, SIGNATURE, false)).isEqualTo(Verdict.GENUINE);
    verifier.accepted(SIGNATURE);
    assertThat(verifier.judge(BODY, TIME, SIGNATURE, false)).isEqualTo(Verdict.USED);
  }

  @Test
  void whatSlackSendsAgainIsToldFromAReplayByItsEventAlone() {
    SlackRequestVerifier verifier = at(1531420618);
    verifier.accepted(SIGNATURE);
    assertThat(verifier.judge(BODY, TIME, SIGNATURE, true)).isEqualTo(Verdict.GENUINE);
  }
}
