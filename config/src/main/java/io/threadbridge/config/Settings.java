package io.threadbridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings below `threadbridge`, as YAML, environment or arguments. An unknown key or an
/// impossible value stops the start. Each secret can also be given as a file (`…-file`).
///
/// Longer than the house's files: every key that there is, in one place, with what it means.
///
/// @param publicUrl where visitors reach the program; loopback if the sandbox is on
/// @param dataDir where the embedded Redis keeps its files, and the program what it made itself
/// @param linkSecret signs the links in mail and those to files; absent: one is made and kept in
///     Redis
@ConfigurationProperties(prefix = "threadbridge", ignoreUnknownFields = false)
record Settings(
    URI publicUrl,
    @DefaultValue("data") Path dataDir,
    @DefaultValue RedisSettings redis,
    @DefaultValue Slack slack,
    @DefaultValue Teams teams,
    @DefaultValue Sandbox sandbox,
    @DefaultValue Limits limits,
    @Nullable String linkSecret,
    @Nullable Path linkSecretFile,
    @DefaultValue Mail mail,
    @DefaultValue Map<String, SiteSettings> sites) {

  /// @param url absent: an embedded Redis
  record RedisSettings(@Nullable URI url) {}

  /// @param apiUrl Slack's Web API, or a stand-in's
  /// @param postsPerSecond the rate of one channel; Slack allows about one post a second
  /// @param postBurst how many posts a rested channel is sent at once: one fewer than Slack takes,
  ///     because posts that were held up on their way arrive closer together than they were sent
  record Slack(
      @Nullable String botToken,
      @Nullable Path botTokenFile,
      @Nullable String appToken,
      @Nullable Path appTokenFile,
      @Nullable String signingSecret,
      @Nullable Path signingSecretFile,
      @DefaultValue("https://slack.com/api/") URI apiUrl,
      @DefaultValue("1") double postsPerSecond,
      @DefaultValue("2") int postBurst) {

    boolean isConfigured() {
      return token().isPresent();
    }

    Optional<String> token() {
      return Secrets.read("slack.bot-token", botToken, botTokenFile);
    }

    Optional<String> socketToken() {
      return Secrets.read("slack.app-token", appToken, appTokenFile);
    }

    Optional<String> secret() {
      return Secrets.read("slack.signing-secret", signingSecret, signingSecretFile);
    }
  }

  /// Microsoft Teams; see `docs/teams.md`.
  ///
  /// @param appId the app registration's id; absent: no Teams
  /// @param appSecret absent with an app id: a managed identity of the machine stands for it
  /// @param tenantId the firm's tenant; required with an app id
  /// @param loginUrl where tokens are asked for: Microsoft's, or a stand-in's
  /// @param openIdMetadataUrl where the keys of the Bot Framework are named, or a stand-in's
  /// @param serviceHosts the hosts that are ever sent a token; `host` or `host:port`
  /// @param graphUrl Microsoft Graph, for presence; absent: not asked
  record Teams(
      @Nullable String appId,
      @Nullable String appSecret,
      @Nullable Path appSecretFile,
      @Nullable String tenantId,
      @DefaultValue("https://login.microsoftonline.com/") URI loginUrl,
      @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration")
          URI openIdMetadataUrl,
      @DefaultValue("smba.trafficmanager.net") Set<String> serviceHosts,
      @Nullable URI graphUrl) {

    /// Any of the three that only somebody who wants Teams writes.
    boolean isConfigured() {
      return isWritten(appId) || isWritten(tenantId) || secret().isPresent();
    }

    private static boolean isWritten(@Nullable String value) {
      return value != null && !value.isBlank();
    }

    Optional<String> secret() {
      return Secrets.read("teams.app-secret", appSecret, appSecretFile);
    }

    /// Without the secret.
    @Override
    public String toString() {
      return "Teams[" + appId + " in " + tenantId + "]";
    }
  }

  /// What one visitor and one site may ask for; see `docs/visitor-protocol.md`.
  ///
  /// @param frames frames of one line
  /// @param wishes words, edits and the like of one visitor
  /// @param openings new conversations of one site
  record Limits(
      @DefaultValue Frames frames, @DefaultValue Wishes wishes, @DefaultValue Openings openings) {}

  /// Frames of one line.
  record Frames(@DefaultValue("20") int burst, @DefaultValue("120") int perMinute) {}

  /// Words, edits and other lasting wishes of one visitor.
  record Wishes(@DefaultValue("60") int burst, @DefaultValue("240") int perMinute) {}

  /// New conversations of one site.
  record Openings(@DefaultValue("300") int burst, @DefaultValue("120") int perMinute) {}

  /// The mail server; see `docs/mail.md`.
  ///
  /// @param host absent: no mail is sent
  /// @param port 465 speaks TLS from the first byte
  /// @param username absent: no login
  /// @param from where the mail comes from; required with a host
  /// @param startTls whether a server on another port must turn to TLS
  record Mail(
      @Nullable String host,
      @DefaultValue("587") int port,
      @Nullable String username,
      @Nullable String password,
      @Nullable Path passwordFile,
      @Nullable String from,
      @DefaultValue("true") boolean startTls) {
    Optional<String> secret() {
      return Secrets.read("mail.password", password, passwordFile);
    }

    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + "]";
    }
  }

  /// @param enabled absent: exactly when no chat platform is configured
  record Sandbox(@Nullable Boolean enabled) {}

  /// One website with the widget on it.
  ///
  /// @param origins where its pages come from, such as `https://shop.example`; required
  /// @param desk `slack:<channel>` or `teams:<team>/<channel>`; required
  /// @param desks further desks to which a running conversation can be handed over, by name
  /// @param files whether visitors may send files; the staff may in any case
  /// @param texts the site's own messages, by language and key; see `docs/texts.md`
  record SiteSettings(
      @Nullable String title,
      @Nullable List<String> origins,
      @Nullable String desk,
      @DefaultValue Map<String, String> desks,
      @DefaultValue("en") List<String> languages,
      @DefaultValue("en") String deskLanguage,
      @DefaultValue("UTC") String zone,
      @DefaultValue List<String> protectedPages,
      @DefaultValue("90d") Duration retention,
      @DefaultValue Timers timers,
      @DefaultValue EscalationSettings escalation,
      @DefaultValue HoursSettings hours,
      @DefaultValue OnCallSettings onCall,
      @DefaultValue("true") boolean files,
      @DefaultValue FiguresSettings figures,
      @DefaultValue DigestSettings digest,
      @Nullable EventsSettings events,
      @DefaultValue Map<String, Map<String, String>> texts) {}

  /// What is counted of a site.
  ///
  /// @param perPerson also what each member of the staff does; a small firm is not a call centre
  record FiguresSettings(@DefaultValue("false") boolean perPerson) {}

  /// When the desk reads how it went, by the site's clock; see `docs/digest.md`.
  ///
  /// @param daily `08:00`, or `off`: the day before
  /// @param weekly `monday 08:05`, or `off`: the last week from Monday to Sunday
  record DigestSettings(
      @DefaultValue("08:00") String daily, @DefaultValue("monday 08:05") String weekly) {}

  /// Opening hours: `09:00-17:00`, several a day. A day that is not named is closed; if no day is
  /// named, all are open around the clock.
  ///
  /// @param exceptions what holds on a date, such as `2026-12-24`, instead
  /// @param holidays calendars of public holidays, such as `fi` or `de-by`
  /// @param decideAlone open inside hours whether or not anybody is present
  record HoursSettings(
      @Nullable List<String> monday,
      @Nullable List<String> tuesday,
      @Nullable List<String> wednesday,
      @Nullable List<String> thursday,
      @Nullable List<String> friday,
      @Nullable List<String> saturday,
      @Nullable List<String> sunday,
      @DefaultValue Map<String, List<String>> exceptions,
      @DefaultValue List<String> holidays,
      @DefaultValue("false") boolean decideAlone) {}

  /// What happens while a visitor waits, as steps such as `90s tell-on-call`, by time; see
  /// `docs/hours-and-on-call.md`.
  ///
  /// @param first until the first answer or claim; absent: the usual steps
  /// @param later after it; absent: the usual steps
  record EscalationSettings(@Nullable List<String> first, @Nullable List<String> later) {}

  /// Whom a step `call-hook` calls; see `docs/webhooks.md`.
  ///
  /// @param address required, but for PagerDuty
  /// @param secret signs our own form; PagerDuty's routing key; required
  record WebhookSettings(
      @Nullable URI address,
      @Nullable String secret,
      @Nullable Path secretFile,
      @DefaultValue("threadbridge") WebhookForm format) {
    @Override
    public String toString() {
      return "WebhookSettings[" + format + "]";
    }
  }

  /// Where each step of a conversation is told for a warehouse; see `docs/webhooks.md`.
  ///
  /// @param address required
  /// @param secret signs the calls; required
  record EventsSettings(@Nullable URI address, @Nullable String secret, @Nullable Path secretFile) {
    @Override
    public String toString() {
      return "EventsSettings[…]";
    }
  }

  /// How a webhook is written to.
  enum WebhookForm {
    THREADBRIDGE,
    PAGERDUTY
  }

  /// Who is woken when a visitor waits.
  ///
  /// @param layers who take turns; later layers are asked when nobody of the earlier ones comes
  /// @param calendar asked before the layers, if there are both
  /// @param overflowDesk where new conversations go when nobody can serve them
  record OnCallSettings(
      @DefaultValue List<LayerSettings> layers,
      @Nullable CalendarSettings calendar,
      @Nullable Person manager,
      @DefaultValue("3") int capacityPerPerson,
      @Nullable String overflowDesk,
      @Nullable WebhookSettings webhook) {}

  /// People who take turns.
  ///
  /// @param handOver `monday 09:00`, or with a daily rotation `09:00`
  /// @param start the date on which the first person begins; required
  /// @param zone absent: the site's
  /// @param hours when they may be woken; absent: always
  record LayerSettings(
      @DefaultValue List<Person> people,
      @DefaultValue("weekly") Turns rotation,
      @Nullable String handOver,
      @Nullable String start,
      @Nullable String zone,
      @DefaultValue HoursSettings hours) {}

  /// How often people take turns.
  enum Turns {
    DAILY,
    WEEKLY
  }

  /// A rota that is kept in a calendar program.
  ///
  /// @param address an iCalendar address; required, and as secret as the calendar
  /// @param people who is meant by the names in it; required
  record CalendarSettings(@Nullable URI address, @DefaultValue List<Person> people) {
    @Override
    public String toString() {
      return "CalendarSettings[…]";
    }
  }

  /// A person of the workspace.
  ///
  /// @param id `slack:<member id>` or `teams:<Entra object id>`; required
  /// @param name as visitors may read it; required
  /// @param calendarName what a calendar calls them; absent: the name
  record Person(@Nullable String id, @Nullable String name, @Nullable String calendarName) {}

  /// The clocks of PRODUCT 1.2 and 1.3, each with its default.
  record Timers(
      @DefaultValue("10s") Duration firstHold,
      @DefaultValue("120s") Duration laterHold,
      @DefaultValue("60m") Duration abandon,
      @DefaultValue("5m") Duration ask,
      @DefaultValue("2m") Duration warn,
      @DefaultValue("2m") Duration leave,
      @DefaultValue("2m") Duration farewellClose,
      @DefaultValue("9m") Duration thanksClose,
      @DefaultValue("60s") Duration afterSuspension,
      @DefaultValue("60s") Duration goneAfter,
      @DefaultValue("30m") Duration reopen,
      @DefaultValue("1m") Duration promiseGrace,
      @DefaultValue("120s") Duration promiseReply,
      @DefaultValue("5m") Duration mailAfter,
      @DefaultValue("15m") Duration mailEvery,
      @DefaultValue("30d") Duration leadKept) {}

  /// What signs the links, if it is set.
  Optional<String> secretOfLinks() {
    return Secrets.read("link-secret", linkSecret, linkSecretFile);
  }

  /// Whether the pretend workspace is part of the program.
  boolean hasSandbox() {
    return sandbox.enabled() != null
        ? sandbox.enabled()
        : !slack.isConfigured() && !teams.isConfigured();
  }

  /// Whether desks can be in Slack, the real one or the sandbox's.
  boolean hasSlack() {
    return slack.isConfigured() || hasSandbox();
  }

  /// Whether desks can be in Teams, the real one or the sandbox's.
  boolean hasTeams() {
    return teams.isConfigured() || hasSandbox();
  }
}
