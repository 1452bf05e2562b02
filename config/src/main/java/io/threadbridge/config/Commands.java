package io.threadbridge.config;

import io.threadbridge.slack.SlackManifest;
import io.threadbridge.teams.TeamsPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// The command line: `serve` (default), `manifest slack` and `manifest teams`.
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

  /// Writes what another program must be told to be connected.
  @Command(
      name = "manifest",
      description = "Write what Slack or Teams makes the app from.",
      subcommands = {Commands.ForSlack.class, Commands.ForTeams.class})
  static final class Manifest implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(
          line(spec), "name a platform: manifest slack, or manifest teams");
    }
  }

  /// Prints the manifest for Slack.
  @Command(name = "slack", description = "Print the manifest from which Slack makes the app.")
  static final class ForSlack implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--public-url",
        description = "Events come by HTTP to this address; without it by Socket Mode.")
    private @Nullable String publicUrl;

    @Override
    public void run() {
      PrintWriter out = line(spec).getOut();
      Optional<String> address = Optional.ofNullable(publicUrl).map(ForSlack::events);
      out.print(SlackManifest.manifest(address, true));
      out.flush();
    }

    private static String events(String publicUrl) {
      return publicUrl.replaceFirst("/+$", "") + "/slack/events";
    }
  }

  /// Writes the app package for Teams.
  @Command(name = "teams", description = "Write the app package that Teams is given, a zip.")
  static final class ForTeams implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--app-id",
        required = true,
        description = "The Microsoft App ID, from the Azure Bot's configuration.")
    private String appId = "";

    @Option(
        names = "--public-url",
        required = true,
        description = "Where visitors reach the program, such as https://chat.example.com.")
    private URI publicUrl = URI.create("");

    @Option(
        names = "--output",
        defaultValue = "threadbridge-teams.zip",
        description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("");

    @Override
    public void run() {
      CommandLine line = line(spec);
      try {
        Files.write(output, new TeamsPackage(appId, publicUrl).zip());
      } catch (IllegalArgumentException e) {
        throw new ParameterException(line, Objects.requireNonNullElse(e.getMessage(), ""), e);
      } catch (IOException e) {
        throw new ParameterException(line, "cannot write " + output + ": " + e.getMessage(), e);
      }
      line.getOut().println("Written: " + output);
      line.getOut().flush();
    }
  }

  private static CommandLine line(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec, "picocli sets it before it runs a command").commandLine();
  }

  private static void serve(List<String> settings) {
    Threadbridge.application().run(settings.toArray(String[]::new));
  }
}
