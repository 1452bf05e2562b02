package io.threadbridge.sandbox;

import static java.util.Objects.requireNonNull;

import io.threadbridge.sandbox.slack.PretendSlack;
import io.threadbridge.sandbox.teams.PretendTeams;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// Runs the sandbox alone: `SandboxApplication.main(--server.port=4500)`, or `start()` in a test.
@EnableAutoConfiguration
@Import(SandboxConfiguration.class)
@SpringBootConfiguration(proxyBeanMethods = false)
public class SandboxApplication {

  /// A sandbox that runs in this process; closing it stops the server.
  public static final class Running implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Running(ConfigurableApplicationContext context) {
      this.context = context;
    }

    public int port() {
      String port = context.getEnvironment().getProperty("local.server.port");
      return Integer.parseInt(requireNonNull(port, "a started server has a port"));
    }

    /// `http://127.0.0.1:<port>`, without a slash at the end.
    public String address() {
      return "http://127.0.0.1:" + port();
    }

    /// What `slack.api-url` is set to, with the slash at the end that Slack's SDK needs.
    public String apiUrl() {
      return address() + "/sandbox/slack/api/";
    }

    /// The workspace itself, for a test in the same process that would rather not use HTTP.
    public PretendSlack slack() {
      return context.getBean(PretendSlack.class);
    }

    /// Teams itself, likewise.
    public PretendTeams teams() {
      return context.getBean(PretendTeams.class);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /// As arguments, because the settings of whichever program it runs in come before its own.
  private static final List<String> SET = List.of("--server.port=0", "--server.address=127.0.0.1");

  /// Starts a sandbox on a free port of loopback.
  public static Running start(String... arguments) {
    Map<String, Object> defaults =
        Map.of(
            "server.shutdown", "immediate",
            "spring.threads.virtual.enabled", "true",
            "spring.servlet.multipart.max-file-size", "20MB",
            "spring.servlet.multipart.max-request-size", "20MB",
            "spring.main.banner-mode", "off",
            "spring.jmx.enabled", "false");
    return new Running(
        new SpringApplicationBuilder(SandboxApplication.class)
            .properties(defaults)
            .registerShutdownHook(false)
            .run(
                Stream.concat(
                        Stream.of(arguments),
                        SET.stream().filter(setting -> !isGiven(setting, arguments)))
                    .toArray(String[]::new)));
  }

  private static boolean isGiven(String setting, String... arguments) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    return Stream.of(arguments).anyMatch(argument -> argument.startsWith(name));
  }

  /// Starts a sandbox that runs until the process ends.
  public static void main(String... arguments) {
    Running sandbox = start(arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println("The sandbox workspace is at " + sandbox.address() + "/sandbox/");
  }
}
