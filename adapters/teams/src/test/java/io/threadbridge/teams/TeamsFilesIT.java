package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.threadbridge.teams.TeamsSamples.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.sun.net.httpserver.HttpServer;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.teams.AttachedFiles.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of each answer when a picture is looked at, or opened.
class TeamsFilesIT {
  private static final Duration WITHIN = Duration.ofSeconds(1);
  private static final String PATH = "attachments/0-weu-d8-c0ee/views/original";
  private static final String PLACE = "pictures in " + TeamsSamples.TEAM;
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13
  };

  private final PretendConnector connector = new PretendConnector();
  private final TeamsWorkspace workspace =
      connector.workspace(
          InstantSource.fixed(TeamsSamples.NOW), true, new Patience(WITHIN, WITHIN, WITHIN));

  @AfterEach
  void stop() {
    connector.close();
  }

  private String address() {
    return connector.base() + "/teams/v3/" + PATH;
  }

  private FileBytes open(String address) {
    return workspace.chat().open(DESK, address);
  }

  private static InputStream stream(FileBytes bytes) {
    assertThat(bytes).isInstanceOf(FileBytes.Open.class);
    return ((FileBytes.Open) bytes).stream();
  }

  private static ResponseDefinitionBuilder picture(byte[] bytes) {
    return unmeasured(bytes).withHeader("Content-Length", Integer.toString(bytes.length));
  }

  private static ResponseDefinitionBuilder unmeasured(byte[] bytes) {
    return aResponse().withHeader("Content-Type", "image/jpeg").withBody(bytes);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private List<String> mends() {
    return workspace.health().facts().troubles().stream()
        .filter(trouble -> trouble.where().equals(PLACE))
        .map(TeamsHealth.Trouble::what)
        .toList();
  }

  @Test
  void aPictureIsReadWithOurTokenAsItWasPosted() throws IOException {
    byte[] bytes = bytes((int) SharedFile.SIZE_MAX);
    connector.answersTo("first", "GET", PATH, picture(bytes));
    try (InputStream stream = stream(open(address()))) {
      assertThat(stream.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void aTokenThatIsNotTakenIsChangedOnce() throws IOException {
    connector.answers("GET", PATH, aResponse().withStatus(401));
    connector.answersTo("second", "GET", PATH, picture(PNG));
    connector.signIn(okJson("{\"access_token\":\"first\",\"expires_in\":3600}"));
    assertThat(open(address())).isInstanceOf(FileBytes.Later.class);
    assertThat(mends()).containsExactly("HTTP 401");
    connector.signIn(okJson("{\"access_token\":\"second\",\"expires_in\":3600}"));
    try (InputStream stream = stream(open(address()))) {
      assertThat(stream.readAllBytes()).isEqualTo(PNG);
    }
    assertThat(mends()).isEmpty();
  }

  static Stream<ResponseDefinitionBuilder> answersAfterWhichItIsGone() {
    return Stream.of(
        aResponse().withStatus(404),
        aResponse().withStatus(410),
        aResponse().withStatus(400),
        picture(bytes((int) SharedFile.SIZE_MAX + 1)));
  }

  @ParameterizedTest
  @MethodSource("answersAfterWhichItIsGone")
  void whatIsNotThereOrIsTooLargeIsGone(ResponseDefinitionBuilder answer) {
    connector.answers("GET", PATH, answer);
    assertThat(open(address())).isInstanceOf(FileBytes.Gone.class);
    assertThat(mends()).isEmpty();
  }

  static Stream<ResponseDefinitionBuilder> answersAfterWhichItIsTriedAgain() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(502).withBody("<html>Bad gateway</html>"),
        aResponse().withStatus(503),
        aResponse().withStatus(408),
        aResponse().withStatus(412),
        picture(PNG).withFixedDelay(4_000),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  @ParameterizedTest
  @MethodSource("answersAfterWhichItIsTriedAgain")
  void whatTellsNothingIsTriedAgainSoon(ResponseDefinitionBuilder answer) {
    connector.answers("GET", PATH, answer);
    assertThat(open(address()))
        .isInstanceOfSatisfying(
            FileBytes.Later.class,
            later ->
                assertThat(later.after())
                    .isBetween(Duration.ofMillis(500), TeamsErrors.RATE_PAUSE));
    assertThat(mends()).isEmpty();
  }

  @Test
  void whoeverIsTooFastWaitsAsLongAsTeamsSays() {
    connector.answers("GET", PATH, aResponse().withStatus(429).withHeader("Retry-After", "9"));
    assertThat(open(address()))
        .isInstanceOfSatisfying(
            FileBytes.Later.class,
            later ->
                assertThat(later.after()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(12)));
  }

  @Test
  void noRedirectIsFollowedWithTheToken() {
    String elsewhere = connector.base() + "/teams/v3/attachments/other/views/original";
    connector.answers("GET", "attachments/other/views/original", picture(PNG));
    connector.answers("GET", PATH, aResponse().withStatus(302).withHeader("Location", elsewhere));
    assertThat(open(address())).isInstanceOf(FileBytes.Later.class);
    assertThat(connector.asked()).containsExactly("GET " + PATH);
    assertThat(mends()).containsExactly("HTTP 302");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "file:///etc/passwd",
        "http://localhost:1/teams/v3/attachments/0/views/original",
        "https://smba.example.net/emea/v3/attachments/0/views/original",
        "https://us-api.asm.skype.com/v1/objects/0/views/imgo",
        "$/teams/v3/conversations/19:channel@thread.tacv2/pagedmembers",
        "$/teams/v3/attachments/0",
        "$/teams/v3/attachments/0/views/../../../teams/19:team@thread.tacv2",
      })
  void noOtherAddressIsAskedAndNoTokenIsFetchedForIt(String address) {
    String written = address.replace("$", connector.base());
    assertThat(open(written)).isInstanceOf(FileBytes.Gone.class);
    assertThat(workspace.files().known(DESK, List.of(posted(1, "", "image/*", written)))).isEmpty();
    assertThat(connector.asked()).isEmpty();
    assertThat(connector.signIns()).isEmpty();
  }

  @Test
  void whatIsLargerThanItSaidFailsAndIsReadNoFurther() throws IOException {
    byte[] bytes = bytes((int) SharedFile.SIZE_MAX + 1);
    connector.answers("GET", PATH, unmeasured(bytes));
    try (InputStream stream = stream(open(address()))) {
      assertThatIOException().isThrownBy(stream::readAllBytes).withMessageContaining("larger");
    }
  }

  @Test
  void whatBreaksOffFails() throws IOException {
    connector.answers("GET", PATH, unmeasured(PNG).withHeader("Content-Length", "100"));
    try (InputStream stream = stream(open(address()))) {
      assertThatIOException().isThrownBy(stream::readAllBytes);
    }
  }

  @Test
  void whatStopsComingFails() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(PNG);
          exchange.getResponseBody().flush();
        });
    server.start();
    TeamsDownloads downloads = new TeamsDownloads(BearerCalls.plainClient(true), _ -> true, WITHIN);
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/teams/v3/" + PATH;
    TeamsReply<TeamsDownloads.Download> reply =
        downloads.begin(downloads.address(url).orElseThrow(), WITHIN);
    assertThat(reply).isInstanceOf(TeamsReply.Fine.class);
    try (var download = ((TeamsReply.Fine<TeamsDownloads.Download>) reply).answer()) {
      assertThatIOException().isThrownBy(download.body()::bytes);
    } finally {
      server.stop(0);
    }
  }

  private Picture posted(int number, String name, String type, String address) {
    return new Picture("1772441990012-" + number, number, name, type, address);
  }

  private SharedFile known(String name, String type, ResponseDefinitionBuilder answer) {
    connector.answers("GET", PATH, answer);
    List<SharedFile> known =
        workspace.files().known(DESK, List.of(posted(2, name, type, address())));
    assertThat(known).hasSize(1);
    return known.getFirst();
  }

  private SharedFile file(String name, String type, long size) {
    SharedFile.Source source = new SharedFile.Source.OnDesk(DESK, address());
    return new SharedFile("1772441990012-2", name, type, size, source);
  }

  @Test
  void theKindOfAPictureIsWhatItsBytesSayAndItsSizeWhatTeamsSays() {
    assertThat(known("", "image/*", picture(PNG))).isEqualTo(file("image-2.png", "image/png", 12));
    assertThat(known("Boat \u202e.png", "image/*", picture(PNG)))
        .isEqualTo(file("Boat .png", "image/png", 12));
    assertThat(known("", "image/*", picture(bytes(20))))
        .isEqualTo(file("image-2.jpg", "image/jpeg", 20));
    assertThat(known("", "image/*", unmeasured(PNG)))
        .isEqualTo(file("image-2.png", "image/png", 0));
    assertThat(known("x".repeat(200), "image/*", picture(PNG)).name())
        .hasSizeLessThanOrEqualTo(SharedFile.NAME_MAX);
  }

  @Test
  void whatCannotBeLookedAtNowIsPassedOnWithoutItsSize() {
    assertThat(known("", "image/*", aResponse().withStatus(503)))
        .isEqualTo(file("image-2.png", "image/png", 0));
    assertThat(known("", "image/gif", picture(PNG).withFixedDelay(4_000)))
        .isEqualTo(file("image-2.gif", "image/gif", 0));
    assertThat(known("", "image/*", aResponse().withStatus(429)))
        .isEqualTo(file("image-2.png", "image/png", 0));
  }

  static Stream<ResponseDefinitionBuilder> answersAfterWhichItIsNotPassedOn() {
    return Stream.of(
        aResponse().withStatus(401),
        aResponse().withStatus(403),
        aResponse().withStatus(404),
        aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>"),
        picture(bytes((int) SharedFile.SIZE_MAX + 1)));
  }

  @ParameterizedTest
  @MethodSource("answersAfterWhichItIsNotPassedOn")
  void whatIsRefusedIsNoPictureOrIsTooLargeIsNotPassedOn(ResponseDefinitionBuilder answer) {
    connector.answers("GET", PATH, answer);
    connector.answers("GET", "attachments/2/views/original", picture(PNG));
    String other = connector.base() + "/teams/v3/attachments/2/views/original";
    List<Picture> two = List.of(posted(1, "", "image/*", address()), posted(2, "", "", other));
    assertThat(workspace.files().known(DESK, two))
        .extracting(SharedFile::id)
        .containsExactly("1772441990012-2");
  }

  @Test
  void thatPicturesAreRefusedIsToldUntilOneIsSeen() {
    connector.answers("GET", PATH, aResponse().withStatus(403));
    List<Picture> one = List.of(posted(1, "", "image/*", address()));
    assertThat(workspace.files().known(DESK, one)).isEmpty();
    assertThat(mends()).containsExactly("HTTP 403");
    connector.answers("GET", PATH, picture(PNG));
    assertThat(workspace.files().known(DESK, one)).hasSize(1);
    assertThat(mends()).isEmpty();
  }

  @Test
  void manyPicturesAreLookedAtTogether() {
    connector.answers("GET", PATH, picture(PNG).withFixedDelay(500));
    List<Picture> many =
        Stream.iterate(1, number -> number + 1)
            .limit(SharedFile.PER_MESSAGE_MAX)
            .map(number -> posted(number, "", "image/*", address()))
            .toList();
    long before = System.nanoTime();
    assertThat(workspace.files().known(DESK, many)).hasSize(SharedFile.PER_MESSAGE_MAX);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
  }
}
