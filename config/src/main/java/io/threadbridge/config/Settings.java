package io.threadbridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings below `threadbridge`, as YAML, environment or arguments. An unknown key or an
/// impossible value stops the start. Each secret can also be given as a file (`…-file`).
///
/// @param publicUrl where visitors reach the program; loopback if the sandbox is on
/// @param dataDir where the embedded Redis keeps its files
@ConfigurationProperties(prefix = "threadbridge", ignoreUnknownFields = false)
record Settings(
    URI publicUrl,
    @DefaultValue("data") Path dataDir,
    @DefaultValue RedisSettings redis,
    @DefaultValue Slack slack,
    @DefaultValue Sandbox sandbox,
    @DefaultValue Limits limits,
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

  /// @param enabled absent: exactly when no chat platform is configured
  record Sandbox(@Nullable Boolean enabled) {}

  /// One website with the widget on it.
  ///
  /// @param origins where its pages come from, such as `https://shop.example`; required
  /// @param desk `slack:<channel>`; required
  record SiteSettings(
      @Nullable String title,
      @Nullable List<String> origins,
      @Nullable String desk,
      @DefaultValue("en") List<String> languages,
      @DefaultValue("en") String deskLanguage,
      @DefaultValue("UTC") String zone,
      @DefaultValue List<String> protectedPages,
      @DefaultValue("90d") Duration retention,
      @DefaultValue Timers timers) {}

  /// The clocks of PRODUCT 1.2 and 1.3, each with its default.
  record Timers(
      @DefaultValue("10s") Duration firstHold,
      @DefaultValue("120s") Duration laterHold,
      @DefaultValue("120s") Duration choice,
      @DefaultValue("60m") Duration abandon,
      @DefaultValue("5m") Duration ask,
      @DefaultValue("2m") Duration warn,
      @DefaultValue("2m") Duration leave,
      @DefaultValue("2m") Duration farewellClose,
      @DefaultValue("9m") Duration thanksClose,
      @DefaultValue("60s") Duration afterSuspension,
      @DefaultValue("60s") Duration goneAfter,
      @DefaultValue("30m") Duration reopen) {}

  /// Whether the pretend workspace is part of the program.
  boolean hasSandbox() {
    return sandbox.enabled() != null ? sandbox.enabled() : !slack.isConfigured();
  }
}
