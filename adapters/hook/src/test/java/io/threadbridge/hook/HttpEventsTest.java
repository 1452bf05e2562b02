package io.threadbridge.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.EventFeed.Event;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpEventsTest {
  private static final SiteName SHOP = new SiteName("shop");
  private static final int BODY_MAX = 64 * 1_024;

  private final WireMockServer warehouse = new WireMockServer(options().dynamicPort());
  private final ManualClock clock = new ManualClock(Samples.NOON);

  @BeforeEach
  void start() {
    warehouse.start();
  }

  @AfterEach
  void stop() {
    warehouse.stop();
  }

  private Delivery publish(Event... events) {
    HookTarget target =
        new HookTarget(
            URI.create(warehouse.baseUrl() + "/in"), "s3cret", HookTarget.Format.THREADBRIDGE);
    Map<SiteName, HookTarget> targets = Map.of(SHOP, target);
    try (HttpEvents feed = new HttpEvents(targets, clock, Duration.ofSeconds(1))) {
      return feed.publish(SHOP, List.of(events));
    }
  }

  private Delivery answered(ResponseDefinitionBuilder answer) {
    warehouse.stubFor(any(anyUrl()).willReturn(answer));
    return publish(event(7, Fact.of(Kind.BEGUN)));
  }

  private static Event event(int step, Fact... facts) {
    return new Event("5f1c:" + step, "5f1c", noted("/paper", "en", Optional.empty(), facts));
  }

  private static Noted noted(String page, String language, Optional<String> staff, Fact... facts) {
    ZoneId zone = ZoneId.of("Europe/Helsinki");
    DeskRef desk = new DeskRef("slack:C1");
    return new Noted(SHOP, desk, Samples.NOON, zone, language, page, staff, List.of(facts));
  }

  private LoggedRequest request() {
    List<LoggedRequest> requests =
        warehouse.getAllServeEvents().stream()
            .map(served -> LoggedRequest.createFrom(served.getRequest()))
            .toList();
    assertThat(requests).hasSize(1);
    return requests.getFirst();
  }

  @Test
  void eventsOfAConversationAreOneBodyInOrder() {
    warehouse.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    Delivery delivery =
        publish(
            event(7, Fact.of(Kind.BEGUN)),
            event(9, new Fact(Kind.FIRST_ANSWER, 7_310), new Fact(Kind.SILENCE_ENDED, 0)));

    assertThat(delivery).isInstanceOf(Delivery.Done.class);
    assertThat(request().getBodyAsString())
        .isEqualTo(
            """
            {"event":"conversation.steps","site":"shop","events":[\
            {"id":"5f1c:7",%1$s{"kind":"begun"}]},\
            {"id":"5f1c:9",%1$s{"kind":"first-answer","millis":7310},\
            {"kind":"silence-ended","millis":0}]}]}\
            """,
            """
            "conversation":"5f1c","site":"shop","desk":"slack:C1",\
            "at":"2035-06-04T12:00:00Z","zone":"Europe/Helsinki","language":"en",\
            "page":"/paper","facts":[\
            """);
  }

  @Test
  void theyAreSignedAsWebhooksAre() {
    warehouse.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    Delivery _ = publish(event(7, Fact.of(Kind.BEGUN)));

    byte[] body = request().getBody();
    assertThat(request().getHeader("Threadbridge-Signature"))
        .isEqualTo(HookSignature.of(body, "s3cret", Samples.NOON));
    assertThat(request().getHeader("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void aPersonIsNamedOnlyWhereTheSiteCountsPerPerson() {
    Noted noted = noted("/", "en", Optional.of("slack:U1"), Fact.of(Kind.BEGUN));

    assertThat(new String(EventBodies.of(SHOP, List.of(new Event("a:1", "a", noted))), UTF_8))
        .contains("\"staff\":\"slack:U1\"");
    assertThat(new String(EventBodies.of(SHOP, List.of(event(1))), UTF_8)).doesNotContain("staff");
  }

  @Test
  void theLargestBodyIsWithinItsBound() {
    Fact longest = new Fact(Kind.ENDED_GONE_AFTER_ANSWER, Bins.MILLIS_MAX);
    Fact[] facts =
        Collections.nCopies(EventFeed.FACTS_MAX / EventFeed.EVENTS_MAX, longest)
            .toArray(Fact[]::new);
    String page = "/" + "\uD83D\uDE00".repeat(79);
    Noted noted = noted(page, "zh-Hant-TW", Optional.of("teams:" + "0".repeat(36)), facts);
    String conversation = "0".repeat(32);
    Event event = new Event(conversation + ":" + Long.MAX_VALUE, conversation, noted);

    byte[] body = EventBodies.of(SHOP, Collections.nCopies(EventFeed.EVENTS_MAX, event));

    assertThat(body.length).isBetween(BODY_MAX / 2, BODY_MAX);
  }

  @ParameterizedTest
  @EnumSource
  void theManualNamesEveryKindThatIsTold(Kind kind) throws IOException {
    List<Kind> followsFromLengths =
        List.of(Kind.ANSWERED_SOON, Kind.ANSWERED_IN_A_MINUTE, Kind.WAITED_LONG);
    String manual = Files.readString(Path.of("../../docs/webhooks.md"));

    assertThat(manual.contains("`" + EventBodies.name(kind) + "`"))
        .isEqualTo(!followsFromLengths.contains(kind));
  }

  @ParameterizedTest
  @CsvSource({"429, 7, 7", "503, 7, 7", "429, , 10", "429, 86400, 120"})
  void aBusyWarehouseIsLeftAloneForAsLongAsItSaysWithinReason(
      int status, String retryAfter, int seconds) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status);
    Delivery delivery =
        answered(retryAfter == null ? answer : answer.withHeader("Retry-After", retryAfter));

    assertThat(delivery)
        .asInstanceOf(type(Delivery.Later.class))
        .satisfies(later -> assertThat(later.after()).hasSeconds(seconds))
        .satisfies(later -> assertThat(later.mend()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 408})
  void whereSomethingMustBeMendedItComesAgainAndSomebodyIsTold(int status) {
    assertThat(answered(aResponse().withStatus(status)))
        .asInstanceOf(type(Delivery.Later.class))
        .satisfies(later -> assertThat(later.mend()).contains("sites.<name>.events"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308, 400, 409, 410, 413, 422})
  void whatIsRefusedIsNotRepeated(int status) {
    assertThat(answered(aResponse().withStatus(status))).isInstanceOf(Delivery.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aWarehouseThatFailedMayHaveTakenThem(int status) {
    assertThat(answered(aResponse().withStatus(status))).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void aWarehouseThatHangsIsLeftAfterTheTimeout() {
    assertThat(answered(aResponse().withStatus(200).withFixedDelay(3_000)))
        .isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void aCutConnectionMayHaveTakenThem() {
    assertThat(answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
        .isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void aWarehouseThatIsNotThereIsNotTold() {
    HookTarget gone =
        new HookTarget(URI.create(warehouse.baseUrl()), "s3cret", HookTarget.Format.THREADBRIDGE);
    warehouse.stop();
    try (HttpEvents feed = new HttpEvents(Map.of(SHOP, gone), clock, Duration.ofSeconds(1))) {
      assertThat(feed.publish(SHOP, List.of(event(1)))).isInstanceOf(Delivery.Later.class);
    }
  }

  @Test
  void aSiteThatHasNoWarehouseAnyMoreOwesNothing() {
    try (HttpEvents feed = new HttpEvents(Map.of(), clock)) {
      assertThat(feed.publish(SHOP, List.of(event(1)))).isInstanceOf(Delivery.Refused.class);
    }
  }
}
