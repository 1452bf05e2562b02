package io.threadbridge.config;

import io.threadbridge.config.Settings.Teams;
import io.threadbridge.teams.TeamsSettings;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// Microsoft Teams: the real one of the settings, or the sandbox's.
@Configuration(proxyBeanMethods = false)
@Conditional(TeamsConfiguration.Wanted.class)
class TeamsConfiguration {
  @Bean
  TeamsSettings teamsSettings(Settings settings) {
    Teams teams = settings.teams();
    if (!teams.isConfigured()) {
      return SandboxTeams.settings(settings.publicUrl());
    }
    try {
      return new TeamsSettings(
          Objects.requireNonNullElse(teams.appId(), ""),
          teams.secret(),
          Objects.requireNonNullElse(teams.tenantId(), ""),
          teams.loginUrl(),
          teams.openIdMetadataUrl(),
          teams.serviceHosts(),
          Optional.ofNullable(teams.graphUrl()));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          "threadbridge.teams cannot be used",
          Objects.requireNonNullElse(e.getMessage(), "see README"),
          e);
    }
  }

  /// Whether there is a Teams.
  static final class Wanted extends PlatformConfiguration.SettingsSay {
    Wanted() {
      super(Settings::hasTeams);
    }
  }
}
