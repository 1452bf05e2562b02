package io.threadbridge.web;

import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.application.VisitorView;
import io.threadbridge.bridge.application.VisitorView.Phase;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.Reason;
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

  /// So many refused frames in a row, and the line is closed.
  static final int REFUSED_MAX = 100;

  private final Admission admission;
  private final VisitorReader reader;
  private final VisitorActions actions;
  private final VisitorTab tab;
  private final VisitorLine line;
  private final VisitorLimits limits;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final SendWatch watch = new SendWatch();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final ViewFeed feed;
  private final OpenSign sign;
  private final FrameRate rate;
  private int refusedInARow;
  private boolean greeted;
  private volatile boolean over;
  private volatile Instant heardAt;
  private volatile Instant lookAt;
  private volatile Instant beatAt;

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
    this.line = line;
    this.reader = reader;
    this.actions = actions;
    this.limits = limits;
    this.clock = clock;
    Instant now = clock.instant();
    this.feed = new ViewFeed(after);
    this.sign = new OpenSign(signs, admission.site().name(), this::lookAtSign);
    this.rate = new FrameRate(limits.frameBurst(), limits.framesPerMinute(), now);
    this.heardAt = now;
    this.lookAt = now.plus(LOOK);
    this.beatAt = now.plus(BEAT);
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
          Optional<VisitorView> view = reader.read(conversation(), feed.seq(), feed.revision());
          if (isGone(view)) {
            line.end(LineEnd.TOKEN);
            return;
          }
          tab.tell(clock.instant());
          feed.startWithin(view.get().lastSeq());
          send(new FrameToVisitor.Welcome(conversation().value(), view.get().lastSeq()));
          for (String token : newToken.stream().toList()) {
            send(new FrameToVisitor.Token(token));
          }
          send(feed.next(view.get()));
          sign.join();
          send(sign.news());
          greeted = true;
        });
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
          Optional<Duration> wait = overRate(frame);
          if (wait.isEmpty()) {
            send(actions.answer(frame, tab));
          } else if (++refusedInARow < REFUSED_MAX) {
            send(VisitorActions.refused(frame, Reason.RATE, wait));
          } else {
            line.end(LineEnd.TOO_MANY);
          }
        });
  }

  /// Takes a frame that came beside this line; the caller answers it.
  List<FrameToVisitor> takeAside(FrameToBridge frame) {
    turn.lock();
    try {
      heard();
      Optional<Duration> wait = overRate(frame);
      return wait.isEmpty()
          ? actions.answer(frame, tab)
          : VisitorActions.refused(frame, Reason.RATE, wait);
    } finally {
      turn.unlock();
    }
  }

  private Optional<Duration> overRate(FrameToBridge frame) {
    if (frame instanceof FrameToBridge.Ping) {
      return Optional.empty();
    }
    Optional<Duration> wait = rate.take(clock.instant());
    refusedInARow = wait.isEmpty() ? 0 : refusedInARow;
    return wait;
  }

  private void heard() {
    heardAt = clock.instant();
    tab.heard(heardAt);
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
      send(sign.news());
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
          lookAt = now.plus(LOOK);
          Optional<VisitorView> view = reader.read(conversation(), feed.seq(), feed.revision());
          if (isGone(view)) {
            line.end(LineEnd.TOKEN);
            return;
          }
          send(feed.next(view.get()));
          send(sign.news());
          beat(now);
          tab.tell(now);
        });
  }

  private void beat(Instant now) throws IOException {
    if (line.beats() && !beatAt.isAfter(now)) {
      beatAt = now.plus(BEAT);
      send(new FrameToVisitor.Pong());
      tab.heard(now);
    }
  }

  /// What time itself brings: called about once a second, never blocks.
  void beat() {
    Instant now = clock.instant();
    if (watch.isStuck(limits.sending(), now)) {
      line.cut();
    } else if (!line.beats() && heardAt.plus(SILENT).isBefore(now)) {
      line.end(LineEnd.GOING_AWAY);
    } else if (!lookAt.isAfter(now) || (line.beats() && !beatAt.isAfter(now)) || tab.isDue(now)) {
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

  private static boolean isGone(Optional<VisitorView> view) {
    return view.isEmpty() || view.get().status().phase() == Phase.ERASED;
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
      lookAt = clock.instant().plus(LOOK_AGAIN);
      if (!greeted) {
        line.end(LineEnd.RESTART);
      }
    } finally {
      turn.unlock();
    }
  }

  private void send(List<FrameToVisitor> frames) throws IOException {
    for (FrameToVisitor frame : frames) {
      send(frame);
    }
  }

  private void send(FrameToVisitor frame) throws IOException {
    watch.begins();
    try {
      line.send(frame);
    } finally {
      watch.ends();
    }
  }
}
