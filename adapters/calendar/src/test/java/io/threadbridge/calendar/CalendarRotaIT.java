package io.threadbridge.calendar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.contract.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A calendar on a server that answers, does not, or answers nonsense.
final class CalendarRotaIT {
  private static final String LATE = "in time";
  private static final String PATH = "/private-0123456789/rota.ics";
  private static final Staff ANNA = new Staff("slack:U0ANNA", "Anna", Optional.empty());
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  /// Long enough for an answer on a busy machine, and short for one that does not come.
  private static final Duration IMPATIENT = Duration.ofMillis(1_500);

  private static final String DAILY =
      Ics.calendar(
          "SUMMARY:Anna A\nRRULE:FREQ=DAILY\nDTSTART:20260301T070000Z\nDTEND:20260301T150000Z",
          "SUMMARY:Dentist\nDTSTART:20260303T070000Z\nDTEND:20260303T150000Z");

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final ManualClock clock = new ManualClock(NOW);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private CalendarRota rota(Duration timeout) {
    URI address = URI.create(server.baseUrl() + PATH);
    ZoneId zone = ZoneId.of("Europe/Helsinki");
    return new CalendarRota(address, Map.of("Anna A", ANNA), zone, timeout);
  }

  private CalendarRota rota() {
    return rota(CalendarRota.TIMEOUT);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(get(PATH).willReturn(answer));
  }

  @Test
  void whatTheCalendarSaysIsInForceUntilItSaysOtherwise() throws InterruptedException {
    CalendarRota rota = rota();
    answers(ok(DAILY));

    assertThat(rota.at(NOW)).isEmpty();
    assertThat(rota.status()).isEqualTo(CalendarStatus.UNKNOWN);
    CalendarStatus status = rota.refresh(clock.instant());

    assertThat(status).isEqualTo(rota.status());
    assertThat(status.lastGood()).contains(NOW);
    assertThat(status.awaySince()).isEmpty();
    assertThat(status.problem()).isEmpty();
    assertThat(status.shifts()).isEqualTo(61);
    assertThat(status.unnamed()).isEqualTo(1);
    assertThat(rota.at(NOW)).containsExactly(ANNA);
    assertThat(rota.nextChange(NOW)).contains(Instant.parse("2026-03-02T15:00:00Z"));

    answers(ok(Ics.calendar()));
    rota.refresh(clock.instant());
    assertThat(rota.at(NOW)).isEmpty();
  }

  @Test
  void unchangedItIsReadOnForTheDaysToCome() throws InterruptedException {
    CalendarRota rota = rota();
    answers(ok(DAILY).withHeader("ETag", "\"one\""));
    rota.refresh(clock.instant());
    Instant later = clock.advance(Duration.ofDays(90));
    assertThat(rota.at(later)).isEmpty();

    server.resetAll();
    server.stubFor(
        get(PATH)
            .withHeader("If-None-Match", equalTo("\"one\""))
            .willReturn(aResponse().withStatus(304)));
    CalendarStatus status = rota.refresh(clock.instant());

    assertThat(status.lastGood()).contains(later);
    assertThat(rota.at(later)).containsExactly(ANNA);
  }

  @Test
  void notModifiedWithoutHavingAskedIsAFault() throws InterruptedException {
    answers(aResponse().withStatus(304));

    assertThat(rota().refresh(clock.instant()).problem()).contains("its address answers 304");
  }

  private static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("gone", aResponse().withStatus(404), "answers 404"),
        Arguments.of("broken", aResponse().withStatus(500).withBody(DAILY), "answers 500"),
        Arguments.of("empty", aResponse().withStatus(204), "answers 204"),
        Arguments.of("slow", ok(DAILY).withFixedDelay(15_000), LATE),
        Arguments.of("trickling", ok(DAILY).withChunkedDribbleDelay(10, 15_000), LATE),
        Arguments.of("cut", fault(Fault.MALFORMED_RESPONSE_CHUNK), "breaks off"),
        Arguments.of("closed", fault(Fault.EMPTY_RESPONSE), "breaks off"),
        Arguments.of("reset", fault(Fault.CONNECTION_RESET_BY_PEER), "breaks off"),
        Arguments.of("garbage", fault(Fault.RANDOM_DATA_THEN_CLOSE), "breaks off"),
        Arguments.of("half", ok(DAILY.substring(0, DAILY.length() / 2)), "not understood"),
        Arguments.of("nothing", ok(""), "not understood"),
        Arguments.of("a page", ok("<html>Please log in</html>"), "not understood"),
        Arguments.of("too large", ok(DAILY + "x".repeat(1_000_000)), "larger than 1000000"),
        Arguments.of("elsewhere", temporaryRedirect("https://127.0.0.1:1/x"), "away from http"),
        Arguments.of("nowhere", temporaryRedirect("http://"), "redirects to what is no address"),
        Arguments.of("in circles", temporaryRedirect(PATH), "more than 5 times"),
        Arguments.of("pointless", aResponse().withStatus(302), "answers 302"));
  }

  private static ResponseDefinitionBuilder fault(Fault fault) {
    return aResponse().withFault(fault);
  }

  /// The last good one stays in force, and its status says since when it is the last.
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whileItIsAwayTheLastGoodOneIsInForce(
      String name, ResponseDefinitionBuilder fault, String problem) throws InterruptedException {
    CalendarRota rota = rota(problem.equals(LATE) ? IMPATIENT : CalendarRota.TIMEOUT);
    answers(ok(DAILY));
    rota.refresh(clock.instant());
    Instant away = clock.advance(Duration.ofMinutes(5));
    answers(fault);
    rota.refresh(clock.instant());
    clock.advance(Duration.ofMinutes(5));
    CalendarStatus status = rota.refresh(clock.instant());

    assertThat(status.lastGood()).as(name).contains(NOW);
    assertThat(status.awaySince()).contains(away);
    assertThat(status.problem()).hasValueSatisfying(told -> assertThat(told).contains(problem));
    assertThat(status.problem().orElseThrow()).doesNotContain("private");
    assertThat(status.shifts()).isEqualTo(61);
    assertThat(rota.at(NOW)).containsExactly(ANNA);

    answers(ok(DAILY));
    assertThat(rota.refresh(clock.instant()).awaySince()).isEmpty();
  }

  @Test
  void whoIsNotThereAtAllIsAwayFromTheStart() throws InterruptedException {
    CalendarRota rota = rota();
    server.stop();
    CalendarStatus status = rota.refresh(clock.instant());

    assertThat(status.lastGood()).isEmpty();
    assertThat(status.awaySince()).contains(NOW);
  }

  @Test
  void redirectsWithinTheSchemeAreFollowed() throws InterruptedException {
    answers(temporaryRedirect("/moved.ics"));
    server.stubFor(get("/moved.ics").willReturn(ok(DAILY)));
    CalendarRota rota = rota();
    rota.refresh(clock.instant());

    assertThat(rota.at(NOW)).containsExactly(ANNA);
    server.verify(1, getRequestedFor(urlEqualTo("/moved.ics")));
  }

  @Test
  void aCalendarOfNobodyIsNone() {
    URI address = URI.create(server.baseUrl() + PATH);
    assertThatThrownBy(() -> new CalendarRota(address, Map.of(), ZoneId.of("UTC")))
        .hasMessageContaining("1 to 50 people");
  }
}
