package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Backlog.Period;
import io.threadbridge.bench.replay.DeskThread.Shown;
import io.threadbridge.bench.replay.Played.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// The figures of a run, as the rows of a Markdown table.
final class Report {
  private static final int BURST = 3;
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Outcome outcome;
  private final StringBuilder table = new StringBuilder();

  private Report(Outcome outcome) {
    this.outcome = outcome;
  }

  /// The table.
  static String of(Outcome outcome) {
    Report report = new Report(outcome);
    report.table.append("| figure | value |\n|---|---|\n");
    report.counts();
    if (outcome.limited()) {
      report.limits();
    }
    report.times();
    report.load();
    return report.table.toString();
  }

  private void row(String name, String value) {
    table.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String inSeconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private List<Played> talks() {
    return outcome.played().stream().filter(played -> !played.said().isEmpty()).toList();
  }

  private long lines() {
    return talks().stream().mapToLong(played -> played.said().size()).sum();
  }

  private List<DeskThread> threads() {
    return outcome.threads().values().stream().flatMap(List::stream).toList();
  }

  private long posts() {
    return threads().stream().mapToLong(thread -> thread.posts().size()).sum();
  }

  private void counts() {
    long whole = talks().stream().filter(Played::whole).count();
    row("conversations", count(talks().size()) + ", of which " + count(whole) + " to their end");
    row("lines said and accepted", count(lines()));
    long cleaned =
        talks().stream()
            .flatMap(played -> played.said().stream())
            .filter(said -> !said.text().equals(Checker.expected(said)))
            .count();
    row("lines with blanks around them or unreadable characters", count(cleaned));
    row("posts", count(posts()));
    row("answers", count(threads().stream().mapToLong(thread -> thread.answers().size()).sum()));
    double seconds = outcome.length().toMillis() / MILLIS_PER_SECOND;
    row("length of the run", inSeconds(seconds));
    row("lines a second", String.format(Locale.ROOT, "%.1f", lines() / seconds));
    row("lines held for a moment by the visitor's rate", count(sum(Held.TIMES)));
    row("lines of visitors opened anew", count(sum(Held.COME_BACKS)));
  }

  private enum Held {
    TIMES,
    COME_BACKS
  }

  private long sum(Held what) {
    return talks().stream()
        .mapToLong(played -> what == Held.TIMES ? played.held() : played.comeBacks())
        .sum();
  }

  private void limits() {
    row(
        "lines a post",
        String.format(Locale.ROOT, "%.2f", posts() == 0 ? 0 : (double) lines() / posts()));
    row("refusals for rate", count(refusals(outcome)));
    double allowed = 0;
    for (List<Period> waits : waitsByChannel().values()) {
      allowed += Backlog.of(waits).seconds() + BURST;
    }
    row(
        "share of the allowed rate used while lines waited",
        String.format(Locale.ROOT, "%.1f %%", 100 * posts() / allowed));
  }

  /// How often the sandbox answered 429.
  static long refusals(Outcome outcome) {
    return outcome.counters().path("rate_limited").valueStream().mapToLong(n -> n.asLong(0)).sum();
  }

  private Map<String, List<Period>> waitsByChannel() {
    Map<String, List<Period>> waits = new HashMap<>();
    for (Played played : talks()) {
      List<Period> here = waits.computeIfAbsent(played.script().channel(), _ -> new ArrayList<>());
      here.addAll(waits(played));
    }
    return waits;
  }

  /// From `say` to the arrival of the post that holds it, for lines that were posted.
  private List<Period> waits(Played played) {
    List<Shown> lines =
        outcome.threads().getOrDefault(played.script().visitor(), List.of()).stream()
            .flatMap(thread -> thread.lines().stream())
            .toList();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < Math.min(lines.size(), played.said().size()); i++) {
      periods.add(new Period(played.said().get(i).sent(), lines.get(i).at()));
    }
    return periods;
  }

  private LongStream toDesk() {
    return talks().stream()
        .flatMap(played -> waits(played).stream())
        .mapToLong(period -> Math.max(0, period.to() - period.from()));
  }

  private LongStream fromDesk() {
    return talks().stream().flatMapToLong(this::fromDesk);
  }

  private LongStream fromDesk(Played played) {
    List<Shown> answers =
        outcome.threads().getOrDefault(played.script().visitor(), List.of()).stream()
            .flatMap(thread -> thread.answers().stream())
            .toList();
    return LongStream.range(0, Math.min(answers.size(), played.answers().size()))
        .map(i -> played.answers().get((int) i).at() - answers.get((int) i).at());
  }

  private void times() {
    LongStream accepted =
        talks().stream().flatMap(played -> played.said().stream()).mapToLong(Report::untilAccepted);
    row("visitor's `say` to `accepted`", Spread.of(accepted).toString());
    Spread desk = Spread.of(toDesk());
    row("visitor's `say` to Slack's request", desk.toString());
    if (outcome.limited()) {
      row("longest wait of a line until it was posted", inSeconds(seconds(desk.percentile(100))));
    }
    row("staff's message to the visitor's frame", Spread.of(fromDesk()).toString());
  }

  private static long untilAccepted(Said said) {
    return said.accepted() - said.sent();
  }

  private static double seconds(long micros) {
    return micros / MICROS_PER_SECOND;
  }

  private void load() {
    row(
        "processor time: program with its Redis, sandbox, visitors",
        shown(outcome.programTime())
            + ", "
            + shown(outcome.sandboxTime())
            + ", "
            + shown(outcome.visitorsTime()));
    row("load of the machine, all processes", String.format(Locale.ROOT, "%.1f", outcome.load()));
  }

  private static String shown(Duration time) {
    return time.toSeconds() + " s";
  }
}
