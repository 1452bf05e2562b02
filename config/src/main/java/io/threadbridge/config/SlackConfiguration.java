package io.threadbridge.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.application.HomeReports;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.slack.SlackDesk;
import io.threadbridge.slack.SlackDoors;
import io.threadbridge.slack.SlackHttpEndpoint;
import io.threadbridge.slack.SlackSettings;
import io.threadbridge.slack.SlackWorkspace;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
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

/// Slack: the real one of the settings, or the sandbox's.
@Configuration(proxyBeanMethods = false)
@Conditional(SlackConfiguration.Wanted.class)
class SlackConfiguration {
  private static final String PLATFORM = "slack";

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
  SlackWorkspace slackWorkspace(SlackSettings settings, InstantSource clock, DeskTexts texts) {
    return new SlackWorkspace(settings, clock, desk -> word -> texts.of(desk, word.key()));
  }

  @Bean
  ChatPlatform slackPlatform(SlackWorkspace slack) {
    return new ChatPlatform(
        PLATFORM, slack.chat(), Optional.of(slack.rehearsedChat()), slack.presence());
  }

  @Bean
  SlackDesk slackDesk(
      SlackWorkspace slack,
      StaffDoor door,
      DeskCommands commands,
      DeskTexts texts,
      HomeReports reports) {
    SlackDoors doors = new SlackDoors(door::accept, commands, texts::isDesk, reports::of);
    return new SlackDesk(slack, doors, word -> texts.of(word.key()), new SecureRandom());
  }

  @Bean
  AtStart slackStart(SlackDesk desk) {
    return new AtStart(desk::start);
  }

  @Bean
  PlatformWatch slackWatch(SlackWorkspace slack, Sites sites, Observations observer) {
    Set<String> channels =
        sites.all().stream()
            .flatMap(Site::desks)
            .filter(desk -> desk.platform().equals(PLATFORM))
            .map(DeskRef::channel)
            .collect(toUnmodifiableSet());
    return new PlatformWatch("Slack", new SlackFacts(slack.health(), channels), observer);
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

  /// Whether there is a Slack.
  static final class Wanted extends PlatformConfiguration.SettingsSay {
    Wanted() {
      super(Settings::hasSlack);
    }
  }
}
