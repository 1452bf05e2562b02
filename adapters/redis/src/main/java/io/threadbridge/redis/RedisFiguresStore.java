package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The figures in Redis: one hash for each site and day, one slot for each site. See [CountScript]
/// for what stands in it.
public final class RedisFiguresStore implements FiguresStore {
  private final LuaScript read = LuaScript.named("read-figures");
  private final CountScript count;
  private final RedisConnections redis;

  /// Figures behind these connections.
  public RedisFiguresStore(RedisConnections redis) {
    this.redis = redis;
    this.count = new CountScript(redis);
  }

  @Override
  public void count(SiteName site, List<Step> steps, Instant now) {
    if (!steps.isEmpty()) {
      count.run(site, steps.subList(0, Math.min(steps.size(), STEPS_MAX)));
    }
  }

  @Override
  public void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
    if (!hours.isEmpty()) {
      count.run(site, desk, hours);
    }
  }

  @Override
  public Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
    FiguresBuilder figures = new FiguresBuilder(from, to);
    Map<YearMonth, Map<String, String>> names = new HashMap<>();
    List<LocalDate> days = from.datesUntil(to.plusDays(1)).limit(DAYS_MAX).toList();
    List<CompletionStage<List<Object>>> answers =
        days.stream().map(day -> started(site, day)).toList();
    for (int at = 0; at < days.size(); at++) {
      LocalDate day = days.get(at);
      List<Object> answer = Replies.await(answers.get(at));
      if (!answer.isEmpty()) {
        Map<String, String> known =
            names.computeIfAbsent(YearMonth.from(day), month -> names(site, month));
        new FiguresDay(day, known, desk).addTo(figures, answer);
      }
    }
    return figures.build();
  }

  private CompletionStage<List<Object>> started(SiteName site, LocalDate day) {
    return read.start(redis.commands(), List.of(RedisKeys.figures(site, day)), List.of());
  }

  private Map<String, String> names(SiteName site, YearMonth month) {
    return FiguresDay.names(
        Replies.await(redis.commands().hgetall(RedisKeys.figuresNames(site, month))));
  }
}
