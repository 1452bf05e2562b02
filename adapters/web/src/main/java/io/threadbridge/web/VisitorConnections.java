package io.threadbridge.web;

import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All visitors' lines of this instance: whom to nudge, and how many there may be.
public final class VisitorConnections {
  private final VisitorDoor door;
  private final VisitorReader reader;
  private final VisitorActions actions;
  private final VisitorGate gate;
  private final PresenceBook book;
  private final OpenSigns signs;
  private final VisitorLimits limits;
  private final InstantSource clock;
  private final String instance;
  private final Supplier<String> names;
  private final ConcurrentHashMap<ConversationId, Set<VisitorSession>> sessions =
      new ConcurrentHashMap<>();
  private final Set<SiteWatcher> watchers = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final AtomicInteger lines = new AtomicInteger();

  /// No lines yet.
  ///
  /// @param instance this instance's name, under which others publish nudges to it
  /// @param names makes names that are unique over all instances, for tabs
  public VisitorConnections(
      VisitorDoor door,
      VisitorReader reader,
      VisitorActions actions,
      VisitorGate gate,
      PresenceBook book,
      OpenSigns signs,
      VisitorLimits limits,
      InstantSource clock,
      String instance,
      Supplier<String> names) {
    this.door = door;
    this.reader = reader;
    this.actions = actions;
    this.gate = gate;
    this.book = book;
    this.signs = signs;
    this.limits = limits;
    this.clock = clock;
    this.instance = instance;
    this.names = names;
  }

  /// The conversation's lines here should look what is new. From any thread; returns at once.
  public void look(ConversationId conversation) {
    of(conversation).forEach(VisitorSession::look);
  }

  /// What time itself brings to every line; to be called about once a second. Returns at once.
  public void beat() {
    sessions.values().forEach(set -> set.forEach(VisitorSession::beat));
    watchers.forEach(SiteWatcher::beat);
  }

  /// The instance stops: every line is closed so that its client comes back to another. Returns at
  /// once.
  public void endAll() {
    sessions.values().forEach(set -> set.forEach(session -> session.end(LineEnd.RESTART)));
    watchers.forEach(watcher -> watcher.end(LineEnd.RESTART));
  }

  /// The number of lines that are open now, greeted or not.
  public int size() {
    return lines.get();
  }

  /// Counts one more line from this address; false if it has too many, or all have.
  boolean enter(ClientAddress address) {
    int here = perAddress.merge(address.value(), 1, Integer::sum);
    boolean crowded = !address.isLoopback() && here > limits.linesPerAddress();
    if (lines.incrementAndGet() > limits.lines() || crowded) {
      leave(address);
      return false;
    }
    return true;
  }

  /// One line fewer from this address.
  void leave(ClientAddress address) {
    lines.decrementAndGet();
    perAddress.computeIfPresent(address.value(), (_, count) -> count > 1 ? count - 1 : null);
  }

  /// A session on this line, known to [#look] from now on and greeted; empty if the conversation
  /// has as many lines as it may.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable before anything was sent or kept
  Optional<VisitorSession> greet(Admission admission, int after, VisitorLine line) {
    Optional<String> newToken = gate.rotated(admission);
    VisitorTab tab = tab(admission);
    VisitorSession session =
        new VisitorSession(tab, after, line, reader, actions, signs, limits, clock);
    Set<VisitorSession> all =
        sessions.compute(
            admission.conversation(), (_, set) -> with(set == null ? Set.of() : set, session));
    if (!all.contains(session)) {
      return Optional.empty();
    }
    session.greet(newToken);
    return Optional.of(session);
  }

  /// Tells this line from now on whether the site takes visitors.
  SiteWatcher watch(SiteName site, VisitorLine line) {
    SiteWatcher watcher = new SiteWatcher(site, line, signs, limits.sending(), clock);
    watchers.add(watcher);
    watcher.begin();
    return watcher;
  }

  /// The line of this watcher is gone.
  void over(SiteWatcher watcher) {
    watchers.remove(watcher);
    watcher.over();
  }

  private Set<VisitorSession> with(Set<VisitorSession> set, VisitorSession session) {
    if (set.size() >= limits.linesPerConversation()) {
      return set;
    }
    Set<VisitorSession> more = ConcurrentHashMap.newKeySet();
    more.addAll(set);
    more.add(session);
    return more;
  }

  /// The line of this session is gone.
  void over(VisitorSession session) {
    ConversationId id = session.conversation();
    sessions.computeIfPresent(id, (_, set) -> without(set, session));
    session.over(() -> door.disconnected(id, session.tabName()));
  }

  private static @Nullable Set<VisitorSession> without(
      Set<VisitorSession> set, VisitorSession session) {
    set.remove(session);
    return set.isEmpty() ? null : set;
  }

  /// Does what a frame asks for that came by `POST`, as the tab whose stream is here if one is.
  List<FrameToVisitor> post(Admission admission, FrameToBridge frame) {
    return of(admission.conversation()).stream()
        .filter(VisitorSession::isStream)
        .findFirst()
        .map(session -> session.takeAside(frame))
        .orElseGet(() -> actions.answer(frame, tab(admission)));
  }

  private VisitorTab tab(Admission admission) {
    return new VisitorTab(admission, book, names.get(), instance, clock.instant());
  }

  private Set<VisitorSession> of(ConversationId conversation) {
    return sessions.getOrDefault(conversation, Set.of());
  }
}
