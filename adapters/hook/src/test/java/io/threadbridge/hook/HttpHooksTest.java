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
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.HookCall;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.hook.HookTarget.Format;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HttpHooksTest {
  private static final SiteName SHOP = new SiteName("shop");
  private static final HookCall CALL =
      new HookCall(
          "conversation-1:hook-7",
          new ConversationId("conversation-1"),
          SHOP,
          "Andriy \"the\" sailor",
          Samples.NOON.minusSeconds(200),
          Samples.NOON);

  private final WireMockServer service = new WireMockServer(options().dynamicPort());
  private final ManualClock clock = new ManualClock(Samples.NOON);

  @BeforeEach
  void start() {
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private void answers(ResponseDefinitionBuilder answer) {
    service.stubFor(any(anyUrl()).willReturn(answer));
  }

  private Delivery call(Format format) {
    HookTarget target =
        new HookTarget(URI.create(service.baseUrl() + "/alerts?team=1"), "s3cret", format);
    return call(Map.of(SHOP, target));
  }

  private Delivery call(Map<SiteName, HookTarget> targets) {
    Optional<URI> link = Optional.of(URI.create("https://slack.example/desk"));
    try (HttpHooks hooks = new HttpHooks(targets, _ -> link, clock, Duration.ofSeconds(1))) {
      return hooks.call(CALL);
    }
  }

  private List<LoggedRequest> requests() {
    return service.getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .toList();
  }

  private JsonNode body() {
    assertThat(requests()).hasSize(1);
    return JsonMapper.builder().build().readTree(requests().getFirst().getBodyAsString());
  }

  @Test
  void ourOwnFormTellsWhoWaitsWhereAndSinceWhen() {
    answers(aResponse().withStatus(204));

    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Done.class);
    assertThat(body().toString())
        .isEqualTo(
            "{\"event\":\"visitor.waiting\",\"id\":\"conversation-1:hook-7\","
                + "\"conversation\":\"conversation-1\",\"site\":\"shop\","
                + "\"visitor\":\"Andriy \\\"the\\\" sailor\","
                + "\"waitingSince\":\"2035-06-04T11:56:40Z\","
                + "\"link\":\"https://slack.example/desk\"}");
    assertThat(requests().getFirst().getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(requests().getFirst().getUrl()).isEqualTo("/alerts?team=1");
  }

  @Test
  void theSignatureIsOverTheMomentAndTheBody() throws GeneralSecurityException {
    answers(aResponse().withStatus(200));
    call(Format.THREADBRIDGE);

    LoggedRequest request = requests().getFirst();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(UTF_8), "HmacSHA256"));
    String signed = Samples.NOON.getEpochSecond() + "." + request.getBodyAsString();
    String signature = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    assertThat(request.getHeader("Threadbridge-Signature"))
        .isEqualTo("t=%s,v1=%s", Samples.NOON.getEpochSecond(), signature);
  }

  @Test
  void aRepeatHasTheSameBodyAndAFreshSignature() {
    answers(aResponse().withStatus(500));
    call(Format.THREADBRIDGE);
    clock.advance(Duration.ofSeconds(3));
    call(Format.THREADBRIDGE);

    assertThat(requests()).hasSize(2);
    assertThat(requests().get(0).getBodyAsString()).isEqualTo(requests().get(1).getBodyAsString());
    assertThat(requests().get(0).getHeader("Threadbridge-Signature"))
        .isNotEqualTo(requests().get(1).getHeader("Threadbridge-Signature"));
  }

  @Test
  void pagerDutyGetsAnEventOfItsOwnForm() {
    answers(aResponse().withStatus(202));

    assertThat(call(Format.PAGERDUTY)).isInstanceOf(Delivery.Done.class);
    JsonNode body = body();
    assertThat(body.path("routing_key").stringValue()).isEqualTo("s3cret");
    assertThat(body.path("event_action").stringValue()).isEqualTo("trigger");
    assertThat(body.path("dedup_key").stringValue()).isEqualTo("conversation-1");
    assertThat(body.path("payload").path("summary").stringValue())
        .isEqualTo("Andriy \"the\" sailor is waiting on shop and nobody has answered");
    assertThat(body.path("payload").path("source").stringValue()).isEqualTo("shop");
    assertThat(body.path("payload").path("severity").stringValue()).isEqualTo("critical");
    assertThat(body.path("links").path(0).path("href").stringValue())
        .isEqualTo("https://slack.example/desk");
    assertThat(requests().getFirst().containsHeader("Threadbridge-Signature")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "429, 7, 7",
    "503, 7, 7",
    "429, , 10",
    "429, nonsense, 10",
    "429, 0, 1",
    "429, 86400, 120",
    "429, 99999999999999999999, 10",
    "'503', 'Mon, 4 Jun 2035 12:00:30 GMT', 30",
    "'503', 'Mon, 4 Jun 2035 11:00:30 GMT', 1"
  })
  void aBusyServiceIsLeftAloneForAsLongAsItSaysWithinReason(
      int status, String retryAfter, int seconds) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status);
    answers(retryAfter == null ? answer : answer.withHeader("Retry-After", retryAfter));

    assertThat(call(Format.THREADBRIDGE))
        .asInstanceOf(type(Delivery.Later.class))
        .satisfies(later -> assertThat(later.after()).hasSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 422})
  void whatIsRefusedIsNotRepeated(int status) {
    answers(aResponse().withStatus(status));
    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServiceThatFailedMayHaveTakenIt(int status) {
    answers(aResponse().withStatus(status));
    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectsAreNotFollowed(int status) {
    answers(
        aResponse().withStatus(status).withHeader("Location", service.baseUrl() + "/elsewhere"));

    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Refused.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aServiceThatIsSlowMayHaveTakenIt() {
    answers(aResponse().withStatus(200).withFixedDelay(3_000));
    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void aCutConnectionMayHaveTakenIt(String fault) {
    answers(aResponse().withFault(Fault.valueOf(fault)));
    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void anAnswerThatNeverEndsIsNotReadToItsEnd() {
    answers(
        aResponse()
            .withStatus(200)
            .withBody("x".repeat(1_000))
            .withChunkedDribbleDelay(50, 20_000));
    assertThat(call(Format.THREADBRIDGE)).isInstanceOf(Delivery.Done.class);
  }

  @Test
  void aServiceThatIsNotThereWasNotCalled() {
    HookTarget target =
        new HookTarget(URI.create(service.baseUrl()), "s3cret", Format.THREADBRIDGE);
    service.stop();
    assertThat(call(Map.of(SHOP, target))).isInstanceOf(Delivery.Later.class);
  }

  @Test
  void aSiteWithoutAWebhookIsRefused() {
    assertThat(call(Map.of())).isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(
            new HookTarget(URI.create("https://alerts.example/s3cret"), "s3cret", Format.PAGERDUTY))
        .asString()
        .doesNotContain("s3cret");
  }
}
