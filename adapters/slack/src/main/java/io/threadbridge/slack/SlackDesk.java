package io.threadbridge.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// What comes from one Slack workspace: by Socket Mode if there is an app-level token, else by
/// HTTP. Between [#start] and [#close] it keeps itself connected.
public final class SlackDesk implements AutoCloseable {
  /// So many homes are made at once.
  private static final int HOMES = 2;

  /// So many wait; what comes then is not made.
  private static final int HOMES_WAITING_MAX = 100;

  private final SlackStart start;
  private final Optional<SlackSocket> socket;
  private final Optional<SlackHttpEndpoint> endpoint;
  private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService homes =
      new ThreadPoolExecutor(
          HOMES,
          HOMES,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(HOMES_WAITING_MAX),
          Thread.ofVirtual().name("slack-home-", 0).factory());
  private final Thread starter = Thread.ofVirtual().name("slack-start").unstarted(this::run);

  /// A desk of this workspace that knocks at these doors.
  ///
  /// @param usual the adapter's own words where there is no desk: what a visitor reads in place of
  ///     names that are not known, and an empty home
  /// @param random for the jitter of pauses
  public SlackDesk(
      SlackWorkspace workspace, SlackDoors doors, SlackWords usual, RandomGenerator random) {
    this(workspace, doors, usual, random, Duration.ofSeconds(1));
  }

  /// The same with a shorter pause between connections, for tests.
  SlackDesk(
      SlackWorkspace workspace,
      SlackDoors doors,
      SlackWords usual,
      RandomGenerator random,
      Duration pauseMin) {
    SlackCalls calls = workspace.calls();
    SlackHealth health = workspace.health();
    this.start = new SlackStart(calls, health, workspace.identity(), random);
    SlackEvents events = SlackEvents.of(workspace, doors, usual, aside, homes);
    this.socket =
        workspace
            .settings()
            .appToken()
            .map(_ -> new SlackSocket(calls, events, health, random, pauseMin));
    this.endpoint =
        workspace
            .settings()
            .signingSecret()
            .map(secret -> new SlackRequestVerifier(secret, workspace.clock()))
            .map(verifier -> new SlackHttpEndpoint(verifier, events));
  }

  /// What answers at `/slack/events`; empty without a signing secret.
  public Optional<SlackHttpEndpoint> endpoint() {
    return endpoint;
  }

  /// Finds out who we are, then connects; returns at once, and works on for as long as it takes.
  public void start() {
    starter.start();
  }

  private void run() {
    try {
      start.introduce();
      socket.ifPresent(SlackSocket::start);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    starter.interrupt();
    socket.ifPresent(SlackSocket::close);
    aside.shutdownNow();
    homes.shutdownNow();
  }
}
