package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.port.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How tokens are got, kept and renewed.
class TeamsCredentialsIT {
  private static final String BOT = TeamsCredentials.BOT;

  private final PretendConnector connector = new PretendConnector();
  private final AtomicReference<Instant> now = new AtomicReference<>(TeamsSamples.NOW);
  private final TeamsWorkspace workspace = connector.workspace(now::get, true, Patience.USUAL);
  private final TeamsCredentials credentials = workspace.credentials();

  @AfterEach
  void stop() {
    connector.close();
  }

  private void later(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private Delivery.Later failure() {
    NotSent failed = catchThrowableOfType(NotSent.class, () -> credentials.token(BOT));
    return (Delivery.Later) failed.delivery();
  }

  @Test
  void aTokenIsAskedForOnceAndKept() throws NotSent {
    assertThat(credentials.token(BOT)).isEqualTo("first");
    assertThat(credentials.token(BOT)).isEqualTo("first");
    assertThat(connector.signIns())
        .singleElement()
        .asString()
        .contains(
            "grant_type=client_credentials",
            "client_id=app-id",
            "client_secret=hush",
            "scope=https%3A%2F%2Fapi.botframework.com%2F.default");
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndTheOldOneServesWhileThatFails() throws NotSent {
    assertThat(credentials.token(BOT)).isEqualTo("first");
    later(Duration.ofMinutes(56));
    connector.signIn(aResponse().withStatus(503));
    assertThat(credentials.token(BOT)).isEqualTo("first");
    connector.signIn(okJson("{\"access_token\":\"second\",\"expires_in\":3600}"));
    later(Duration.ofSeconds(3));
    assertThat(credentials.token(BOT)).isEqualTo("second");
    assertThat(workspace.health().facts().troubles()).isEmpty();
  }

  @Test
  void aTokenThatIsGoodForAFewMinutesOnlyIsKeptToo() throws NotSent {
    connector.signIn(okJson("{\"access_token\":\"first\",\"expires_in\":240}"));
    assertThat(credentials.token(BOT)).isEqualTo("first");
    assertThat(credentials.token(BOT)).isEqualTo("first");
    assertThat(connector.signIns()).hasSize(1);
    later(Duration.ofMinutes(3));
    assertThat(credentials.token(BOT)).isEqualTo("first");
    assertThat(connector.signIns()).hasSize(2);
  }

  @Test
  void manyCallersMakeOneQuestion() throws Exception {
    connector.signIn(
        okJson("{\"access_token\":\"first\",\"expires_in\":3600}").withFixedDelay(300));
    List<Future<String>> tokens = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 20; n++) {
        tokens.add(threads.submit(() -> credentials.token(BOT)));
      }
    }
    for (Future<String> token : tokens) {
      assertThat(token.get()).isEqualTo("first");
    }
    assertThat(connector.signIns()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "AADSTS700016, not in this tenant",
    "AADSTS7000215, not its id",
    "AADSTS7000222, expired",
    "AADSTS7000229, service principal",
    "AADSTS90002, teams.tenant-id",
    "AADSTS50034, teams.app-id"
  })
  void aRefusedSignInSaysWhatToMend(String code, String mend) {
    connector.signIn(
        okJson(
                "{\"error\":\"invalid_client\",\"error_description\":\""
                    + code
                    + ": something long\"}")
            .withStatus(401));
    assertThat(failure().mend()).contains(mend);
    assertThat(workspace.health().facts().troubles())
        .singleElement()
        .satisfies(
            trouble -> {
              assertThat(trouble.where()).isEqualTo("sign-in");
              assertThat(trouble.what()).contains("AADSTS").doesNotContain("something long");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"503", "slow", "cut", "html", "empty"})
  void aSignInThatDoesNotAnswerIsTriedLaterAndNotAskedByEveryCall(String how) {
    connector.signIn(
        switch (how) {
          case "503" -> aResponse().withStatus(503);
          case "slow" -> okJson("{\"access_token\":\"x\",\"expires_in\":60}").withFixedDelay(4_000);
          case "cut" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
          case "html" -> aResponse().withBody("<html>");
          default -> okJson("{}");
        });
    long began = System.nanoTime();
    assertThat(failure().mend()).contains("teams.login-url");
    assertThat(failure().mend()).contains("teams.login-url");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    assertThat(connector.signIns()).hasSizeLessThanOrEqualTo(1);
    assertThat(workspace.chat().notice(TeamsSamples.DESK, TeamsSamples.THREAD, "b", "x"))
        .isInstanceOf(Delivery.Later.class);
    assertThat(connector.asked()).isEmpty();
  }

  @Test
  void microsoftsSignInIsKnownFromAnyOther() {
    assertThat(Set.of(TeamsSettings.LOGIN, URI.create("https://login.microsoftonline.us/")))
        .allMatch(MicrosoftSignIn::isMicrosofts);
    assertThat(
            Set.of(
                URI.create("http://login.microsoftonline.com/"),
                URI.create("https://login.microsoftonline.com.evil.example/"),
                URI.create("http://127.0.0.1:1/login/")))
        .noneMatch(MicrosoftSignIn::isMicrosofts);
  }

  @Test
  void neitherATokenNorASecretIsWrittenAnywhere() throws NotSent {
    assertThat(new SignIn.Token("hush", Duration.ofHours(1)).toString()).doesNotContain("hush");
    assertThat(connector.settings().toString()).doesNotContain("hush");
  }
}
