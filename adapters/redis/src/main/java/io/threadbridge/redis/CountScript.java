package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import io.threadbridge.redis.json.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `count.lua`: counts steps, each once.
///
/// A day's field is `<number of the desk>:<series>`, and a series counts indexes: `h` the kinds by
/// hour (`code * 24 + hour`), `m<code>` a measure's bins, `l`, `p` and `s` the kinds by language,
/// page and member of staff (`number * 128 + code`). Beside them `a` says who was
/// there: hour, known time and people's time (ms) in turns.
final class CountScript {
  static final int HOURS = 24;
  static final int CODES = 128;

  /// Of each kind of name so many have a number in a month: desks, languages, pages, people.
  private static final String NAMES_MAX =
      "{\"d\":200,\"l\":100,\"p\":" + Figures.PAGES_MAX + ",\"s\":500}";

  private static final long NO_LENGTH = -1;

  private final LuaScript script = LuaScript.named("count");
  private final RedisConnections redis;

  CountScript(RedisConnections redis) {
    this.redis = redis;
  }

  void run(SiteName site, List<Step> steps) {
    Keys keys = new Keys(site);
    run(keys, steps.stream().map(step -> written(step, keys)).toList(), List.of());
  }

  void run(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
    Keys keys = new Keys(site);
    Map<LocalDate, List<Object>> days = new TreeMap<>();
    hours.forEach(
        (hour, attended) ->
            days.computeIfAbsent(hour.date(), _ -> new ArrayList<>())
                .addAll(List.of(hour.hour(), attended.knownMillis(), attended.personMillis())));
    List<List<Object>> written = new ArrayList<>();
    days.forEach(
        (day, series) ->
            written.add(List.of(keys.day(day), keys.names(day), desk.value(), series)));
    run(keys, List.of(), written);
  }

  private void run(Keys keys, List<List<Object>> steps, List<List<Object>> attended) {
    List<Object> _ =
        script.runConfirmed(
            redis,
            List.copyOf(keys.places.keySet()),
            List.of(
                Lists.write(steps),
                Millis.of(FiguresStore.KNOWN_FOR),
                Millis.of(FiguresStore.KEPT_FOR),
                NAMES_MAX,
                Lists.write(attended)));
  }

  private static List<Object> written(Step step, Keys keys) {
    Map<Group, Indexes> groups = new LinkedHashMap<>();
    for (Cell cell : Cell.of(step.noted())) {
      groups.computeIfAbsent(group(cell), _ -> new Indexes()).add(cell);
    }
    List<List<Object>> all = new ArrayList<>();
    groups.forEach((group, indexes) -> all.add(written(group, indexes, keys)));
    return List.of(keys.counted(step.since()), step.conversation().value(), step.step(), all);
  }

  private static List<Object> written(Group group, Indexes indexes, Keys keys) {
    return List.of(
        keys.day(group.day()),
        keys.names(group.day()),
        group.desk(),
        group.series(),
        group.name(),
        indexes.all,
        indexes.longest);
  }

  private static Group group(Cell cell) {
    String desk = cell.desk().value();
    return switch (cell) {
      case Cell.InHour _ -> new Group(cell.date(), desk, "h", "");
      case Cell.Length length -> new Group(cell.date(), desk, "m" + length.measure().code(), "");
      case Cell.InLanguage in -> new Group(cell.date(), desk, "l", in.language());
      case Cell.OnPage on -> new Group(cell.date(), desk, "p", on.page());
      case Cell.ByPerson by -> new Group(cell.date(), desk, "s", by.staff());
    };
  }

  /// Cells whose numbers stand in one field.
  private record Group(LocalDate day, String desk, String series, String name) {}

  private static final class Indexes {
    private final List<Integer> all = new ArrayList<>();
    private long longest = NO_LENGTH;

    void add(Cell cell) {
      switch (cell) {
        case Cell.InHour in -> all.add(in.kind().code() * HOURS + in.hour());
        case Cell.Length length -> {
          all.add(Bins.of(length.millis()));
          longest = Math.max(longest, length.millis());
        }
        case Cell.InLanguage in -> all.add(in.kind().code());
        case Cell.OnPage on -> all.add(on.kind().code());
        case Cell.ByPerson by -> all.add(by.kind().code());
      }
    }
  }

  /// The keys of one call, and their places, from 1 on as Lua counts.
  private static final class Keys {
    private final SiteName site;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    Keys(SiteName site) {
      this.site = site;
    }

    int counted(Instant since) {
      return place(RedisKeys.counted(site, LocalDate.ofInstant(since, ZoneOffset.UTC)));
    }

    int day(LocalDate day) {
      return place(RedisKeys.figures(site, day));
    }

    int names(LocalDate day) {
      return place(RedisKeys.figuresNames(site, YearMonth.from(day)));
    }

    private int place(String key) {
      int next = places.size() + 1;
      return places.computeIfAbsent(key, _ -> next);
    }
  }
}
