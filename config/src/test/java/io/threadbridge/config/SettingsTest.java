package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.config.Settings.Slack;
import io.threadbridge.config.Settings.Timers;
import io.threadbridge.teams.TeamsSettings;
import io.threadbridge.web.VisitorLimits;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Every key of the settings with its default, and what a start says that cannot be.
final class SettingsTest {
  /// Two hold texts, and fourteen others.
  private static final int TIMERS = 16;

  private static final String ADDRESS = "http://localhost:8080";

  @TempDir private Path directory = Path.of("");

  private static Settings settings(Map<String, String> keys) {
    Map<String, String> all = new TreeMap<>();
    all.put("threadbridge.public-url", ADDRESS);
    keys.forEach((key, value) -> all.put("threadbridge." + key, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bind("threadbridge", Settings.class)
        .get();
  }

  private static Settings.SiteSettings yardOf(Map<String, String> keys) {
    return Objects.requireNonNull(settings(keys).sites().get("yard"));
  }

  private static Site site(Map<String, String> keys) {
    return sites(keys).find(new SiteName("shop")).orElseThrow();
  }

  private static ConfiguredSites sites(Map<String, String> keys) {
    Map<String, String> all = new TreeMap<>(keys);
    all.putIfAbsent("sites.shop.origins", "https://shop.example");
    all.putIfAbsent("sites.shop.desk", "slack:C1");
    return new ConfiguredSites(settings(all));
  }

  @Test
  void theProgramHasDefaultsForAll() {
    Settings settings = settings(Map.of());
    Slack slack = settings.slack();

    assertThat(settings.publicUrl()).isEqualTo(URI.create(ADDRESS));
    assertThat(settings.dataDir()).isEqualTo(Path.of("data"));
    assertThat(settings.redis().url()).isNull();
    assertThat(slack.token()).isEmpty();
    assertThat(slack.socketToken()).isEmpty();
    assertThat(slack.secret()).isEmpty();
    assertThat(slack.apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(slack.postsPerSecond()).isEqualTo(1.0);
    assertThat(slack.postBurst()).isEqualTo(2);
    assertThat(settings.teams().isConfigured()).isFalse();
    assertThat(settings.teams().loginUrl()).isEqualTo(TeamsSettings.LOGIN);
    assertThat(settings.teams().openIdMetadataUrl()).isEqualTo(TeamsSettings.OPEN_ID);
    assertThat(settings.teams().serviceHosts()).containsExactly(TeamsSettings.SERVICE_HOST);
    assertThat(settings.teams().graphUrl()).isNull();
    assertThat(settings.sites()).isEmpty();
    assertThat(settings.hasSandbox()).isTrue();
    assertThat(limits(Map.of())).isEqualTo(VisitorLimits.DEFAULT);
  }

  private static VisitorLimits limits(Map<String, String> keys) {
    return new WebConfiguration().visitorLimits(settings(keys));
  }

  @Test
  void everyLimitIsRead() {
    VisitorLimits limits =
        limits(
            Map.of(
                "limits.frames.burst", "1",
                "limits.frames.per-minute", "2",
                "limits.wishes.burst", "3",
                "limits.wishes.per-minute", "4",
                "limits.openings.burst", "5",
                "limits.openings.per-minute", "6"));

    assertThat(limits.frameBurst()).isEqualTo(1);
    assertThat(limits.framesPerMinute()).isEqualTo(2);
    assertThat(limits.visitorBurst()).isEqualTo(3);
    assertThat(limits.visitorPerMinute()).isEqualTo(4);
    assertThat(limits.siteBurst()).isEqualTo(5);
    assertThat(limits.sitePerMinute()).isEqualTo(6);
  }

  @Test
  void aSiteHasDefaultsForAllButItsOriginsAndItsDesk() {
    Site site = site(Map.of());

    assertThat(site.title()).isEqualTo("shop");
    assertThat(site.origins()).containsExactly("https://shop.example");
    assertThat(site.desk().value()).isEqualTo("slack:C1");
    assertThat(site.languages()).containsExactly("en");
    assertThat(site.deskLanguage()).isEqualTo("en");
    assertThat(site.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(site.protectedPages()).isEmpty();
    assertThat(site.retention()).isEqualTo(Duration.ofDays(90));
    assertThat(site.policy()).isEqualTo(Policy.DEFAULT);
    assertThat(site.staffing().hours()).isEqualTo(Hours.ALWAYS);
  }

  @Test
  void nobodyOfTheStaffIsCountedUnlessTheSiteSaysSo() {
    Map<String, String> yard =
        Map.of("sites.yard.origins", "https://yard.example", "sites.yard.desk", "slack:C2");
    Map<String, String> counting = new TreeMap<>(yard);
    counting.put("sites.yard.figures.per-person", "true");

    assertThat(yardOf(yard).figures().perPerson()).isFalse();
    assertThat(yardOf(counting).figures().perPerson()).isTrue();
  }

  @Test
  void theDemosShopNeedsNoSetting() {
    List<Site> sites = new ConfiguredSites(settings(Map.of())).all();

    assertThat(sites).hasSize(1);
    assertThat(sites.getFirst().name()).isEqualTo(new SiteName("shop"));
    assertThat(sites.getFirst().origins()).containsExactly(ADDRESS);
    assertThat(sites.getFirst().desk().value()).isEqualTo("slack:C0WEBCHAT");
    assertThat(sites.getFirst().policy()).isEqualTo(Policy.DEFAULT.in(ZoneId.systemDefault()));
  }

  @Test
  void everyKeyOfTheProgramIsRead() {
    Settings settings =
        settings(
            Map.of(
                "public-url", "https://chat.example",
                "data-dir", "/var/lib/threadbridge",
                "redis.url", "redis://redis.example:6379",
                "slack.bot-token", "a",
                "slack.app-token", "b",
                "slack.signing-secret", "c",
                "slack.api-url", "http://localhost:4500/",
                "slack.posts-per-second", "0.5",
                "slack.post-burst", "5",
                "sandbox.enabled", "true"));
    Slack slack = settings.slack();

    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://chat.example"));
    assertThat(settings.dataDir()).isEqualTo(Path.of("/var/lib/threadbridge"));
    assertThat(settings.redis().url()).isEqualTo(URI.create("redis://redis.example:6379"));
    assertThat(slack.token()).contains("a");
    assertThat(slack.socketToken()).contains("b");
    assertThat(slack.secret()).contains("c");
    assertThat(slack.apiUrl()).isEqualTo(URI.create("http://localhost:4500/"));
    assertThat(slack.postsPerSecond()).isEqualTo(0.5);
    assertThat(slack.postBurst()).isEqualTo(5);
    assertThat(settings.hasSandbox()).isTrue();
  }

  @Test
  void everyKeyOfASiteIsRead() {
    Site site =
        site(
            Map.of(
                "sites.shop.title", "Puu",
                "sites.shop.origins", "https://a.example,https://b.example",
                "sites.shop.desk", "slack:C2",
                "sites.shop.desks.lager", "slack:C3",
                "sites.shop.languages", "fi,sv",
                "sites.shop.desk-language", "fi",
                "sites.shop.zone", "Europe/Helsinki",
                "sites.shop.protected-pages", "/checkout*",
                "sites.shop.retention", "30d"));

    assertThat(site.title()).isEqualTo("Puu");
    assertThat(site.origins()).containsExactly("https://a.example", "https://b.example");
    assertThat(site.desk().value()).isEqualTo("slack:C2");
    assertThat(site.handOverDesks()).containsOnlyKeys("lager", "Puu");
    assertThat(site.languages()).containsExactly("fi", "sv");
    assertThat(site.deskLanguage()).isEqualTo("fi");
    assertThat(site.zone()).isEqualTo(ZoneId.of("Europe/Helsinki"));
    assertThat(site.protectedPages()).containsExactly("/checkout*");
    assertThat(site.retention()).isEqualTo(Duration.ofDays(30));
  }

  /// Each timer alone, so that two that were confused would show.
  @ParameterizedTest
  @CsvSource({
    "abandon, abandon",
    "ask, ask",
    "warn, warn",
    "leave, leave",
    "farewell-close, farewellClose",
    "thanks-close, thanksClose",
    "after-suspension, afterSuspension",
    "gone-after, goneAfter",
    "reopen, reopen",
    "promise-grace, promiseGrace",
    "promise-reply, promiseReply",
    "mail-after, mailAfter",
    "mail-every, mailEvery",
    "lead-kept, leadKept"
  })
  void everyTimerIsRead(String key, String name) throws ReflectiveOperationException {
    Policy policy = site(Map.of("sites.shop.timers." + key, "77s")).policy();

    for (RecordComponent component : Policy.class.getRecordComponents()) {
      Object usual = component.getAccessor().invoke(Policy.DEFAULT);
      assertThat(component.getAccessor().invoke(policy))
          .as(component.getName())
          .isEqualTo(component.getName().equals(name) ? Duration.ofSeconds(77) : usual);
    }
  }

  @Test
  void visitorsMaySendFilesUnlessASiteSaysOtherwise() {
    SiteName shop = new SiteName("shop");

    assertThat(sites(Map.of()).takeFiles(shop)).isTrue();
    assertThat(sites(Map.of("sites.shop.files", "false")).takeFiles(shop)).isFalse();
  }

  @Test
  void theHoldTextsHaveTimersOfTheirOwn() {
    Policy first = site(Map.of("sites.shop.timers.first-hold", "11s")).policy();
    Policy later = site(Map.of("sites.shop.timers.later-hold", "77s")).policy();

    assertThat(first.clock())
        .isEqualTo(StaffClock.DEFAULT.holding(Duration.ofSeconds(11), Duration.ofSeconds(120)));
    assertThat(later.clock())
        .isEqualTo(StaffClock.DEFAULT.holding(Duration.ofSeconds(10), Duration.ofSeconds(77)));
  }

  /// The tests above, and those of hours and of what leaves the desk, name as many keys as there
  /// are.
  @Test
  void noKeyIsForgottenHere() {
    assertThat(Settings.class.getRecordComponents()).hasSize(11);
    assertThat(Settings.RedisSettings.class.getRecordComponents()).hasSize(1);
    assertThat(Slack.class.getRecordComponents()).hasSize(9);
    assertThat(Settings.Sandbox.class.getRecordComponents()).hasSize(1);
    assertThat(Settings.SiteSettings.class.getRecordComponents()).hasSize(18);
    assertThat(Settings.EventsSettings.class.getRecordComponents()).hasSize(3);
    assertThat(Settings.FiguresSettings.class.getRecordComponents()).hasSize(1);
    assertThat(Settings.DigestSettings.class.getRecordComponents()).hasSize(2);
    assertThat(Settings.Mail.class.getRecordComponents()).hasSize(7);
    assertThat(Settings.EscalationSettings.class.getRecordComponents()).hasSize(2);
    assertThat(Settings.WebhookSettings.class.getRecordComponents()).hasSize(4);
    assertThat(Timers.class.getRecordComponents()).hasSize(TIMERS);
    assertThat(Settings.Limits.class.getRecordComponents()).hasSize(3);
    assertThat(Settings.Frames.class.getRecordComponents()).hasSize(2);
    assertThat(Settings.Wishes.class.getRecordComponents()).hasSize(2);
    assertThat(Settings.Openings.class.getRecordComponents()).hasSize(2);
  }

  @Test
  void everySecretCanBeInAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "xoxb-from-a-file\n");
    Slack slack =
        settings(
                Map.of(
                    "slack.bot-token-file", file.toString(),
                    "slack.app-token-file", file.toString(),
                    "slack.signing-secret-file", file.toString()))
            .slack();

    assertThat(slack.token()).contains("xoxb-from-a-file");
    assertThat(slack.socketToken()).contains("xoxb-from-a-file");
    assertThat(slack.secret()).contains("xoxb-from-a-file");
  }

  @Test
  void aSecretThatIsGivenTwiceOrCannotBeReadIsNamedButNeverShown() {
    Slack twice =
        settings(Map.of("slack.bot-token", "xoxb-hidden", "slack.bot-token-file", "/x")).slack();
    Slack missing = settings(Map.of("slack.app-token-file", "/nowhere/secret")).slack();

    assertThatThrownBy(twice::token)
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("threadbridge.slack.bot-token is given twice")
        .hasMessageNotContaining("xoxb-hidden");
    assertThatThrownBy(missing::socketToken)
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("threadbridge.slack.app-token-file")
        .hasMessageContaining("/nowhere/secret");
  }

  @Test
  void aTokenSwitchesTheSandboxOffAndWithoutASiteThereIsNothingToServe() {
    Settings settings = settings(Map.of("slack.bot-token", "xoxb-1", "slack.app-token", "xapp-1"));

    assertThat(settings.hasSandbox()).isFalse();
    assertRefused(
        () -> new ConfiguredSites(settings).all(),
        "threadbridge.sites",
        "threadbridge.sites.<name>.origins and .desk");
  }

  @Test
  void aBotTokenAloneIsNotEnough() {
    Settings settings = settings(Map.of("slack.bot-token", "xoxb-1"));

    assertRefused(
        () -> new SlackConfiguration().slackSettings(settings),
        "threadbridge.slack",
        "slack.app-token");
  }

  @Test
  void everyKeyOfTeamsIsRead() {
    Settings settings =
        settings(
            Map.of(
                "teams.app-id", "a",
                "teams.app-secret", "b",
                "teams.tenant-id", "c",
                "teams.login-url", "http://localhost:1/login/",
                "teams.open-id-metadata-url", "http://localhost:1/keys",
                "teams.service-hosts", "localhost:1,localhost:2",
                "teams.graph-url", "http://localhost:1/graph/"));
    TeamsSettings teams = new TeamsConfiguration().teamsSettings(settings);

    assertThat(teams.appId()).isEqualTo("a");
    assertThat(teams.appSecret()).contains("b");
    assertThat(teams.tenantId()).isEqualTo("c");
    assertThat(teams.loginUrl()).isEqualTo(URI.create("http://localhost:1/login/"));
    assertThat(teams.openIdMetadataUrl()).isEqualTo(URI.create("http://localhost:1/keys"));
    assertThat(teams.serviceHosts()).containsExactlyInAnyOrder("localhost:1", "localhost:2");
    assertThat(teams.graphUrl()).contains(URI.create("http://localhost:1/graph/"));
    assertThat(settings.hasSandbox()).isFalse();
    assertThat(settings.hasSlack()).isFalse();
    assertThat(settings.teams().toString()).doesNotContain("b]").contains("Teams[a in c]");
  }

  @Test
  void withoutASecretTeamsIsAManagedIdentity() {
    Settings settings = settings(Map.of("teams.app-id", "a", "teams.tenant-id", "c"));

    assertThat(new TeamsConfiguration().teamsSettings(settings).appSecret()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "teams.app-id, teams.tenant-id is empty",
    "teams.tenant-id, teams.app-id is empty",
    "teams.app-secret, teams.app-id is empty"
  })
  void halfATeamsIsRefusedWithItsMend(String alone, String mend) {
    Settings settings = settings(Map.of(alone, "x"));

    assertRefused(
        () -> new TeamsConfiguration().teamsSettings(settings), "threadbridge.teams", mend);
  }

  @Test
  void withoutAPlatformTheSandboxStandsForBoth() {
    Settings settings = settings(Map.of());

    assertThat(settings.hasSlack()).isTrue();
    assertThat(settings.hasTeams()).isTrue();
    assertThat(new TeamsConfiguration().teamsSettings(settings).loginUrl())
        .isEqualTo(URI.create(ADDRESS + "/sandbox/teams/login/"));
  }

  @Test
  void aDeskOnAPlatformThatIsNotConfiguredStopsTheStart() {
    Map<String, String> slackOnly =
        Map.of(
            "slack.bot-token", "xoxb-1",
            "sites.shop.origins", "https://shop.example",
            "sites.shop.desk", "teams:19:team/19:channel");
    Map<String, String> nowhere =
        Map.of("sites.shop.origins", "https://shop.example", "sites.shop.desk", "carrier:pigeon");

    assertRefused(
        () -> new ConfiguredSites(settings(slackOnly)).all(),
        "threadbridge.sites.shop has a desk on a platform that is not configured",
        "configure threadbridge.teams");
    assertRefused(
        () -> new ConfiguredSites(settings(nowhere)).all(), "carrier:pigeon", "slack: or teams:");
  }

  @Test
  void theSandboxIsRefusedToTheWorld() {
    Settings settings = settings(Map.of("public-url", "http://192.0.2.1:8080"));

    assertRefused(
        () -> new SandboxImport(settings).welcome(settings),
        "threadbridge.public-url is not loopback",
        "threadbridge.sandbox.enabled");
  }

  @Test
  void aSiteWithoutOriginsOrDeskIsRefused() {
    Settings noDesk = settings(Map.of("sites.shop.origins", "https://shop.example"));
    Settings noOrigins = settings(Map.of("sites.shop.desk", "slack:C1"));

    assertRefused(
        () -> new ConfiguredSites(noDesk).all(),
        "threadbridge.sites.shop.desk is missing",
        "slack:<channel id>");
    assertRefused(
        () -> new ConfiguredSites(noOrigins).all(),
        "threadbridge.sites.shop.origins is missing",
        "https://shop.example");
  }

  @ParameterizedTest
  @CsvSource({
    "desk, C1, slack:<channel id>",
    "desk, slack:, slack:<channel id>",
    "desk, teams:19:channel, teams:<team id>/<channel id>",
    "desk, teams:19:team/, teams:<team id>/<channel id>",
    "desk, teams:19:team/19:channel/1, teams:<team id>/<channel id>",
    "zone, Helsinki, Europe/Helsinki"
  })
  void anImpossibleValueOfASiteIsNamedWithItsMend(String key, String value, String mend) {
    assertRefused(
        () -> site(Map.of("sites.shop." + key, value)), "threadbridge.sites.shop." + key, mend);
  }

  @Test
  void aSitesOwnTextsAreReadByLanguageAndKey() {
    Texts texts =
        texts(
            Map.of(
                "sites.shop.texts.en.hold.1", "We have your message.",
                "sites.shop.texts.en.card.claim-and-greet", "Mine, and hello",
                "sites.shop.texts.fi.still-there", "Vieläkö olet täällä?"));
    ZoneId zone = ZoneId.of("UTC");

    assertThat(texts.text("en", zone, TextKey.HOLD, Map.of("variant", 1)))
        .isEqualTo("We have your message.");
    assertThat(texts.label("en", zone, "card.claim-and-greet", Map.of()))
        .isEqualTo("Mine, and hello");
    assertThat(texts.text("fi", zone, TextKey.STILL_THERE, Map.of()))
        .isEqualTo("Vieläkö olet täällä?");
    assertThat(texts.text("en", zone, TextKey.STILL_THERE, Map.of()))
        .isEqualTo("Are you still there?");
  }

  @ParameterizedTest
  @CsvSource({
    "fr.hold.1, Merci., threadbridge.sites.shop.texts.fr, write one of en",
    "en.greting, Hi., threadbridge.sites.shop.texts.en.greting, greeting",
    "en.greeting, Hi {name., threadbridge.sites.shop.texts.en.greeting, close every brace",
    "en.greeting, Hi., threadbridge.sites.shop.texts.en.greeting, name {name}"
  })
  void aTextThatCannotBeUsedIsNamedWithItsMend(
      String key, String message, String named, String mend) {
    assertRefused(() -> texts(Map.of("sites.shop.texts." + key, message)), named, mend);
  }

  private static Texts texts(Map<String, String> keys) {
    return ConfiguredTexts.of(settings(keys), InstantSource.fixed(Instant.EPOCH))
        .forSite(new SiteName("shop"));
  }

  /// What the failure analysis would print: the problem names the key, the action the mend.
  private static void assertRefused(ThrowingCallable start, String key, String mend) {
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            SettingsProblem.class,
            problem -> {
              FailureAnalysis analysis =
                  Objects.requireNonNull(new SettingsProblemAnalyzer().analyze(problem));
              assertThat(analysis.getDescription()).contains(key);
              assertThat(analysis.getAction()).contains(mend);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--threadbridge.sites.shop.desk=C1",
        "--threadbridge.slack.bot-token=xoxb-1",
        "--threadbridge.teams.app-id=x",
        "--threadbridge.public-url=http://192.0.2.1:8080"
      })
  void whatCannotBeStopsTheStartBeforeRedisIsStarted(String wrong) {
    Path data = directory.resolve("data");

    String told =
        FailedStart.with(
            wrong,
            "--threadbridge.data-dir=" + data,
            "--threadbridge.sites.shop.origins=https://shop.example");

    assertThat(told).contains("APPLICATION FAILED TO START").contains("Action:");
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "colour: blue, threadbridge.colour",
    "slack: {bot-tokken: x}, threadbridge.slack.bot-tokken",
    "sites: {shop: {timers: {first-hold: soon}}}, threadbridge.sites.shop.timers.first-hold",
    "slack: {post-burst: many}, threadbridge.slack.post-burst"
  })
  void aWrongLineIsShownWithFileAndLine(String line, String key) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("application.yml"), "# mine\nthreadbridge:\n  " + line + "\n");

    String told = FailedStart.with("--spring.config.additional-location=file:" + file);

    assertThat(told)
        .contains("APPLICATION FAILED TO START")
        .contains(key)
        .contains("application.yml")
        .contains("3:")
        .contains("Action:");
  }
}
