package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Pace.TypesOn;
import io.threadbridge.bench.replay.Pace.WaitsForAnswers;
import io.threadbridge.bench.replay.Played.Heard;
import io.threadbridge.bench.replay.Played.Said;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One visitor from the first line to the last answer. Used by one thread.
final class Visitor {
  /// After the last line was delivered, answers are waited for until so long nothing came.
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Script script;
  private final Pace pace;
  private final Instant sayUntil;
  private final Instant stayUntil;
  private final InstantSource clock;
  private final Conversing talk;
  private final List<Said> said = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  /// A visitor who is about to come.
  ///
  /// @param sayUntil no line is said after this
  /// @param stayUntil what was not delivered by then is given up
  Visitor(VisitorApi api, Script script, Pace pace, Instant sayUntil, Instant stayUntil) {
    this.script = script;
    this.pace = pace;
    this.sayUntil = sayUntil;
    this.stayUntil = stayUntil;
    this.clock = api.clock();
    this.talk = new Conversing(api, script);
  }

  /// Comes, says, hears and goes.
  Played play() throws InterruptedException {
    try {
      talk.begin(stayUntil);
      for (String line : script.dialogue().lines()) {
        if (!ready()) {
          break;
        }
        said.add(talk.say(line, stayUntil));
        answered();
      }
      beforeGoing();
    } catch (IOException | RuntimeException e) {
      troubles.add(e.toString());
    } finally {
      talk.hangUp();
    }
    return played();
  }

  /// Waits until it is time for the next line; false if there is no time left for it.
  private boolean ready() throws IOException, InterruptedException {
    if (pace instanceof TypesOn typing) {
      talk.listenUntil(clock.instant().plus(thinking(typing)), () -> false);
    }
    return clock.instant().isBefore(sayUntil);
  }

  private Duration thinking(TypesOn typing) {
    long line = script.number() * 1_000L + said.size();
    SplittableRandom random = new SplittableRandom(typing.seed() + line);
    long least = said.isEmpty() ? 0 : typing.least().toMillis();
    return Duration.ofMillis(random.nextLong(least, typing.most().toMillis() + 1));
  }

  private void answered() throws IOException, InterruptedException {
    if (pace instanceof WaitsForAnswers(Duration patience)) {
      int wanted = said.size();
      Instant until = clock.instant().plus(patience);
      if (!talk.listenUntil(until, () -> talk.inbox().answers().size() >= wanted)) {
        troubles.add("line " + wanted + " was not answered within " + patience);
      }
    }
  }

  private void beforeGoing() throws IOException, InterruptedException {
    if (said.isEmpty()) {
      return;
    }
    if (!talk.listenUntil(stayUntil, talk::isDelivered)) {
      troubles.add("not everything was delivered in time");
    }
    if (pace instanceof TypesOn) {
      talk.listenUntilQuiet(QUIET, stayUntil);
    }
  }

  /// Looks in again after the run, for answers that came when nobody was there any more.
  Played comeBack() throws InterruptedException {
    try {
      talk.resume();
      talk.listenUntilQuiet(QUIET, stayUntil);
    } catch (IOException e) {
      troubles.add(e.toString());
    } finally {
      talk.hangUp();
    }
    return played();
  }

  private Played played() {
    List<Heard> answers = talk.inbox().answers();
    List<String> all = new ArrayList<>(troubles);
    all.addAll(talk.inbox().troubles());
    boolean whole = said.size() == script.dialogue().lines().size();
    return new Played(
        script, whole, List.copyOf(said), answers, talk.comeBacks(), talk.held(), List.copyOf(all));
  }
}
