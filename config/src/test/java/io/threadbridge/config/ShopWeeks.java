package io.threadbridge.config;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Eight weeks of a small shop in a program's figures, the same whenever they are counted: quiet
/// Sundays, busy Tuesdays, more visitors by and by, and answers that come a little sooner.
final class ShopWeeks {
  private static final int DAYS = 56;
  private static final int FIRST_HOUR = 9;
  private static final int HOURS = 11;

  /// Conversations of a day, from Monday on.
  private static final List<Integer> BY_DAY = List.of(9, 16, 11, 10, 12, 7, 2);

  private final FiguresStore figures;
  private final InstantSource clock;
  private final SiteName site;
  private final ZoneId zone;

  ShopWeeks(Program program, SiteName site, ZoneId zone) {
    this.figures = program.part(FiguresStore.class);
    this.clock = program.part(InstantSource.class);
    this.site = site;
    this.zone = zone;
  }

  /// Counts the weeks that end with this day.
  void count(LocalDate last) {
    Instant now = clock.instant();
    List<Step> steps = new ArrayList<>();
    for (int ago = DAYS - 1; ago >= 0; ago--) {
      LocalDate day = last.minusDays(ago);
      int conversations = BY_DAY.get(day.getDayOfWeek().getValue() - 1) - ago / 20;
      for (int i = 0; i < conversations; i++) {
        steps.add(step(day, i, ago, now));
      }
    }
    for (int from = 0; from < steps.size(); from += FiguresStore.STEPS_MAX) {
      int to = Math.min(steps.size(), from + FiguresStore.STEPS_MAX);
      figures.count(site, steps.subList(from, to), now);
    }
  }

  private Step step(LocalDate day, int number, int ago, Instant now) {
    int hour = FIRST_HOUR + (number * number + 5 * number + ago % 3) % HOURS;
    Instant at = day.atTime(hour, number * 3).atZone(zone).toInstant();
    DeskRef desk = new DeskRef("slack:" + Workspace.DESK);
    Noted noted =
        new Noted(site, desk, at, zone, "en", "/lamps", Optional.empty(), facts(number, ago));
    return new Step(new ConversationId("week-" + day + "-" + number), 1, now, noted);
  }

  private static List<Fact> facts(int number, int ago) {
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(Kind.BEGUN)));
    if (number == 13) {
      facts.add(new Fact(Kind.FIRST_UNANSWERED, 190_000));
      facts.add(Fact.of(Kind.MISSED));
      return facts;
    }
    facts.add(new Fact(Kind.FIRST_ANSWER, 4_000L + number * 2_900L + ago * 600L));
    if (number % 5 == 0) {
      facts.add(Fact.of(number == 5 ? Kind.RATED_4 : Kind.RATED_5));
    }
    return facts;
  }
}
