package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.DeskRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One number of the figures, to which a fact adds one.
public sealed interface Cell {
  /// The day to which it belongs.
  LocalDate date();

  /// The desk.
  DeskRef desk();

  /// What happened in an hour of the day.
  ///
  /// @param hour 0 to 23
  record InHour(LocalDate date, DeskRef desk, int hour, Kind kind) implements Cell {}

  /// How long something took: one more in the length's bin, and perhaps the longest of the day.
  record Length(LocalDate date, DeskRef desk, Measure measure, long millis) implements Cell {}

  /// What happened to visitors who read this language.
  record InLanguage(LocalDate date, DeskRef desk, String language, Kind kind) implements Cell {}

  /// What happened to visitors who began on this page.
  record OnPage(LocalDate date, DeskRef desk, String page, Kind kind) implements Cell {}

  /// What this person did.
  record ByPerson(LocalDate date, DeskRef desk, String staff, Kind kind) implements Cell {}

  /// All that a step adds to.
  static List<Cell> of(Noted noted) {
    List<Cell> cells = new ArrayList<>();
    for (Fact fact : noted.facts()) {
      LocalHour hour = LocalHour.of(begin(noted.at(), fact), noted.zone());
      kinds(fact).forEach(kind -> add(cells, noted, hour, kind));
      fact.kind()
          .measure()
          .map(measure -> new Length(hour.date(), noted.desk(), measure, fact.millis()))
          .ifPresent(cells::add);
    }
    return cells;
  }

  /// A wait counts where it began.
  private static Instant begin(Instant at, Fact fact) {
    return fact.kind().isWait() ? at.minusMillis(fact.millis()) : at;
  }

  private static void add(List<Cell> cells, Noted noted, LocalHour hour, Kind kind) {
    LocalDate date = hour.date();
    DeskRef desk = noted.desk();
    cells.add(new InHour(date, desk, hour.hour(), kind));
    cells.add(new InLanguage(date, desk, noted.language(), kind));
    if (kind.isCountedByPage()) {
      cells.add(new OnPage(date, desk, noted.page(), kind));
    }
    noted.staff().ifPresent(staff -> cells.add(new ByPerson(date, desk, staff, kind)));
  }

  private static List<Kind> kinds(Fact fact) {
    List<Kind> kinds = new ArrayList<>(List.of(fact.kind()));
    if (fact.kind() == Kind.FIRST_ANSWER && fact.millis() <= Kind.SOON.toMillis()) {
      kinds.add(Kind.ANSWERED_SOON);
    }
    if (fact.kind() == Kind.FIRST_ANSWER && fact.millis() <= Kind.IN_A_MINUTE.toMillis()) {
      kinds.add(Kind.ANSWERED_IN_A_MINUTE);
    }
    if (fact.kind().endsWait() && fact.millis() > Kind.LONG.toMillis()) {
      kinds.add(Kind.WAITED_LONG);
    }
    return kinds;
  }
}
