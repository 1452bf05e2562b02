package io.threadbridge.slack;

import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.InstantSource;

/// One Slack workspace, as far as we write to it. It connects to nothing before the first call, and
/// starts no thread; [SlackDesk] adds what comes from it.
public final class SlackWorkspace {
  private final SlackSettings settings;
  private final InstantSource clock;
  private final SlackCalls calls;
  private final OwnPosts ownPosts = new OwnPosts();
  private final SlackHealth health;
  private final TeamChat chat;

  /// The workspace of these settings.
  public SlackWorkspace(SlackSettings settings, InstantSource clock) {
    this(settings, clock, SlackCalls.CALL_TIMEOUT, SlackCalls.QUICK_TIMEOUT);
  }

  /// The same with other patience, for tests.
  SlackWorkspace(
      SlackSettings settings, InstantSource clock, Duration callTimeout, Duration quickTimeout) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new SlackCalls(settings, callTimeout, quickTimeout);
    this.health = new SlackHealth(calls, clock);
    this.chat = new SlackTeamChat(calls, ownPosts, settings.visitorAsAuthor());
  }

  /// The port that the bridge writes through.
  public TeamChat chat() {
    return chat;
  }

  /// The same port for a rehearsal: every call is written to its last byte and answered as if it
  /// were done, and none is sent.
  public TeamChat rehearsedChat() {
    return new SlackTeamChat(
        SlackCalls.rehearsed(settings), new OwnPosts(), settings.visitorAsAuthor());
  }

  /// How it stands with this workspace.
  public SlackHealth health() {
    return health;
  }

  SlackSettings settings() {
    return settings;
  }

  InstantSource clock() {
    return clock;
  }

  SlackCalls calls() {
    return calls;
  }

  OwnPosts ownPosts() {
    return ownPosts;
  }
}
