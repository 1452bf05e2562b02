package io.threadbridge.sandbox;

import io.threadbridge.sandbox.page.PageRoutes;
import io.threadbridge.sandbox.page.TeamsRoutes;
import io.threadbridge.sandbox.slack.PretendSlack;
import io.threadbridge.sandbox.teams.PretendTeams;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Everything of the sandbox as beans, for a program that imports it; all paths are below
/// `/sandbox`.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class SandboxConfiguration {

  @Bean
  PretendSlack pretendSlack() {
    return new PretendSlack(InstantSource.system());
  }

  @Bean
  RouterFunction<ServerResponse> sandboxSlackRoutes(PretendSlack pretendSlack) {
    return pretendSlack.routes();
  }

  @Bean
  PageRoutes sandboxPage(PretendSlack pretendSlack) {
    return new PageRoutes(pretendSlack);
  }

  @Bean
  RouterFunction<ServerResponse> sandboxPageRoutes(PageRoutes sandboxPage) {
    return sandboxPage.routes();
  }

  @Bean
  PretendTeams pretendTeams() {
    return new PretendTeams(InstantSource.system());
  }

  @Bean
  RouterFunction<ServerResponse> sandboxTeamsRoutes(PretendTeams pretendTeams) {
    return pretendTeams.routes();
  }

  @Bean
  RouterFunction<ServerResponse> sandboxTeamsPageRoutes(
      PretendTeams pretendTeams, PageRoutes sandboxPage) {
    return new TeamsRoutes(pretendTeams, sandboxPage).routes();
  }

  /// Tells Teams where it runs and where the bot listens, once both are there.
  ///
  /// `sandbox.teams.base` is by default `http://localhost:<port>`; `sandbox.teams.bot` a path of
  /// this server or an address of loopback, by default none.
  @Bean
  ApplicationListener<ApplicationReadyEvent> sandboxTeamsBot(PretendTeams pretendTeams) {
    return ready -> {
      Environment environment = ready.getApplicationContext().getEnvironment();
      String port = environment.getProperty("local.server.port", "0");
      pretendTeams.connect(
          environment.getProperty("sandbox.teams.base", "http://localhost:" + port),
          environment.getProperty("sandbox.teams.bot", ""));
    };
  }

  @Bean
  FilterRegistrationBean<LoopbackGuard> sandboxLoopbackGuard() {
    FilterRegistrationBean<LoopbackGuard> guard = new FilterRegistrationBean<>(new LoopbackGuard());
    guard.addUrlPatterns("/sandbox", "/sandbox/*");
    guard.setAsyncSupported(true);
    guard.setOrder(Integer.MIN_VALUE);
    return guard;
  }

  @Bean
  WebSocketConfigurer sandboxSocket(PretendSlack pretendSlack) {
    return registry ->
        registry
            .addHandler(pretendSlack.socketHandler(), "/sandbox/slack/socket")
            .addInterceptors(new TicketCheck(pretendSlack));
  }

  /// Ends the page's streams before the server waits for open requests.
  @Bean
  SmartLifecycle sandboxStreams(PageRoutes sandboxPage) {
    return new ClosesFirst(sandboxPage);
  }

  private record TicketCheck(PretendSlack slack) implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      String ticket =
          UriComponentsBuilder.fromUri(request.getURI())
              .build()
              .getQueryParams()
              .getFirst("ticket");
      boolean valid = ticket != null && slack.redeem(ticket);
      if (!valid) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
      }
      return valid;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @org.jspecify.annotations.Nullable Exception failure) {}
  }

  private static final class ClosesFirst implements SmartLifecycle {
    private final PageRoutes page;
    private volatile boolean running;

    ClosesFirst(PageRoutes page) {
      this.page = page;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      page.close();
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
