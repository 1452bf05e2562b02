package io.threadbridge.config;

import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskLine.Place;
import io.threadbridge.bridge.port.DeskRates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Serves each desk's line: takes whose turn it is when the desk's rate allows it, and carries out
/// one post of that conversation.
final class DeskLoops {
  /// So many posts of one desk may be on their way at once.
  private static final int AT_ONCE_MAX = 16;

  /// A desk with a rate is sent one post after the other, but a post that takes longer than this
  /// holds up no other. Posts that are held up together would arrive together, and the platform
  /// would refuse some for their rate though each was sent in its time.
  static final Duration ONE_BY_ONE = Duration.ofSeconds(3);

  private static final Duration IDLE = Duration.ofMillis(500);

  private final DeskLine line;
  private final DeskStep step;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final Function<DeskRef, DeskRates> rates;
  private final Map<DeskRef, Loop> loops = new ConcurrentHashMap<>();

  /// Conversations that are being served here; the value says whether more came meanwhile.
  private final Map<ConversationId, Boolean> serving = new ConcurrentHashMap<>();

  private final ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later;

  /// @param rates the rates of each desk; where there is none to keep, posts go out together
  DeskLoops(
      DeskLine line,
      DeskStep step,
      List<DeskRef> desks,
      DecisionObserver observer,
      InstantSource clock,
      Function<DeskRef, DeskRates> rates,
      ScheduledExecutorService later) {
    this.line = line;
    this.step = step;
    this.observer = observer;
    this.clock = clock;
    this.rates = rates;
    this.later = later;
    desks.forEach(desk -> loops.put(desk, loop(desk)));
  }

  void start() {
    loops.values().forEach(Loop::start);
  }

  void stop() throws InterruptedException {
    for (Loop loop : loops.values()) {
      loop.stop();
    }
    posts.shutdown();
    boolean _ = posts.awaitTermination(15, TimeUnit.SECONDS);
  }

  /// The conversation owes its desk something. While it is being served it need not queue: whoever
  /// serves it looks again.
  void owes(DeskRef desk, ConversationId conversation, Place place) {
    Boolean known = serving.computeIfPresent(conversation, (_, _) -> true);
    if (known == null) {
      line.enter(desk, conversation, place, clock.instant());
      signal(desk);
    }
  }

  private void signal(DeskRef desk) {
    Loop loop = loops.get(desk);
    if (loop != null) {
      loop.signal();
    }
  }

  private Loop loop(DeskRef desk) {
    Semaphore room = new Semaphore(AT_ONCE_MAX);
    return new Loop("line of " + desk.value(), () -> turn(desk, room), observer);
  }

  private Duration turn(DeskRef desk, Semaphore room) throws InterruptedException {
    room.acquire();
    boolean handedOver = false;
    try {
      Instant now = clock.instant();
      switch (line.take(desk, now)) {
        case DeskLine.Turn.Yours yours -> {
          Future<?> post = posts.submit(() -> serve(desk, yours.conversation(), room));
          handedOver = true;
          oneByOne(desk, post);
          return Duration.ZERO;
        }
        case DeskLine.Turn.Wait wait -> {
          return atMost(Duration.between(now, wait.until()), Duration.ofSeconds(1));
        }
        case DeskLine.Turn.Nobody _ -> {
          return IDLE;
        }
      }
    } finally {
      if (!handedOver) {
        room.release();
      }
    }
  }

  private void oneByOne(DeskRef desk, Future<?> post) throws InterruptedException {
    try {
      if (rates.apply(desk).isLimited()) {
        post.get(ONE_BY_ONE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException _) {
      // It takes its time; the next need not wait for it.
    } catch (ExecutionException e) {
      observer.workerFailed("post", e);
    }
  }

  /// May catch everything, like the loop: what fails is owed still and comes back by itself.
  private void serve(DeskRef desk, ConversationId conversation, Semaphore room) {
    try {
      if (serving.putIfAbsent(conversation, false) != null) {
        serving.computeIfPresent(conversation, (_, _) -> true);
        return;
      }
      DeskStep.Rest rest = null;
      try {
        rest = step.run(conversation, desk);
      } finally {
        boolean more = Objects.requireNonNullElse(serving.remove(conversation), false);
        if (rest != null) {
          goOn(desk, conversation, rest, more);
        }
      }
    } catch (RuntimeException e) {
      observer.workerFailed("post to " + desk.value(), e);
    } finally {
      room.release();
    }
  }

  private void goOn(DeskRef desk, ConversationId conversation, DeskStep.Rest rest, boolean more) {
    rest.pause().ifPresent(until -> line.pause(desk, until));
    if (!rest.more() && !more) {
      return;
    }
    DeskRef where = rest.elsewhere().orElse(desk);
    Duration wait = Duration.between(clock.instant(), rest.notBefore());
    if (wait.isPositive()) {
      ScheduledFuture<?> _ =
          later.schedule(
              () -> again(where, conversation), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
    } else {
      owes(where, conversation, Place.WORDS);
    }
  }

  private void again(DeskRef desk, ConversationId conversation) {
    posts.execute(
        () -> {
          try {
            owes(desk, conversation, Place.WORDS);
          } catch (RuntimeException e) {
            observer.workerFailed("line of " + desk.value(), e);
          }
        });
  }

  private static Duration atMost(Duration wanted, Duration most) {
    return wanted.compareTo(most) < 0 ? wanted : most;
  }
}
