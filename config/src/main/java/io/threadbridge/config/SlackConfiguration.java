package io.threadbridge.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.slack.SlackDesk;
import io.threadbridge.slack.SlackDoors;
import io.threadbridge.slack.SlackHttpEndpoint;
import io.threadbridge.slack.SlackSettings;
import io.threadbridge.slack.SlackWords;
import io.threadbridge.slack.SlackWorkspace;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Slack: the real one of the settings, or the sandbox's.
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {
  @Bean
  SlackSettings slackSettings(Settings settings) {
    Settings.Slack slack = settings.slack();
    if (settings.hasSandbox() && !slack.isConfigured()) {
      URI api = settings.publicUrl().resolve("/sandbox/slack/api/");
      return new SlackSettings(
          SandboxWorkspace.BOT_TOKEN,
          Optional.of(SandboxWorkspace.APP_TOKEN),
          Optional.empty(),
          api,
          true);
    }
    try {
      return new SlackSettings(
          slack.token().orElse(""), slack.socketToken(), slack.secret(), slack.apiUrl(), true);
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          "threadbridge.slack cannot be used",
          Objects.requireNonNullElse(e.getMessage(), "see README"),
          e);
    }
  }

  @Bean
  SlackWorkspace slackWorkspace(
      SlackSettings settings, InstantSource clock, Sites sites, Texts texts) {
    return new SlackWorkspace(settings, clock, desk -> words(texts, language(sites, desk)));
  }

  private static SlackWords words(Texts texts, String language) {
    return word -> texts.label(language, ZoneOffset.UTC, word.key(), Map.of());
  }

  private static String language(Sites sites, DeskRef desk) {
    return sites.all().stream()
        .filter(site -> site.desk().equals(desk))
        .map(Site::deskLanguage)
        .findFirst()
        .orElse("en");
  }

  @Bean
  StaffPresence slackPresence(SlackWorkspace slack) {
    return slack.presence();
  }

  @Bean
  Map<String, TeamChat> chats(SlackWorkspace slack) {
    return Map.of("slack", slack.chat());
  }

  @Bean
  SlackDesk slackDesk(
      SlackWorkspace slack, StaffDoor door, DeskCommands commands, Sites sites, Texts texts) {
    Predicate<DeskRef> isDesk =
        desk -> sites.all().stream().anyMatch(site -> site.desk().equals(desk));
    SlackDoors doors = new SlackDoors(door::accept, commands, isDesk);
    return new SlackDesk(slack, doors, words(texts, "en"), new SecureRandom());
  }

  @Bean
  AtStart slackStart(SlackDesk desk) {
    return new AtStart(desk::start);
  }

  @Bean
  SlackWatch slackWatch(SlackWorkspace slack, Sites sites, Observations observer) {
    Set<String> channels =
        sites.all().stream()
            .flatMap(Site::desks)
            .filter(desk -> desk.platform().equals("slack"))
            .map(DeskRef::channel)
            .collect(toUnmodifiableSet());
    return new SlackWatch(slack.health(), channels, observer);
  }

  @Bean
  RouterFunction<ServerResponse> slackRoutes(SlackDesk desk) {
    return RouterFunctions.route().POST("/slack/events", request -> answer(desk, request)).build();
  }

  private static ServerResponse answer(SlackDesk desk, ServerRequest request)
      throws ServletException, IOException {
    Optional<SlackHttpEndpoint> endpoint = desk.endpoint();
    if (endpoint.isEmpty()) {
      return ServerResponse.notFound().build();
    }
    byte[] body =
        request.servletRequest().getInputStream().readNBytes(SlackHttpEndpoint.BODY_BYTES_MAX + 1);
    HttpHeaders headers = request.headers().asHttpHeaders();
    SlackHttpEndpoint.Answer answer = endpoint.get().handle(body, headers.toSingleValueMap());
    return ServerResponse.status(answer.status())
        .contentType(MediaType.parseMediaType(answer.contentType()))
        .body(answer.body());
  }
}
