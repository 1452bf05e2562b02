package io.threadbridge.bench.replay;

import io.threadbridge.config.Threadbridge;
import io.threadbridge.sandbox.SandboxApplication;
import io.threadbridge.sandbox.slack.SandboxIds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sandbox and the program, each in its own process on loopback, connected by Socket Mode, with
/// one channel for each site. The program keeps its data in the embedded Redis below `folder`.
final class Stage implements AutoCloseable {
  private static final String HEAP = "2g";
  private static final int LOOKS_MAX = 300;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final ChildJvm sandboxProcess;
  private final ChildJvm programProcess;
  private final SandboxControl sandbox;
  private final VisitorApi visitors;

  private Stage(
      ChildJvm sandboxProcess,
      ChildJvm programProcess,
      SandboxControl sandbox,
      VisitorApi visitors) {
    this.sandboxProcess = sandboxProcess;
    this.programProcess = programProcess;
    this.sandbox = sandbox;
    this.visitors = visitors;
  }

  /// Starts both and waits until the program listens to the sandbox.
  ///
  /// @param limited whether the platform's rates hold, in the sandbox and in the program
  static Stage start(HttpClient http, Path folder, boolean limited, InstantSource clock)
      throws IOException, InterruptedException {
    JsonMapper json = JsonMapper.builder().build();
    int sandboxPort = freePort();
    int port = freePort();
    Files.createDirectories(folder);
    SandboxControl sandbox = new SandboxControl(http, json, "http://127.0.0.1:" + sandboxPort);
    VisitorApi visitors = new VisitorApi(http, json, "http://127.0.0.1:" + port, clock);
    ChildJvm sandboxProcess =
        jvm(SandboxApplication.class, folder, List.of("--server.port=" + sandboxPort));
    try {
      await("the sandbox", sandboxProcess, () -> !sandbox.get("settings").isEmpty());
      furnish(sandbox, limited);
      List<String> settings = settings(port, sandbox.address(), folder, limited);
      ChildJvm program = jvm(Threadbridge.class, folder, settings);
      Stage stage = new Stage(sandboxProcess, program, sandbox, visitors);
      stage.awaitProgram();
      return stage;
    } catch (IOException | InterruptedException | RuntimeException e) {
      sandboxProcess.close();
      throw e;
    }
  }

  private static ChildJvm jvm(Class<?> main, Path folder, List<String> settings)
      throws IOException {
    return ChildJvm.start(main, HEAP, folder.resolve(main.getSimpleName() + ".log"), settings);
  }

  private void awaitProgram() throws IOException, InterruptedException {
    try {
      await(
          "the program",
          programProcess,
          () -> sandbox.get("settings").path("deliveries").path("sockets").asInt(0) > 0);
    } catch (IOException | InterruptedException | RuntimeException e) {
      programProcess.close();
      throw e;
    }
  }

  /// Ten channels; every post of ours is answered at once. Where rates hold, only those of a
  /// channel do: the whole workspace's 300 posts a minute would be half of what ten channels may
  /// take.
  private static void furnish(SandboxControl sandbox, boolean limited)
      throws IOException, InterruptedException {
    for (int i = 0; i < Script.SITES; i++) {
      ObjectNode channel = sandbox.json().createObjectNode().put("channel", Script.channel(i));
      sandbox.post("channel", channel.put("name", "bench-" + i));
    }
    ObjectNode rates = sandbox.json().createObjectNode().put("enabled", limited);
    sandbox.post("rates", rates.put("posting", 100_000));
    ObjectNode answers = sandbox.json().createObjectNode().put("user", SandboxIds.BEN);
    sandbox.post("auto-answer", answers.put("per_post", 1));
  }

  private static List<String> settings(int port, String sandbox, Path folder, boolean limited) {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + port);
    settings.add("--threadbridge.public-url=http://localhost:" + port);
    settings.add("--threadbridge.data-dir=" + folder.resolve("data"));
    settings.add("--threadbridge.slack.bot-token=" + SandboxIds.BOT_TOKEN);
    settings.add("--threadbridge.slack.app-token=" + SandboxIds.APP_TOKEN);
    settings.add("--threadbridge.slack.api-url=" + sandbox + "/sandbox/slack/api/");
    if (!limited) {
      settings.add("--threadbridge.slack.posts-per-second=0");
    }
    for (int i = 0; i < Script.SITES; i++) {
      String site = "--threadbridge.sites." + Script.site(i);
      settings.add(site + ".origins=" + Script.origin(i));
      settings.add(site + ".desk=slack:" + Script.channel(i));
      settings.addAll(withoutCalls(site));
    }
    return settings;
  }

  /// What is replayed is delivery: nobody is called, and no visitor gets the form. Where the desk's
  /// rate is the limit, calls would only take what the lines need.
  private static List<String> withoutCalls(String site) {
    return List.of(
        site + ".escalation.first[0]=10s hold",
        site + ".escalation.later[0]=120s hold",
        site + ".hours.decide-alone=true",
        site + ".on-call.capacity-per-person=1000");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private interface Look {
    boolean isReady() throws IOException, InterruptedException;
  }

  private static void await(String name, ChildJvm process, Look look)
      throws IOException, InterruptedException {
    for (int i = 0; i < LOOKS_MAX && process.isAlive(); i++) {
      try {
        if (look.isReady()) {
          return;
        }
      } catch (IOException _) {
        // Not there yet.
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    throw new IOException(name + " did not start; see its log");
  }

  SandboxControl sandbox() {
    return sandbox;
  }

  VisitorApi visitors() {
    return visitors;
  }

  Duration sandboxTime() {
    return sandboxProcess.processorTime();
  }

  Duration programTime() {
    return programProcess.processorTime();
  }

  @Override
  public void close() {
    programProcess.close();
    sandboxProcess.close();
  }
}
