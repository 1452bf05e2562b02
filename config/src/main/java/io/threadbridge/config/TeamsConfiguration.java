package io.threadbridge.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.application.HomeReports;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.config.Settings.Teams;
import io.threadbridge.teams.Hearing;
import io.threadbridge.teams.OwnRoots;
import io.threadbridge.teams.TeamsDesk;
import io.threadbridge.teams.TeamsDoors;
import io.threadbridge.teams.TeamsEndpoint;
import io.threadbridge.teams.TeamsSettings;
import io.threadbridge.teams.TeamsWorkspace;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Microsoft Teams: the real one of the settings, or the sandbox's.
@Configuration(proxyBeanMethods = false)
@Conditional(TeamsConfiguration.Wanted.class)
class TeamsConfiguration {
  private static final String PLATFORM = "teams";

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

  @Bean
  OwnRoots teamsRoots(InstantSource clock) {
    return new OwnRoots(clock);
  }

  @Bean
  Hearing teamsHearing(Notebook notebook, InstantSource clock) {
    return new Hearing(notebook, clock);
  }

  @Bean
  TeamsWorkspace teamsWorkspace(
      TeamsSettings teams,
      Settings settings,
      Notebook notebook,
      InstantSource clock,
      DeskTexts texts,
      Hearing hearing,
      OwnRoots roots) {
    return new TeamsWorkspace(
        teams,
        settings.publicUrl(),
        notebook,
        clock,
        desk -> word -> texts.of(desk, word.key()),
        hearing::hearsAll,
        roots);
  }

  @Bean
  ChatPlatform teamsPlatform(TeamsWorkspace teams) {
    return new ChatPlatform(PLATFORM, teams.chat(), Optional.empty(), teams.presence());
  }

  @Bean
  TeamsDesk teamsDesk(
      TeamsWorkspace teams,
      OwnRoots roots,
      Hearing hearing,
      StaffDoor door,
      ThreadIndex threads,
      DeskCommands commands,
      HomeReports reports,
      DeskTexts texts,
      Sites sites,
      InstantSource clock) {
    TeamsDoors doors =
        new TeamsDoors(
            door::accept,
            (desk, thread) -> threads.find(desk, thread).isPresent(),
            commands,
            reports::of,
            () -> desks(sites));
    return new TeamsDesk(
        teams, roots, hearing, doors, (desk, word) -> texts.of(desk, word.key()), clock);
  }

  private static Set<DeskRef> desks(Sites sites) {
    return sites.all().stream()
        .flatMap(Site::desks)
        .filter(desk -> desk.platform().equals(PLATFORM))
        .collect(toUnmodifiableSet());
  }

  @Bean
  AtStart teamsStart(TeamsDesk desk) {
    return new AtStart(desk::start);
  }

  @Bean
  PlatformWatch teamsWatch(TeamsWorkspace teams, Sites sites, Observations observer) {
    return new PlatformWatch("Teams", new TeamsFacts(teams, desks(sites)), observer);
  }

  @Bean
  RouterFunction<ServerResponse> teamsRoutes(TeamsDesk desk) {
    TeamsEndpoint endpoint = desk.endpoint();
    return RouterFunctions.route()
        .POST("/api/messages", request -> answer(endpoint, request))
        .build();
  }

  private static ServerResponse answer(TeamsEndpoint endpoint, ServerRequest request)
      throws ServletException, IOException {
    byte[] body =
        request.servletRequest().getInputStream().readNBytes(TeamsEndpoint.BODY_BYTES_MAX + 1);
    HttpHeaders headers = request.headers().asHttpHeaders();
    TeamsEndpoint.Answer answer = endpoint.handle(body, headers.toSingleValueMap());
    return ServerResponse.status(answer.status())
        .contentType(MediaType.parseMediaType(answer.contentType()))
        .body(answer.body());
  }

  /// Whether there is a Teams.
  static final class Wanted extends PlatformConfiguration.SettingsSay {
    Wanted() {
      super(Settings::hasTeams);
    }
  }
}
