package io.threadbridge.bench.year;

import io.threadbridge.bench.recount.Recount;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.memory.MemoryFiguresStore;
import io.threadbridge.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what a firm's conversations owe the figures, and dies now and then: before it has
/// counted, and after it, when nothing is settled yet. What it had leased comes again.
final class Bookkeeper implements FiguresStore {
  private static final int DIES_BEFORE = 61;
  private static final int DIES_AFTER = 67;
  private static final Duration SOON = Duration.ofMillis(50);

  private final MemoryFiguresStore figures = new MemoryFiguresStore();
  private final Timeline time;
  private final CountStep step;
  private long calls;

  Bookkeeper(Outbox outbox, ConversationHandler handler, Timeline time) {
    this.time = time;
    this.step = new CountStep(outbox, this, handler, time);
  }

  void owed(ConversationId id) {
    time.in(SOON, () -> work(id));
  }

  private void work(ConversationId id) {
    try {
      boolean _ = step.run(id);
    } catch (StoreUnavailable died) {
      time.in(Outbox.LEASE, () -> work(id));
    }
  }

  Recount recount(MemoryStore journals) {
    return Recount.of(journals).compare(figures);
  }

  @Override
  public void count(SiteName site, List<Step> steps, Instant now) {
    calls++;
    if (calls % DIES_BEFORE == 0) {
      throw new StoreUnavailable("died before it counted");
    }
    figures.count(site, steps, now);
    if (calls % DIES_AFTER == 0) {
      throw new StoreUnavailable("died before it settled");
    }
  }

  @Override
  public void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
    figures.attended(site, desk, hours);
  }

  @Override
  public Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
    return figures.read(site, desk, from, to);
  }
}
