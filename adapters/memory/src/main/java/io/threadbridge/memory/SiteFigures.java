package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.LocalHour;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How often each cell of one site was added to. Guarded by the store's lock.
final class SiteFigures {
  private final TreeMap<LocalDate, Map<Cell, Long>> days = new TreeMap<>();
  private final TreeMap<LocalHour, Map<DeskRef, Attended>> presence = new TreeMap<>();
  private final Map<YearMonth, Set<String>> pages = new HashMap<>();

  /// The last word on an hour.
  void attended(DeskRef desk, LocalHour hour, Attended attended) {
    presence.computeIfAbsent(hour, _ -> new HashMap<>()).put(desk, attended);
  }

  void add(Cell cell) {
    days.computeIfAbsent(cell.date(), _ -> new HashMap<>()).merge(named(cell), 1L, Long::sum);
  }

  /// The first pages of a month keep their names.
  private Cell named(Cell cell) {
    if (!(cell instanceof Cell.OnPage on)) {
      return cell;
    }
    Set<String> known = pages.computeIfAbsent(YearMonth.from(on.date()), _ -> new HashSet<>());
    boolean keepsItsName =
        known.contains(on.page()) || (known.size() < Figures.PAGES_MAX && known.add(on.page()));
    return keepsItsName
        ? on
        : new Cell.OnPage(on.date(), on.desk(), Figures.OTHER_PAGES, on.kind());
  }

  Figures read(Optional<DeskRef> desk, LocalDate from, LocalDate to) {
    FiguresBuilder figures = new FiguresBuilder(from, to);
    days.subMap(from, true, to, true).values().stream()
        .flatMap(day -> day.entrySet().stream())
        .filter(cell -> desk.isEmpty() || desk.get().equals(cell.getKey().desk()))
        .forEach(cell -> figures.in(cell.getKey(), cell.getValue()));
    presence
        .subMap(new LocalHour(from, 0), new LocalHour(to.plusDays(1), 0))
        .forEach(
            (hour, desks) ->
                desks.forEach(
                    (of, attended) -> {
                      if (desk.isEmpty() || desk.get().equals(of)) {
                        figures.present(hour, attended);
                      }
                    }));
    return figures.build();
  }
}
