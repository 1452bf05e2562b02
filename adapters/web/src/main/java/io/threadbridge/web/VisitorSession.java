package io.threadbridge.web;

import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.application.VisitorView;
import io.threadbridge.bridge.application.VisitorView.Phase;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// One connected tab: greeted, told everything it has missed, and then what happens, as it happens.
///
/// Everything that it does takes its turn under one lock, so that frames leave in order. A nudge
/// only starts a virtual thread that waits for its turn, and as long as one waits, further nudges
/// start none. The beat never waits for the lock: it also cuts a line that blocks the turn.
final class VisitorSession {
  /// A missed nudge is healed after this.
  static final Duration LOOK = Duration.ofSeconds(20);

  /// The same while the store was away when last asked.
  static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /// An event stream beats this often.
  static final Duration BEAT = Duration.ofSeconds(10);

  /// A socket on which nothing was read for this long is dead.
  static final Duration SILENT = Duration.ofSeconds(60);

  private final Admission admission;
  private final VisitorReader reader;
  private final FrameIntake intake;
  private final VisitorTab tab;
  private final WatchedLine line;
  private final VisitorLimits limits;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final ViewFeed feed;
  private final OpenSign sign;
  private final LineMoments moments;
  private boolean greeted;
  private volatile boolean over;

  VisitorSession(
      VisitorTab tab,
      int after,
      VisitorLine line,
      VisitorReader reader,
      VisitorActions actions,
      OpenSigns signs,
      VisitorLimits limits,
      InstantSource clock) {
    this.admission = tab.admission();
    this.tab = tab;
    this.line = new WatchedLine(line);
    this.reader = reader;
    this.intake = new FrameIntake(actions, tab, limits, clock);
    this.limits = limits;
    this.clock = clock;
    this.feed = new ViewFeed(after);
    this.sign = new OpenSign(signs, admission.site().name(), this::lookAtSign);
    this.moments = new LineMoments(clock.instant());
  }

  ConversationId conversation() {
    return admission.conversation();
  }

  /// Whether frames that come by `POST` belong to this tab.
  boolean isStream() {
    return line.beats();
  }

  /// Greets the client and tells it what it has missed. Called once, after the session can be
  /// nudged, so that nothing falls between.
  void greet(Optional<String> newToken) {
    inTurn(
        () -> {
          Optional<VisitorView> view = read();
          if (view.isPresent()) {
            tab.tell(clock.instant());
            line.send(feed.welcome(conversation(), view.get(), newToken));
            sign.join();
            line.send(sign.news());
            greeted = true;
          }
        });
  }

  /// What is new for this line; empty, and the line ended, if the conversation is gone.
  private Optional<VisitorView> read() {
    Optional<VisitorView> view =
        reader
            .read(conversation(), feed.seq(), feed.revision())
            .filter(known -> known.status().phase() != Phase.ERASED);
    if (view.isEmpty()) {
      line.end(LineEnd.TOKEN);
    }
    return view;
  }

  /// Takes a frame that came on this very line, and answers there.
  void take(FrameToBridge frame) {
    inTurn(
        () -> {
          heard();
          if (frame instanceof FrameToBridge.Unreadable) {
            line.end(LineEnd.MALFORMED);
            return;
          }
          List<FrameToVisitor> answers = intake.answer(frame);
          if (intake.isTooMuch()) {
            line.end(LineEnd.TOO_MANY);
          } else {
            line.send(answers);
          }
        });
  }

  /// Takes a frame that came beside this line; the caller answers it.
  List<FrameToVisitor> takeAside(FrameToBridge frame) {
    turn.lock();
    try {
      heard();
      return intake.answer(frame);
    } finally {
      turn.unlock();
    }
  }

  private void heard() {
    Instant now = clock.instant();
    moments.heard(now);
    tab.heard(now);
  }

  /// Something of the conversation may be new. Returns at once.
  void look() {
    if (!over && awaited.compareAndSet(false, true)) {
      Thread.ofVirtual().name("visitor-look").start(this::lookInTurn);
    }
  }

  /// The site may have opened or closed: no reason to read the conversation. Returns at once.
  private void lookAtSign() {
    Thread.ofVirtual().name("visitor-sign").start(() -> inTurn(this::tellSign));
  }

  private void tellSign() throws IOException {
    if (greeted && !over) {
      line.send(sign.news());
    }
  }

  private void lookInTurn() {
    inTurn(
        () -> {
          awaited.set(false);
          if (over || !greeted) {
            return;
          }
          Instant now = clock.instant();
          moments.looked(now);
          Optional<VisitorView> view = read();
          if (view.isPresent()) {
            line.send(feed.next(view.get()));
            line.send(sign.news());
            beat(now);
            tab.tell(now);
          }
        });
  }

  private void beat(Instant now) throws IOException {
    if (line.beats() && moments.isBeatDue(now)) {
      moments.beaten(now);
      line.send(new FrameToVisitor.Pong());
      tab.heard(now);
    }
  }

  /// What time itself brings: called about once a second, never blocks.
  void beat() {
    Instant now = clock.instant();
    if (line.isStuck(limits.sending(), now)) {
      line.cut();
    } else if (!line.beats() && moments.isSilent(now)) {
      line.end(LineEnd.GOING_AWAY);
    } else if (moments.isLookDue(now)
        || (line.beats() && moments.isBeatDue(now))
        || tab.isDue(now)) {
      look();
    }
  }

  void end(LineEnd why) {
    line.end(why);
  }

  /// The line is gone. Returns at once; `last` is called if it was the visitor's last one anywhere.
  void over(Runnable last) {
    over = true;
    sign.leave();
    Thread.ofVirtual().name("visitor-over").start(() -> inTurn(() -> lost(last)));
  }

  private void lost(Runnable last) {
    if (tab.lost(clock.instant())) {
      last.run();
    }
  }

  String tabName() {
    return tab.name();
  }

  private interface Turn {
    void run() throws IOException;
  }

  /// One thing at a time. A line that takes nothing any more is cut, and its end comes by itself; a
  /// store that is away is asked again soon.
  private void inTurn(Turn task) {
    turn.lock();
    try {
      task.run();
    } catch (IOException _) {
      line.cut();
    } catch (StoreUnavailable _) {
      moments.lookAgain(clock.instant());
      if (!greeted) {
        line.end(LineEnd.RESTART);
      }
    } finally {
      turn.unlock();
    }
  }
}
