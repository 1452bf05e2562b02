package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.StaffClock.Action;
import io.threadbridge.hook.HookTarget;
import io.threadbridge.mail.MailServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/// Mail, webhooks, links and escalation as they are written in a file, and what a start says that
/// cannot be.
final class OutwardSettingsTest {
  private static final String WEBHOOK =
      "on-call: {webhook: {address: 'https://alerts.example/x', secret: s3cret}}";

  @TempDir private Path directory = Path.of("");

  private static Settings settings(String top, String site) {
    String yaml =
        """
        threadbridge:
          public-url: http://localhost:8080
          %s
          sites:
            shop:
              origins: [https://shop.example]
              desk: slack:C1
              %s
        """
            .formatted(top, site.indent(6).strip());
    MutablePropertySources sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Binder(ConfigurationPropertySources.from(sources))
        .bind("threadbridge", Settings.class)
        .get();
  }

  private static StaffClock clock(String site) {
    return new ConfiguredSites(settings("", site))
        .find(new SiteName("shop"))
        .orElseThrow()
        .policy()
        .clock();
  }

  private static void assertProblem(Runnable start, String problem, String mend) {
    assertThatThrownBy(start::run)
        .asInstanceOf(type(SettingsProblem.class))
        .satisfies(
            told -> {
              assertThat(told).hasMessageContaining(problem);
              assertThat(told.mend()).contains(mend);
            });
  }

  @Test
  void withoutSettingsNothingLeavesAndTheStepsAreTheUsualOnes() {
    OutwardSettings outward = OutwardSettings.of(settings("", ""));

    assertThat(outward.mail()).isEmpty();
    assertThat(outward.hooks()).isEmpty();
    assertThat(clock("")).isEqualTo(StaffClock.DEFAULT);
  }

  @Test
  void mailGoesThroughTheServerThatIsNamed() {
    MailServer server =
        OutwardSettings.of(
                settings(
                    "mail: {host: smtp.example, from: chat@shop.example, username: chat, password:"
                        + " s3cret}",
                    ""))
            .mail()
            .orElseThrow();

    assertThat(server.host()).isEqualTo("smtp.example");
    assertThat(server.port()).isEqualTo(587);
    assertThat(server.startTls()).isTrue();
    assertThat(server.login()).contains(new MailServer.Login("chat", "s3cret"));
    assertThat(server).asString().doesNotContain("s3cret");
  }

  @Test
  void everySecretCanBeInAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "secret from a file\n");
    Settings settings =
        settings(
            """
            mail: {host: h, port: 2525, start-tls: false, from: a@b.example, username: u, \
            password-file: %s}
              link-secret-file: %s\
            """
                .formatted(file, file),
            "on-call: {webhook: {address: 'https://a.example', secret-file: " + file + "}}");
    OutwardSettings outward = OutwardSettings.of(settings);

    assertThat(outward.mail())
        .contains(
            new MailServer(
                "h",
                2525,
                Optional.of(new MailServer.Login("u", "secret from a file")),
                "a@b.example",
                false));
    assertThat(outward.hooks().get(new SiteName("shop")))
        .extracting(HookTarget::secret)
        .isEqualTo("secret from a file");
    assertThat(settings.secretOfLinks()).contains("secret from a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: smtp.example} | mail.from is missing | chat@shop.example",
        "{from: a@b.example} | mail.host is missing | name the mail server",
        "{host: h, from: nobody} | mail.from is no mail address | docs/mail.md",
        "{host: h, from: a@b.example, port: 0} | mail.port is none | docs/mail.md",
        "{host: h, from: a@b.example, username: u} | one of username and password | set both",
        "{host: h, from: a@b.example, password: p} | one of username and password | set both",
      })
  void mailThatCannotBeStopsTheStart(String mail, String problem, String mend) {
    assertProblem(() -> OutwardSettings.of(settings("mail: " + mail, "")), problem, mend);
  }

  @Test
  void aWebhookIsOursUnlessItIsPagerDutys() {
    HookTarget ours = OutwardSettings.of(settings("", WEBHOOK)).hooks().get(new SiteName("shop"));
    HookTarget pager =
        OutwardSettings.of(settings("", "on-call: {webhook: {secret: key, format: pagerduty}}"))
            .hooks()
            .get(new SiteName("shop"));

    assertThat(ours)
        .isEqualTo(
            new HookTarget(
                URI.create("https://alerts.example/x"), "s3cret", HookTarget.Format.THREADBRIDGE));
    assertThat(pager)
        .isEqualTo(
            new HookTarget(
                URI.create("https://events.pagerduty.com/v2/enqueue"),
                "key",
                HookTarget.Format.PAGERDUTY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{secret: s} | webhook.address is missing | https://",
        "{address: 'https://a.example'} | webhook.secret is missing | docs/webhooks.md",
        "{address: 'ftp://a.example', secret: s} | webhook.address is no web | docs/webhooks.md",
        "{address: 'https://u:p@a.example', secret: s} | webhook.address is no web | docs",
      })
  void aWebhookThatCannotBeStopsTheStart(String webhook, String problem, String mend) {
    String site = "on-call: {webhook: " + webhook + "}";
    assertProblem(
        () -> OutwardSettings.of(settings("", site)),
        "threadbridge.sites.shop.on-call." + problem,
        mend);
  }

  @Test
  void eventsGoWhereASiteSaysAndOtherwiseNowhere() {
    String site = "events: {address: 'http://10.0.0.7/in', secret: s3cret}";

    assertThat(OutwardSettings.of(settings("", "")).events()).isEmpty();
    assertThat(OutwardSettings.of(settings("", site)).events())
        .containsOnly(
            Map.entry(
                new SiteName("shop"),
                new HookTarget(
                    URI.create("http://10.0.0.7/in"), "s3cret", HookTarget.Format.THREADBRIDGE)));
    assertThat(settings("", site)).asString().doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{secret: s} | events.address is missing | https://",
        "{address: 'https://a.example'} | events.secret is missing | docs/webhooks.md",
        "{address: 'ftp://a.example', secret: s} | events.address is no web | docs/webhooks.md",
      })
  void eventsThatCannotBeStopTheStart(String events, String problem, String mend) {
    assertProblem(
        () -> OutwardSettings.of(settings("", "events: " + events)),
        "threadbridge.sites.shop." + problem,
        mend);
  }

  @Test
  void writtenStepsStandInPlaceOfTheUsualOnes() {
    StaffClock clock =
        clock("escalation: {first: [5s hold, 1m call-desk, 60s tell-manager, 3m miss]}");

    assertThat(clock.first())
        .containsExactly(
            new StaffClock.Step(Duration.ofSeconds(5), Action.HOLD),
            new StaffClock.Step(Duration.ofMinutes(1), Action.CALL_DESK),
            new StaffClock.Step(Duration.ofMinutes(1), Action.TELL_MANAGER),
            new StaffClock.Step(Duration.ofMinutes(3), Action.MISS));
    assertThat(clock.later()).isEqualTo(StaffClock.DEFAULT.later());
  }

  @Test
  void theWebhookIsCalledByAStep() {
    assertThat(clock(WEBHOOK + "\nescalation: {later: [200s call-hook]}").later())
        .containsExactly(new StaffClock.Step(Duration.ofSeconds(200), Action.CALL_HOOK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{first: []} | escalation.first has 0 steps | leave it out",
        "{first: [5s]} | escalation.first[0] is no step: 5s | call-desk",
        "{first: [5s hold, 9s dance]} | escalation.first[1] names no action: dance | tell-on-call",
        "{first: [5s hold, 9s HOLD]} | escalation.first[1] names no action: HOLD | write one of",
        "{later: [soon hold]} | escalation.later[0] begins with no time: soon | 90s tell-on-call",
        "{later: [0s hold]} | escalation.later[0] comes at an impossible time: 0s | 1s to 24h",
        "{later: [-5s hold]} | escalation.later[0] comes at an impossible time | 1s to 24h",
        "{later: [25h hold]} | escalation.later[0] comes at an impossible time | 1s to 24h",
        "{first: [9s hold, 8s miss]} | escalation.first[1] comes before the step | by time",
        "{first: [1s hold, 2s hold, 3s hold, 4s hold]} | first has 4 hold texts | keep 3",
        "{first: [9s call-hook]} | shop.on-call.webhook is missing | docs/webhooks.md",
        "{first: [9s call-overflow]} | on-call.overflow-desk is missing | slack:C",
      })
  void stepsThatCannotBeStopTheStart(String escalation, String problem, String mend) {
    assertProblem(() -> clock("escalation: " + escalation), problem, mend);
  }

  @Test
  void aWebhookThatNoStepCallsStopsTheStart() {
    assertProblem(() -> clock(WEBHOOK), "webhook is called by no step", "call-hook");
  }

  private Settings here(String top) {
    return settings("data-dir: " + directory.resolve("data") + "\n  " + top, "");
  }

  @Test
  void theSecretOfLinksIsMadeOnceAndKept() {
    List<String> kept = new ArrayList<>();
    UnaryOperator<String> keep =
        proposed -> {
          kept.add(proposed);
          return kept.getFirst();
        };

    byte[] first = LinkSecret.of(here(""), keep);

    assertThat(first).hasSize(64).isEqualTo(LinkSecret.of(here(""), keep));
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void theSecretOfTheSettingsIsTakenAndNothingKept() {
    byte[] secret =
        LinkSecret.of(
            here("link-secret: sixteen bytes or more"),
            _ -> {
              throw new AssertionError("kept");
            });

    assertThat(secret).isEqualTo("sixteen bytes or more".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatAnEarlierVersionKeptInAFileIsTakenOver() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Path file = directory.resolve("data").resolve(LinkSecret.NAME);
    Files.writeString(file, "an earlier secret of ours\n");
    assertThat(LinkSecret.of(here(""), proposed -> proposed))
        .isEqualTo("an earlier secret of ours".getBytes(StandardCharsets.UTF_8));

    Files.writeString(file, "");
    assertThat(LinkSecret.of(here(""), proposed -> proposed)).hasSize(64);
  }

  @Test
  void aSecretThatIsTooShortStopsTheStart() {
    assertProblem(
        () -> LinkSecret.of(here("link-secret: short"), kept -> kept), "link-secret", "longer");
  }
}
