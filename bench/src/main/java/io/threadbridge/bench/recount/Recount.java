package io.threadbridge.bench.recount;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.Journals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the journals say that the figures must be, month by month, and where they are not.
public final class Recount {
  /// More differences are not written down.
  static final int DIFFERENCES_MAX = 50;

  private final Map<SiteName, Map<YearMonth, RecountedMonth>> sites = new java.util.HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private long conversations;
  private long facts;
  private long numbers;

  /// Of all conversations in these journals.
  public static Recount of(Journals journals) {
    Recount recount = new Recount();
    journals.forEach((_, entries) -> recount.read(entries));
    return recount;
  }

  private void read(List<JournalEntry> entries) {
    conversations++;
    entries.stream().flatMap(entry -> entry.noted().stream()).forEach(this::add);
  }

  private void add(Noted noted) {
    facts += noted.facts().size();
    Map<YearMonth, RecountedMonth> months =
        sites.computeIfAbsent(noted.site(), _ -> new TreeMap<>());
    RecountedMonth.parts(noted)
        .forEach((month, part) -> months.computeIfAbsent(month, RecountedMonth::new).add(part));
  }

  /// Compares with what was counted: every number exactly, and percentiles with those of the exact
  /// lengths.
  public Recount compare(FiguresStore figures) {
    sites.forEach(
        (site, months) ->
            months.forEach((month, recounted) -> compare(figures, site, month, recounted)));
    return this;
  }

  private void compare(
      FiguresStore figures, SiteName site, YearMonth month, RecountedMonth recounted) {
    Set<Optional<DeskRef>> desks = new HashSet<>(Set.of(Optional.empty()));
    recounted.desks().forEach(desk -> desks.add(Optional.of(desk)));
    for (Optional<DeskRef> desk : desks) {
      String where = site.value() + " " + month + desk.map(one -> " " + one.value()).orElse("");
      Comparison comparison = new Comparison(where);
      comparison.compare(
          figures.read(site, desk, month.atDay(1), month.atEndOfMonth()), recounted, desk);
      numbers += comparison.numbers();
      differences.addAll(comparison.differences());
    }
  }

  /// Where the figures are not what the journals say; empty if they agree.
  public List<String> differences() {
    return differences.subList(0, Math.min(differences.size(), DIFFERENCES_MAX));
  }

  /// How many conversations had a journal.
  public long conversations() {
    return conversations;
  }

  /// How many facts stood in them.
  public long facts() {
    return facts;
  }

  /// How many numbers were compared.
  public long numbers() {
    return numbers;
  }
}
