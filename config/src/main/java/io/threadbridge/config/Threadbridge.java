package io.threadbridge.config;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import picocli.CommandLine;

/// The program. Without a command it serves; its beans are named here and nowhere else.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(Settings.class)
@Import({
  StoreConfiguration.class,
  BridgeConfiguration.class,
  SiteConfiguration.class,
  FiguresConfiguration.class,
  DigestConfiguration.class,
  PlatformConfiguration.class,
  SlackConfiguration.class,
  TeamsConfiguration.class,
  WebConfiguration.class,
  OutwardConfiguration.class,
  WarmUpConfiguration.class,
  MetricsConfiguration.class,
  SandboxImport.class
})
public class Threadbridge {
  /// Runs a command; `serve` if there is none.
  public static void main(String[] args) {
    int status = commandLine().execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// The program's commands.
  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Commands());
    // Settings are written as arguments too.
    commands.setUnmatchedArgumentsAllowed(true);
    // A start that fails has been explained by Spring's failure analysis by then.
    commands.setExecutionExceptionHandler((_, _, _) -> 1);
    return commands;
  }

  /// The program as a Spring application, for `serve` and for tests.
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(Threadbridge.class);
    application.setBannerMode(Banner.Mode.OFF);
    return application;
  }
}
