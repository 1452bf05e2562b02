package io.threadbridge.slack;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.slack.ButtonValue.Place;
import java.util.Optional;

/// Which of our posts Slack has shown us since the start, by the batch that each carries: evidence
/// that a post whose answer was lost was done. Also knows in which thread any recent post stands,
/// and which of our posts are calls or announcements.
final class OwnPosts {
  /// A post of ours that is known to stand; `thread` is empty at the channel's root.
  record Seen(String channel, Optional<String> thread, String ts) {}

  /// The thread that a post stands in, and whether its root is ours.
  record InThread(String thread, boolean rootIsOurs) {}

  private record Aside(Optional<Place> about) {}

  private static final int POSTS_MAX = 10_000;
  private static final int THREADS_MAX = 20_000;
  private static final int ASIDES_MAX = 5_000;
  private static final int FILES_MAX = 5_000;

  private final BoundedMap<String, Seen> byBatch = new BoundedMap<>(POSTS_MAX);
  private final BoundedMap<String, InThread> byPost = new BoundedMap<>(THREADS_MAX);
  private final BoundedMap<String, String> files = new BoundedMap<>(FILES_MAX);
  private final BoundedMap<String, Aside> asides = new BoundedMap<>(ASIDES_MAX);

  /// Our own post came back to us as an event.
  void saw(String batch, Seen seen) {
    byBatch.put(batch, seen);
  }

  /// The post that carries this batch.
  Optional<Seen> carrying(String batch) {
    return byBatch.get(batch);
  }

  /// A post was deleted: it is no evidence any more.
  void forget(String batch) {
    byBatch.remove(batch);
  }

  /// A post stands in this thread.
  void standsIn(String channel, String ts, InThread thread) {
    byPost.put(channel + ":" + ts, thread);
  }

  /// Where a post stands.
  Optional<InThread> whereIs(String channel, String ts) {
    return byPost.get(channel + ":" + ts);
  }

  /// A post shows this file of ours.
  void shows(String channel, String ts, String file) {
    files.put(channel + ":" + ts, file);
  }

  /// The file of ours that a post shows, as far as is known.
  Optional<String> shownBy(String channel, String ts) {
    return files.get(channel + ":" + ts);
  }

  /// A post at a channel's root is no visitor's thread.
  ///
  /// @param about the thread that it calls to; empty if it is about none
  void standsAside(String channel, String ts, Optional<Place> about) {
    asides.put(channel + ":" + ts, new Aside(about));
  }

  /// Whether a post is known to be no visitor's thread, though it is ours.
  boolean isAside(String channel, String ts) {
    return asides.get(channel + ":" + ts).isPresent();
  }

  /// Which thread a call is about; empty if the post is none, as far as is known.
  Optional<Place> calledTo(String channel, String ts) {
    return asides.get(channel + ":" + ts).flatMap(Aside::about);
  }
}
