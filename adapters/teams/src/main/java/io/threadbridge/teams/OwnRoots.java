package io.threadbridge.teams;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Which roots of threads we posted lately. Teams does not say whose root a reply stands under; the
/// index of threads does, but a reply can be here before it. In memory: of a thread that another
/// instance opened a moment ago, a reply that overtakes the index is lost to the visitor; it stays
/// in the thread, and the card still waits.
public final class OwnRoots implements RootWatch {
  /// So long a root may be ours without being in the index of threads.
  static final Duration FRESH = Duration.ofMinutes(10);

  private static final int ROOTS_MAX = 10_000;
  private static final int CALLS_MAX = 5_000;

  /// The thread that a call is about.
  record Called(DeskRef desk, ThreadRef thread) {}

  private record Aside(Optional<Called> about) {}

  private final InstantSource clock;
  private final BoundedMap<String, Instant> roots = new BoundedMap<>(ROOTS_MAX);
  private final BoundedMap<String, Aside> asides = new BoundedMap<>(CALLS_MAX);

  /// None so far.
  public OwnRoots(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void opened(String channel, String root) {
    roots.put(key(channel, root), clock.instant());
  }

  @Override
  public void called(String channel, String root, DeskRef desk, ThreadRef thread) {
    asides.put(key(channel, root), new Aside(Optional.of(new Called(desk, thread))));
  }

  @Override
  public void announced(String channel, String root) {
    asides.put(key(channel, root), new Aside(Optional.empty()));
  }

  /// Whether we posted this card within the last [#FRESH].
  boolean isFresh(String channel, ThreadRef root) {
    Instant oldest = clock.instant().minus(FRESH);
    return roots.get(key(channel, root.value())).filter(oldest::isBefore).isPresent();
  }

  /// Whether a root is a call or an announcement of ours.
  boolean isAside(String channel, String root) {
    return asides.get(key(channel, root)).isPresent();
  }

  /// Which thread a call is about; empty if the root is none, as far as is known.
  Optional<Called> calledTo(String channel, String root) {
    return asides.get(key(channel, root)).flatMap(Aside::about);
  }

  private static String key(String channel, String root) {
    return channel + ";" + root;
  }
}
