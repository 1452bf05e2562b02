package io.threadbridge.slack;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// One Slack workspace, as far as we write to it. It connects to nothing before the first call, and
/// starts no thread; [SlackDesk] adds what comes from it.
public final class SlackWorkspace {
  private final SlackSettings settings;
  private final InstantSource clock;
  private final SlackCalls calls;
  private final Function<DeskRef, SlackWords> words;
  private final OwnPosts ownPosts = new OwnPosts();
  private final AtomicReference<Optional<SlackIdentity>> identity =
      new AtomicReference<>(Optional.empty());
  private final SlackHealth health;
  private final SlackPeople people;
  private final TeamChat chat;
  private final StaffPresence presence;

  /// The workspace of these settings.
  ///
  /// @param words the adapter's own, in each desk's language
  public SlackWorkspace(
      SlackSettings settings, InstantSource clock, Function<DeskRef, SlackWords> words) {
    this(settings, clock, words, SlackCalls.CALL_TIMEOUT, SlackCalls.QUICK_TIMEOUT);
  }

  /// The same with other patience, for tests.
  SlackWorkspace(
      SlackSettings settings,
      InstantSource clock,
      Function<DeskRef, SlackWords> words,
      Duration callTimeout,
      Duration quickTimeout) {
    this.settings = settings;
    this.clock = clock;
    this.words = words;
    this.calls = new SlackCalls(settings, callTimeout, quickTimeout);
    this.health = new SlackHealth(calls, clock);
    this.people = new SlackPeople(calls, health, clock);
    this.chat = new SlackTeamChat(calls, ownPosts, health, words, settings.visitorAsAuthor());
    this.presence = new SlackPresence(calls, people, identity::get, clock);
  }

  /// The port that the bridge writes through.
  public TeamChat chat() {
    return chat;
  }

  /// The same port for a rehearsal: every call is written to its last byte and answered as if it
  /// were done, and none is sent.
  public TeamChat rehearsedChat() {
    return new SlackTeamChat(
        SlackCalls.rehearsed(settings), new OwnPosts(), health, words, settings.visitorAsAuthor());
  }

  /// The port that tells who of a desk's people is there.
  public StaffPresence presence() {
    return presence;
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

  Function<DeskRef, SlackWords> words() {
    return words;
  }

  SlackPeople people() {
    return people;
  }

  AtomicReference<Optional<SlackIdentity>> identity() {
    return identity;
  }
}
