package io.threadbridge.web.export;

import io.threadbridge.bridge.port.PictureOf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The pictures that were asked for lately. All people of a channel open a post at about the same
/// time: the first has its picture drawn, the others wait for that or get what was drawn.
final class RecentPictures {
  /// So many are remembered, the latest; about 100 KB each, a megabyte at most.
  static final int PICTURES_MAX = 32;

  /// So long a picture is shown again as it was.
  static final Duration KEEP = Duration.ofMinutes(5);

  /// Whoever waits for another's drawing does so no longer.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// @param drawing done, or under way
  private record Asked(CompletableFuture<Drawing> drawing, Instant until) {}

  private final SequencedMap<PictureOf, Asked> asked = new LinkedHashMap<>();
  private final InstantSource clock;

  RecentPictures(InstantSource clock) {
    this.clock = clock;
  }

  /// The picture as it was drawn up to [#KEEP] ago; else as `draw` draws it now, for all who ask
  /// meanwhile. What could not be drawn is tried again by whoever asks next.
  Drawing get(PictureOf picture, Supplier<Drawing> draw) {
    Asked ours = new Asked(new CompletableFuture<>(), clock.instant().plus(KEEP));
    Optional<Asked> before = join(picture, ours);
    if (before.isPresent()) {
      return awaited(before.get().drawing());
    }
    try {
      Drawing drawing = draw.get();
      ours.drawing().complete(drawing);
      return drawing;
    } finally {
      // Nobody waits for what was not drawn because something broke.
      ours.drawing().cancel(false);
      forgetUnlessDrawn(picture, ours);
    }
  }

  /// Who asked before; else `ours` is who asked first.
  private synchronized Optional<Asked> join(PictureOf picture, Asked ours) {
    Instant now = clock.instant();
    asked.values().removeIf(each -> !now.isBefore(each.until()));
    Optional<Asked> before = Optional.ofNullable(asked.putIfAbsent(picture, ours));
    if (asked.size() > PICTURES_MAX) {
      asked.pollFirstEntry();
    }
    return before;
  }

  private synchronized void forgetUnlessDrawn(PictureOf picture, Asked ours) {
    boolean drawn =
        !ours.drawing().isCancelled() && ours.drawing().resultNow() instanceof Drawing.Drawn;
    if (!drawn) {
      asked.remove(picture, ours);
    }
  }

  private static Drawing awaited(CompletableFuture<Drawing> shared) {
    try {
      return shared.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Drawing.Away();
    } catch (TimeoutException | CancellationException | ExecutionException _) {
      return new Drawing.Away();
    }
  }
}
