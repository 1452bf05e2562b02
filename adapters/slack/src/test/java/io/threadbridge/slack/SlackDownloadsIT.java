package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of fetching a file that somebody posted, whatever Slack answers.
@Timeout(SlackDownloadsIT.SECONDS_MAX)
class SlackDownloadsIT {
  static final int SECONDS_MAX = 30;

  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final Duration PATIENCE = Duration.ofMillis(2_500);
  private static final String TOKEN = "Bearer xoxb-test";
  private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2};
  private static final String SIGN_IN = "<!DOCTYPE html><html><body>Sign in</body></html>";

  private final PretendApi api = new PretendApi();
  private final PretendApi elsewhere = new PretendApi();
  private final SlackWorkspace workspace =
      new SlackWorkspace(
          api.settings(false),
          InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")),
          TestWords::everywhere,
          PATIENCE,
          PATIENCE);

  @AfterEach
  void stop() {
    api.close();
    elsewhere.close();
  }

  private FileBytes open(String address, String mimetype) {
    api.answers(
        "files.info",
        """
        {"ok":true,"file":{"id":"F0A","name":"a","mode":"hosted","mimetype":"%s","size":7,
         "url_private_download":"%s"}}"""
            .formatted(mimetype, address));
    return workspace.chat().open(DESK, "F0A");
  }

  private FileBytes open(String address) {
    return open(address, "image/png");
  }

  private static ResponseDefinitionBuilder png() {
    return aResponse().withHeader("Content-Type", "image/png").withBody(BYTES);
  }

  private static byte[] read(FileBytes bytes) throws IOException {
    assertThat(bytes).isInstanceOf(FileBytes.Open.class);
    try (InputStream stream = ((FileBytes.Open) bytes).stream()) {
      return stream.readAllBytes();
    }
  }

  private List<String> mends() {
    return workspace.health().facts().troubles().stream().map(SlackHealth.Trouble::mend).toList();
  }

  @Test
  void aFileIsReadWithTheToken() throws IOException {
    assertThat(read(open(api.serves("/a.png", png())))).isEqualTo(BYTES);
    assertThat(api.authorizations("/a.png")).containsExactly(TOKEN);
    assertThat(api.calls("files.info")).singleElement().hasToString("{file=F0A}");
  }

  @Test
  void aRedirectionIsFollowedAndTheTokenStaysWithSlack() throws IOException {
    String other = elsewhere.serves("/cdn/a.png", png());
    String second =
        api.serves("/second", aResponse().withStatus(302).withHeader("Location", other));
    String first = api.serves("/first", aResponse().withStatus(307).withHeader("Location", second));

    assertThat(read(open(first))).isEqualTo(BYTES);
    assertThat(api.authorizations("/second")).containsExactly(TOKEN);
    assertThat(elsewhere.authorizations("/cdn/a.png")).containsExactly("");
  }

  @Test
  void aCircleOfRedirectionsIsLeft() {
    String round =
        api.serves("/round", aResponse().withStatus(302).withHeader("Location", "/round"));

    assertThat(open(round)).isInstanceOf(FileBytes.Later.class);
    assertThat(api.authorizations("/round")).hasSize(4);
  }

  @Test
  void anAddressThatIsNotSlacksIsNeverAskedForAFile() {
    assertThat(open(elsewhere.serves("/a.png", png()))).isInstanceOf(FileBytes.Gone.class);
    assertThat(elsewhere.authorizations("/a.png")).isEmpty();
  }

  @Test
  void aPageToSignInOnIsNoFileAndSomebodyIsToldHowToMendIt() {
    String page = api.serves("/a.png", ok(SIGN_IN).withHeader("Content-Type", "text/html"));

    assertThat(open(page))
        .isEqualTo(new FileBytes.Later(SlackErrors.MEND_PAUSE, "asked to sign in"));
    assertThat(mends()).singleElement().asString().contains("files:read");
  }

  @Test
  void anHtmlFileIsAFile() throws IOException {
    String page =
        api.serves(
            "/a.html",
            ok("<html/>")
                .withHeader("Content-Type", "text/html")
                .withHeader("Content-Length", "7"));

    assertThat(read(open(page, "text/html"))).asString().isEqualTo("<html/>");
  }

  @Test
  void whatIsMendedIsNotToldAnyLonger() throws IOException {
    open(api.serves("/no", ok(SIGN_IN).withHeader("Content-Type", "text/html")));
    assertThat(read(open(api.serves("/yes", png())))).isEqualTo(BYTES);
    assertThat(mends()).isEmpty();
  }

  @Test
  void bytesThatAreNotThereYetAreAskedForAgain() throws IOException {
    String soon = api.servesOnceThen("/soon", aResponse().withStatus(404), png());
    assertThat(read(open(soon))).isEqualTo(BYTES);

    String never = api.serves("/never", aResponse().withStatus(404));
    assertThat(open(never)).isInstanceOf(FileBytes.Later.class);
    assertThat(api.authorizations("/never")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":false,\"error\":\"file_not_found\"}",
        "{\"ok\":false,\"error\":\"file_deleted\"}",
        "{\"ok\":true,\"file\":{\"id\":\"F0A\",\"mode\":\"tombstone\"}}",
        "{\"ok\":true,\"file\":{\"id\":\"F0A\",\"mode\":\"hidden_by_limit\"}}",
        "{\"ok\":true,\"file\":{\"id\":\"F0A\",\"mode\":\"hosted\",\"size\":99999999}}",
        "{\"ok\":true,\"file\":{\"id\":\"F0A\",\"mode\":\"hosted\",\"size\":9}}",
        "{\"ok\":true}",
      })
  void whatWasDeletedOrCannotBeHadIsGone(String info) {
    api.answers("files.info", info);
    assertThat(workspace.chat().open(DESK, "F0A")).isInstanceOf(FileBytes.Gone.class);
  }

  @Test
  void aMissingScopeIsToldToWhoeverCanMendIt() {
    api.answers(
        "files.info", "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"files:read\"}");

    assertThat(workspace.chat().open(DESK, "F0A"))
        .isEqualTo(new FileBytes.Later(SlackErrors.MEND_PAUSE, "missing_scope"));
    assertThat(mends()).singleElement().asString().contains("files:read");
  }

  static Stream<ResponseDefinitionBuilder> answersWithoutAFile() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(503),
        aResponse().withStatus(403),
        aResponse().withStatus(302),
        aResponse().withStatus(302).withHeader("Location", "gopher://x"),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  @ParameterizedTest
  @MethodSource("answersWithoutAFile")
  void aSlackThatIsInTroubleIsAskedLater(ResponseDefinitionBuilder answer) {
    assertThat(open(api.serves("/a.png", answer))).isInstanceOf(FileBytes.Later.class);
    api.answers("files.info", answer);
    assertThat(workspace.chat().open(DESK, "F0A")).isInstanceOf(FileBytes.Later.class);
  }

  @Test
  void aSlackThatIsAskedTooOftenSaysForHowLongToWait() {
    ResponseDefinitionBuilder busy = aResponse().withStatus(429).withHeader("Retry-After", "17");
    FileBytes later = new FileBytes.Later(Duration.ofSeconds(17), "rate");

    assertThat(open(api.serves("/a.png", busy))).isEqualTo(later);
    api.answers("files.info", busy);
    assertThat(workspace.chat().open(DESK, "F0A")).isEqualTo(later);
  }

  @Test
  void aSlackThatNeverBeginsToAnswerIsLeftInTime() {
    String slow = api.serves("/slow", png().withFixedDelay(20_000));
    assertThat(open(slow)).isInstanceOf(FileBytes.Later.class);
  }

  @Test
  void whatIsLargerThanItMayBeIsNotReadToItsEnd() {
    byte[] large = new byte[(int) SharedFile.SIZE_MAX + 1];
    String told =
        api.serves(
            "/told",
            png().withBody(large).withHeader("Content-Length", Integer.toString(large.length)));
    assertThat(open(told)).isInstanceOf(FileBytes.Gone.class);

    FileBytes untold = open(api.serves("/untold", png().withBody(large)));
    assertThatIOException().isThrownBy(() -> read(untold)).withMessageContaining("larger");
  }

  @Test
  void bytesThatBreakOffAreNotTakenForAFile() {
    FileBytes broken =
        open(
            api.serves(
                "/broken",
                png().withBody(new byte[100_000]).withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    assertThatIOException().isThrownBy(() -> read(broken));
  }
}
