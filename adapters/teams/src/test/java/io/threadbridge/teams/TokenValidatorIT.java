package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.teams.BotFramework.Mood;
import io.threadbridge.teams.TokenValidator.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, and who is not. The table holds every case in which the SDK's own check is right,
/// and the four in which it lets in what it should not.
class TokenValidatorIT {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration SKEW = TokenValidator.SKEW;
  private static final String OTHERS = "99999999-2222-3333-4444-555555555555";

  private final BotFramework framework = new BotFramework();
  private final ManualClock clock = new ManualClock(NOW);
  private final TeamsSettings settings = settings(framework);
  private final ServiceUrls urls = new ServiceUrls(new MapNotebook(), settings.serviceHosts());
  private final SigningKeys keys =
      new SigningKeys(new KeyDocuments(settings.openIdMetadataUrl()), clock);
  private final TokenValidator validator = new TokenValidator(settings, keys, urls, clock);

  static TeamsSettings settings(BotFramework framework) {
    return new TeamsSettings(
        BotFramework.APP,
        Optional.of("hush"),
        BotFramework.TENANT,
        TeamsSettings.LOGIN,
        framework.openIdUrl(),
        Set.of("smba.example.com"),
        Optional.empty());
  }

  @AfterEach
  void stop() {
    keys.close();
    framework.close();
  }

  private static ObjectNode activity() {
    return (ObjectNode) Payloads.tree("reply");
  }

  private Verdict judged(String authorization) {
    return judged(authorization, activity());
  }

  private Verdict judged(String authorization, JsonNode activity) {
    return validator.judge(authorization, new Told(activity));
  }

  private String bearer(JWTCreator.Builder token) {
    return "Bearer " + framework.signed(token, "first");
  }

  @Test
  void aTokenOfTheBotFrameworksForUsIsGenuine() {
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
  }

  static Stream<Arguments> wrongTokens() {
    return Stream.of(
        token("another issuer", token -> token.withIssuer("https://example.com")),
        token("no issuer", token -> token.withIssuer((String) null)),
        token(
            "the Emulator's issuer, which signs a bot's own outbound tokens",
            token ->
                token
                    .withIssuer("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
                    .withClaim("appid", BotFramework.APP)),
        token(
            "the Emulator's newer issuer",
            token ->
                token
                    .withIssuer(
                        "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")
                    .withClaim("azp", BotFramework.APP)),
        token("another bot's audience", token -> token.withAudience(OTHERS)),
        token("no audience", token -> token.withAudience()),
        token("two audiences", token -> token.withAudience(BotFramework.APP, OTHERS)),
        token(
            "another service url", token -> token.withClaim("serviceurl", "https://example.com/")),
        token("no service url", token -> token.withNullClaim("serviceurl")),
        token("a service url that is no text", token -> token.withClaim("serviceurl", 7)),
        token("expired 10 min ago", token -> token.withExpiresAt(NOW.minusSeconds(600))),
        token("expired just beyond the skew", token -> token.withExpiresAt(NOW.minus(SKEW))),
        token(
            "good from just beyond the skew on",
            token -> token.withNotBefore(NOW.plus(SKEW).plusSeconds(1))),
        token("never expires", token -> token.withExpiresAt((Instant) null)),
        token("good since ever", token -> token.withNotBefore((Instant) null)),
        token("expires beyond all clocks", token -> token.withClaim("exp", Long.MAX_VALUE)));
  }

  private static Arguments token(String what, UnaryOperator<JWTCreator.Builder> change) {
    return arguments(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void aTokenIsRefusedWith(String what, UnaryOperator<JWTCreator.Builder> change) {
    assertThat(judged(bearer(change.apply(framework.token(NOW)))))
        .as(what)
        .isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenCountsUpToTheSkewAndNotBeyond() {
    Instant last = NOW.minus(SKEW).plusSeconds(1);
    assertThat(judged(bearer(framework.token(NOW).withExpiresAt(last)))).isEqualTo(Verdict.GENUINE);
    assertThat(judged(bearer(framework.token(NOW).withNotBefore(NOW.plus(SKEW)))))
        .isEqualTo(Verdict.GENUINE);
  }

  static Stream<Arguments> wrongActivities() {
    return Stream.of(
        activity("without a service url", Verdict.REFUSED, told -> told.remove("serviceUrl")),
        activity(
            "with another one", Verdict.REFUSED, t -> t.put("serviceUrl", "https://x.example/")),
        activity("without a channel", Verdict.FORBIDDEN, told -> told.remove("channelId")),
        activity("of another channel", Verdict.FORBIDDEN, told -> told.put("channelId", "webchat")),
        activity("of the Emulator", Verdict.FORBIDDEN, told -> told.put("channelId", "emulator")),
        activity("of another firm", Verdict.FORBIDDEN, told -> tenant(told, OTHERS)),
        activity(
            "of two firms",
            Verdict.FORBIDDEN,
            told -> ((ObjectNode) told.get("conversation")).put("tenantId", OTHERS)),
        activity(
            "of no firm",
            Verdict.FORBIDDEN,
            told -> {
              ((ObjectNode) told.get("conversation")).remove("tenantId");
              ((ObjectNode) told.get("channelData")).remove("tenant");
            }));
  }

  private static void tenant(ObjectNode told, String tenant) {
    ((ObjectNode) told.get("conversation")).put("tenantId", tenant);
    ((ObjectNode) told.at("/channelData/tenant")).put("id", tenant);
  }

  private static Arguments activity(String what, Verdict verdict, Consumer<ObjectNode> change) {
    return arguments(what, verdict, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongActivities")
  void anActivityIsNotLetIn(String what, Verdict verdict, Consumer<ObjectNode> change) {
    ObjectNode told = activity();
    change.accept(told);
    assertThat(judged(framework.bearer(NOW), told)).as(what).isEqualTo(verdict);
  }

  @Test
  void aServiceUrlOfAnotherHostIsNotOurs() {
    String elsewhere = "https://evil.example.com/emea/";
    String bearer = bearer(framework.token(NOW).withClaim("serviceurl", elsewhere));
    assertThat(judged(bearer, activity().put("serviceUrl", elsewhere)))
        .isEqualTo(Verdict.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic dXNlcjpwYXNz",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Bearer a.b.c",
        "Bearer ..",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
      })
  void whatIsNoTokenIsRefused(String authorization) {
    assertThat(judged(authorization)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenSignedWithAnotherKeyIsRefused() {
    String forged =
        framework
            .token(NOW)
            .withKeyId("first")
            .sign(BotFramework.algorithm(BotFramework.strangers()));
    assertThat(judged("Bearer " + forged)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenSignedWithThePublicKeyAsSecretIsRefused() {
    Algorithm secret = Algorithm.HMAC256(framework.publicKey("first").getEncoded());
    String forged = framework.token(NOW).withKeyId("first").sign(secret);
    assertThat(judged("Bearer " + forged)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenWhoseWordsWereChangedIsRefused() {
    String[] parts = framework.signed(framework.token(NOW), "first").split("\\.", 3);
    String changed =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"exp\":", "\"iat\":1,\"exp\":");
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(changed.getBytes(StandardCharsets.UTF_8));
    assertThat(judged("Bearer " + parts[0] + "." + payload + "." + parts[2]))
        .isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenWithoutAKeysNameIsRefused() {
    String nameless = framework.token(NOW).sign(BotFramework.algorithm(BotFramework.strangers()));
    assertThat(judged("Bearer " + nameless)).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aKeyThatMayNotSignForTeamsIsNotBelieved() {
    framework.publish("other-channels", List.of("webchat"));
    framework.publish("no-channels", List.of());
    assertThat(judged("Bearer " + framework.signed(framework.token(NOW), "other-channels")))
        .isEqualTo(Verdict.FORBIDDEN);
    assertThat(judged("Bearer " + framework.signed(framework.token(NOW), "no-channels")))
        .isEqualTo(Verdict.FORBIDDEN);
  }

  @Test
  void anUnknownKeyIsRefusedAndLookedForOnceAMinute() {
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    clock.advance(SigningKeys.PAUSE);
    int before = framework.readings();
    String unknown =
        "Bearer "
            + framework
                .token(NOW)
                .withKeyId("unknown")
                .sign(BotFramework.algorithm(BotFramework.strangers()));
    for (int i = 0; i < 20; i++) {
      assertThat(judged(unknown)).isEqualTo(Verdict.REFUSED);
    }
    assertThat(framework.readings() - before).isEqualTo(2);
  }

  @Test
  void aMadeUpTokenForSomebodyElseDoesNotMakeUsReadKeys() {
    assertThat(judged(bearer(framework.token(NOW).withAudience(OTHERS))))
        .isEqualTo(Verdict.REFUSED);
    assertThat(framework.readings()).isZero();
  }

  @Test
  void aNewKeyIsFoundWhenTheFirstTokenComesThatItSigned() {
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    framework.publish("second", List.of("msteams"));
    clock.advance(SigningKeys.PAUSE);
    assertThat(judged("Bearer " + framework.signed(framework.token(NOW), "second")))
        .isEqualTo(Verdict.GENUINE);
  }

  @Test
  void keysAreReadAgainAfterADayAndAWithdrawnOneCountsNoLonger() {
    String old = framework.signed(framework.token(NOW.plus(SigningKeys.FRESH)), "first");
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    framework.withdraw("first");
    framework.publish("second", List.of("msteams"));
    clock.advance(SigningKeys.FRESH);

    assertThat(judged("Bearer " + old)).isEqualTo(Verdict.GENUINE);
    keys.refresh().ifPresent(reading -> reading.orTimeout(5, TimeUnit.SECONDS).join());
    assertThat(judged("Bearer " + old)).isEqualTo(Verdict.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOWN", "NONSENSE", "HANGING"})
  @Timeout(20)
  void knownKeysGoOnCountingWhateverTheDocumentsDo(String mood) {
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    framework.is(Mood.valueOf(mood));
    for (int day = 1; day <= 3; day++) {
      clock.advance(SigningKeys.FRESH);
      assertThat(judged(framework.bearer(clock.instant()))).isEqualTo(Verdict.GENUINE);
    }
  }

  @Test
  @Timeout(20)
  void whileTheDocumentsHangAnUnknownKeyMustComeAgainAndHoldsUpNobody() {
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    clock.advance(SigningKeys.PAUSE);
    framework.is(Mood.HANGING);
    framework.publish("second", List.of("msteams"));
    String unknown = "Bearer " + framework.signed(framework.token(NOW), "second");

    Thread waiting = Thread.ofVirtual().start(() -> tryTo(unknown));
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
    assertThat(waiting.isAlive()).isTrue();
    assertThatThrownBy(() -> judged(unknown)).isInstanceOf(StoreUnavailable.class);
  }

  private void tryTo(String bearer) {
    assertThatThrownBy(() -> judged(bearer)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void withoutAnyKeysEverythingMustComeAgainAndIsLetInWhenTheyAreThere() {
    framework.is(Mood.DOWN);
    assertThatThrownBy(() -> judged(framework.bearer(NOW))).isInstanceOf(StoreUnavailable.class);
    framework.is(Mood.FINE);
    assertThatThrownBy(() -> judged(framework.bearer(NOW))).isInstanceOf(StoreUnavailable.class);
    clock.advance(SigningKeys.PAUSE_WITHOUT_KEYS);
    assertThat(judged(framework.bearer(NOW))).isEqualTo(Verdict.GENUINE);
  }
}
