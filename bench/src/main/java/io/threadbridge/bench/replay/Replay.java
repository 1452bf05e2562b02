package io.threadbridge.bench.replay;

import io.threadbridge.sandbox.slack.SandboxIds;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;

/// Plays dialogues on a stage, so many at a time, until they are all played or time is up.
final class Replay {
  /// After the last line was said, what is on its way is waited for so long.
  private static final Duration DRAIN = Duration.ofSeconds(60);

  /// Longer than a lease, which is how long a post waits whose sender met a Redis that was away.
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(45);

  /// The first visitors come one after the other, so long apart.
  private static final Duration BETWEEN_FIRST = Duration.ofMillis(20);
  private static final Duration TYPING_LEAST = Duration.ofSeconds(3);
  private static final Duration TYPING_MOST = Duration.ofSeconds(8);
  private static final long SEED = 20_191_104;

  private final Stage stage;
  private final boolean limited;
  private final int atOnce;
  private final InstantSource clock;

  /// @param atOnce so many conversations go on at a time
  Replay(Stage stage, boolean limited, int atOnce, InstantSource clock) {
    this.stage = stage;
    this.limited = limited;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /// Plays, for about `length` at most, and collects what came of it.
  Outcome run(List<Dialogue> dialogues, Duration length) throws IOException, InterruptedException {
    Duration sandboxBefore = stage.sandboxTime();
    Duration programBefore = stage.programTime();
    Duration ownBefore = ownTime();
    Instant begin = clock.instant();
    List<Visitor> visitors = new ArrayList<>();
    List<Played> played = play(dialogues, begin.plus(length), visitors);
    Duration took = Duration.between(begin, clock.instant());
    Duration sandboxTime = stage.sandboxTime().minus(sandboxBefore);
    Duration programTime = stage.programTime().minus(programBefore);
    Duration ownTime = ownTime().minus(ownBefore);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Map<String, List<DeskThread>> threads = threads();
    lookInAgain(played, visitors, threads);
    JsonNode counters = stage.sandbox().get("counters");
    return new Outcome(
        limited, played, threads, counters, took, sandboxTime, programTime, ownTime, load);
  }

  private static Duration ownTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private List<Played> play(List<Dialogue> dialogues, Instant sayUntil, List<Visitor> visitors)
      throws InterruptedException {
    Pace pace =
        limited
            ? new Pace.TypesOn(SEED, TYPING_LEAST, TYPING_MOST)
            : new Pace.WaitsForAnswers(ANSWER_PATIENCE);
    Semaphore room = new Semaphore(atOnce);
    List<Future<Played>> going = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Dialogue dialogue : dialogues) {
        room.acquire();
        if (!clock.instant().isBefore(sayUntil)) {
          break;
        }
        Script script = new Script(visitors.size(), dialogue);
        Visitor visitor =
            new Visitor(stage.visitors(), script, pace, sayUntil, sayUntil.plus(DRAIN));
        visitors.add(visitor);
        if (visitors.size() < atOnce) {
          Thread.sleep(BETWEEN_FIRST);
        }
        going.add(threads.submit(() -> playOne(visitor, room)));
      }
    }
    List<Played> played = new ArrayList<>();
    for (Future<Played> one : going) {
      played.add(result(one));
    }
    return played;
  }

  private static Played playOne(Visitor visitor, Semaphore room) throws InterruptedException {
    try {
      return visitor.play();
    } finally {
      room.release();
    }
  }

  private static Played result(Future<Played> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a visitor broke", e);
    }
  }

  private Map<String, List<DeskThread>> threads() throws IOException, InterruptedException {

    Map<String, List<DeskThread>> threads = new HashMap<>();
    for (int i = 0; i < Script.SITES; i++) {
      String channel = Script.channel(i);
      for (JsonNode root : stage.sandbox().messages(channel, "")) {
        JsonNode messages = stage.sandbox().messages(channel, root.path("ts").asString());
        DeskThread thread = DeskThread.of(channel, messages, SandboxIds.BOT);
        threads.computeIfAbsent(thread.visitor(), _ -> new ArrayList<>()).add(thread);
      }
    }
    return threads;
  }

  /// Visitors whom an answer missed come back for it, as a browser would that is opened again.
  private void lookInAgain(
      List<Played> played, List<Visitor> visitors, Map<String, List<DeskThread>> threads)
      throws InterruptedException {
    for (int i = 0; i < played.size(); i++) {
      int heard = played.get(i).answers().size();
      String visitor = played.get(i).script().visitor();
      int given =
          threads.getOrDefault(visitor, List.of()).stream()
              .mapToInt(thread -> thread.answers().size())
              .sum();
      if (heard < given) {
        played.set(i, visitors.get(i).comeBack());
      }
    }
  }
}
