package io.threadbridge.teams;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which roots of threads we posted lately. Teams does not say whose root a reply stands under; the
/// index of threads does, but what people do can be here before it: people see a card before Teams
/// has told us its id, and another instance may have posted it. So nothing is judged of a root that
/// is only seconds old, unless a person was heard writing it; it must be asked again.
public final class OwnRoots implements RootWatch {
  /// So long a root may be ours without being in the index of threads.
  static final Duration FRESH = Duration.ofMinutes(10);

  /// So long a card may stand in Teams without being known here: as long as is waited for the
  /// answer to a post, and a little for the index of threads.
  static final Duration YOUNG = Patience.USUAL.post().plusSeconds(2);

  private static final int ROOTS_MAX = 10_000;
  private static final int CALLS_MAX = 5_000;
  private static final int CHANNELS_MAX = 1_000;
  private static final int LOST_MAX = 50;

  private static final Pattern MOMENT = Pattern.compile("[0-9]{13}");

  /// The thread that a call is about.
  record Called(DeskRef desk, ThreadRef thread) {}

  private record Aside(Optional<Called> about) {}

  private final InstantSource clock;
  private final BoundedMap<String, Instant> roots = new BoundedMap<>(ROOTS_MAX);
  private final BoundedMap<String, Boolean> others = new BoundedMap<>(ROOTS_MAX);
  private final BoundedMap<String, List<Instant>> lost = new BoundedMap<>(CHANNELS_MAX);
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
  public synchronized void lost(String channel) {
    Stream<Instant> before = lost.get(channel).stream().flatMap(List::stream);
    List<Instant> all = Stream.concat(before, Stream.of(clock.instant())).toList();
    lost.put(channel, all.subList(Math.max(0, all.size() - LOST_MAX), all.size()));
  }

  @Override
  public void called(String channel, String root, DeskRef desk, ThreadRef thread) {
    asides.put(key(channel, root), new Aside(Optional.of(new Called(desk, thread))));
  }

  @Override
  public void announced(String channel, String root) {
    asides.put(key(channel, root), new Aside(Optional.empty()));
  }

  /// A person wrote at a channel's root.
  void somebodys(String channel, String root) {
    others.put(key(channel, root), true);
  }

  /// Whether a root is a visitor's card.
  ///
  /// @param index whether a thread has a conversation
  /// @throws StoreUnavailable if that cannot be told yet: the root is younger than [#YOUNG]
  boolean isOurs(DeskRef desk, ThreadRef root, BiPredicate<DeskRef, ThreadRef> index) {
    if (isFresh(TeamsPlace.of(desk).channel(), root) || index.test(desk, root)) {
      return true;
    }
    if (came(root, clock.instant()) && !isSomebodys(TeamsPlace.of(desk).channel(), root)) {
      throw new StoreUnavailable("a thread that is only seconds old may yet turn out to be ours");
    }
    return false;
  }

  /// Whether a root that is not known as ours came when the answer to a card was lost: probably
  /// that card, which stands there twice.
  boolean isPerhapsLost(String channel, ThreadRef root) {
    return !isSomebodys(channel, root)
        && lost.get(channel).stream().flatMap(List::stream).anyMatch(at -> came(root, at));
  }

  private boolean isSomebodys(String channel, ThreadRef root) {
    return others.get(key(channel, root.value())).isPresent();
  }

  /// Whether a root came less than [#YOUNG] from this moment. Teams names a post by the moment at
  /// which it came, in milliseconds since 1970; where it does not, or its clock and ours are far
  /// apart, none did.
  private static boolean came(ThreadRef root, Instant at) {
    return MOMENT.matcher(root.value()).matches()
        && Duration.between(Instant.ofEpochMilli(Long.parseLong(root.value())), at)
                .abs()
                .compareTo(YOUNG)
            < 0;
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
