package io.threadbridge.config;

import io.threadbridge.slack.SlackManifest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// The command line: `serve` (default) and `manifest slack`.
@Command(
    name = "threadbridge",
    description = "Website chat that lives in the channel where the staff already are.",
    mixinStandardHelpOptions = true,
    subcommands = {Commands.Serve.class, Commands.Manifest.class})
final class Commands implements Runnable {
  @Unmatched private List<String> settings = new ArrayList<>();

  @Override
  public void run() {
    serve(settings);
  }

  /// The program serves until it is told to stop; settings are written `--threadbridge.…=…`.
  @Command(
      name = "serve",
      description = "Serve visitors and staff (what happens without a command).")
  static final class Serve implements Runnable {
    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public void run() {
      Commands.serve(settings);
    }
  }

  /// Prints what another program must be told to be connected.
  @Command(name = "manifest", description = "Print the manifest from which Slack makes the app.")
  static final class Manifest implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(description = "slack")
    private String platform = "slack";

    @Option(
        names = "--public-url",
        description = "Events come by HTTP to this address; without it by Socket Mode.")
    private @Nullable String publicUrl;

    @Override
    public void run() {
      if (!platform.equals("slack") || spec == null) {
        throw new IllegalArgumentException("the only manifest so far is slack");
      }
      PrintWriter out = spec.commandLine().getOut();
      Optional<String> address = Optional.ofNullable(publicUrl).map(Manifest::events);
      out.print(SlackManifest.manifest(address, true));
      out.flush();
    }

    private static String events(String publicUrl) {
      return publicUrl.replaceFirst("/+$", "") + "/slack/events";
    }
  }

  private static void serve(List<String> settings) {
    Threadbridge.application().run(settings.toArray(String[]::new));
  }
}
