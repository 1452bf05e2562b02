package io.threadbridge.config;

import io.threadbridge.sandbox.SandboxConfiguration;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// The pretend workspace and the demo's shop, when the settings ask for them; on loopback only.
@Configuration(proxyBeanMethods = false)
@Conditional(SandboxImport.Wanted.class)
@Import(SandboxConfiguration.class)
class SandboxImport {
  SandboxImport(Settings settings) throws UnknownHostException {
    URI url = settings.publicUrl();
    if (!InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
      throw new SettingsProblem(
          "the sandbox is on and threadbridge.public-url is not loopback: " + url,
          "configure threadbridge.slack or threadbridge.teams, or set threadbridge.sandbox.enabled to false");
    }
  }

  @Bean
  RouterFunction<ServerResponse> demoRoutes() {
    return DemoRoutes.routes();
  }

  @Bean
  Welcome welcome(Settings settings) {
    return new Welcome(settings.publicUrl());
  }

  /// Whether the settings have the sandbox.
  static final class Wanted extends PlatformConfiguration.SettingsSay {
    Wanted() {
      super(Settings::hasSandbox);
    }
  }
}
