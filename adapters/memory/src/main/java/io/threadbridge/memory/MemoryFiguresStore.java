package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Figures in maps.
public final class MemoryFiguresStore implements FiguresStore {
  private final Map<SiteName, SiteFigures> sites = new HashMap<>();
  private final Map<Day, Counted> counted = new HashMap<>();

  /// A conversation's steps of one day.
  private record Day(SiteName site, ConversationId conversation, LocalDate date) {}

  private record Counted(long step, Instant until) {}

  /// Figures of nothing.
  public MemoryFiguresStore() {}

  @Override
  public synchronized void count(SiteName site, List<Step> steps, Instant now) {
    counted.values().removeIf(known -> !known.until().isAfter(now));
    for (Step step : steps) {
      Day day =
          new Day(site, step.conversation(), LocalDate.ofInstant(step.since(), ZoneOffset.UTC));
      Counted known = counted.get(day);
      if (known == null || known.step() < step.step()) {
        SiteFigures figures = sites.computeIfAbsent(site, _ -> new SiteFigures());
        Cell.of(step.noted()).forEach(figures::add);
        counted.put(day, new Counted(step.step(), now.plus(KNOWN_FOR)));
      }
    }
  }

  @Override
  public synchronized void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
    SiteFigures figures = sites.computeIfAbsent(site, _ -> new SiteFigures());
    hours.forEach((hour, attended) -> figures.attended(desk, hour, attended));
  }

  @Override
  public synchronized Figures read(
      SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
    return sites.getOrDefault(site, new SiteFigures()).read(desk, from, to);
  }
}
