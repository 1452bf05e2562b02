package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.site.DigestPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The figures of a week and of those before it, each read once, however many sentences and
/// pictures are about it.
final class ReadWeeks {
  private final FiguresStore figures;
  private final SiteName site;
  private final Optional<DeskRef> desk;
  private final LocalDate last;
  private final Map<Integer, Figures> read = new HashMap<>();

  /// @param desk what happened at this desk; empty: at all of them
  /// @param last the last day of the last week
  ReadWeeks(FiguresStore figures, SiteName site, Optional<DeskRef> desk, LocalDate last) {
    this.figures = figures;
    this.site = site;
    this.desk = desk;
    this.last = last;
  }

  /// The week that ended so many weeks before the last one; 0 for the last one itself.
  Figures ago(int weeks) {
    return read.computeIfAbsent(weeks, this::read);
  }

  private Figures read(int weeks) {
    DigestPeriod week = DigestPeriod.weekTo(last.minusWeeks(weeks));
    return figures.read(site, desk, week.from(), week.to());
  }

  /// The last so many weeks together.
  Figures together(int weeks) {
    return IntStream.range(1, weeks).mapToObj(this::ago).reduce(ago(0), Figures::plus);
  }
}
