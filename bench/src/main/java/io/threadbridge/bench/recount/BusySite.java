package io.threadbridge.bench.recount;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Conversations of a site as the figures see them: arrivals between seven and eleven in the
/// evening, lengths over three powers of ten, 300 pages of which few are visited often, four
/// languages, and people who come and go.
final class BusySite {
  static final SiteName NAME = new SiteName("busy");
  static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
  static final DeskRef DESK = new DeskRef("slack:C0BUSY");
  private static final List<String> LANGUAGES = List.of("fi", "en", "sv", "uk");
  private static final List<Kind> ENDS =
      List.of(
          Kind.ENDED_SILENT,
          Kind.ENDED_QUIETLY,
          Kind.ENDED_BY_STAFF,
          Kind.ENDED_GONE_AFTER_ANSWER,
          Kind.ENDED_LEFT);

  private static final long HOUR = 3_600_000;

  private final Random random = new Random(1);
  private long number;

  /// So many conversations, spread over these days.
  void fill(FiguresStore figures, LocalDate from, int days, int conversations) {
    for (int day = 0; day < days; day++) {
      int today = conversations * (day + 1) / days - conversations * day / days;
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < today; i++) {
        steps.add(conversation(from.plusDays(day)));
        if (steps.size() == FiguresStore.STEPS_MAX || i == today - 1) {
          figures.count(NAME, steps, from.plusDays(day).atStartOfDay(ZONE).toInstant());
          steps = new ArrayList<>();
        }
      }
      figures.attended(NAME, DESK, presence(from.plusDays(day)));
    }
  }

  /// Of 16 hours anybody knows who was there, of none the same.
  private Map<LocalHour, Attended> presence(LocalDate day) {
    Map<LocalHour, Attended> presence = new HashMap<>();
    for (int hour = 7; hour < 23; hour++) {
      long known = HOUR - random.nextInt(1_000);
      presence.put(new LocalHour(day, hour), new Attended(known, random.nextLong(3 * known)));
    }
    return presence;
  }

  private Step conversation(LocalDate day) {
    number++;
    double bell = 14 + 3 * random.nextGaussian();
    int hour = (int) Math.clamp(bell, 7, 22);
    Instant at = day.atTime(hour, random.nextInt(60), random.nextInt(60)).atZone(ZONE).toInstant();
    int page = (int) Math.min(299, Math.abs(random.nextGaussian() * 60));
    Noted noted =
        new Noted(
            NAME,
            DESK,
            at,
            ZONE,
            LANGUAGES.get((int) Math.min(3, Math.abs(random.nextGaussian() * 1.3))),
            "/products/number-" + page,
            Optional.empty(),
            facts());
    return new Step(new ConversationId("busy-" + number), 2, at, noted);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(Kind.BEGUN)));
    facts.add(new Fact(Kind.FIRST_ANSWER, length(25)));
    facts.add(new Fact(Kind.SILENCE_ENDED, length(8)));
    int more = random.nextInt(5);
    for (int i = 0; i < more; i++) {
      facts.add(new Fact(Kind.LATER_ANSWER, length(30)));
      facts.add(new Fact(Kind.SILENCE_ENDED, length(25)));
    }
    seldom(facts, 2, Fact.of(Kind.HELD_ONCE));
    seldom(facts, 5, Fact.of(Kind.DESK_CALLED));
    seldom(facts, 9, Fact.of(Kind.ON_CALL_WOKEN));
    seldom(facts, 12, new Fact(Kind.WOKEN_TOOK_IT, length(60)));
    seldom(facts, 20, Fact.of(Kind.MISSED));
    seldom(facts, 9, Fact.of(Kind.PROMISE_MADE));
    seldom(facts, 10, Fact.of(Kind.PROMISE_KEPT));
    seldom(facts, 15, Fact.of(Kind.LEAD_OPENED));
    seldom(facts, 4, Fact.of(Kind.RATED_5));
    facts.add(new Fact(ENDS.get(random.nextInt(ENDS.size())), length(600)));
    facts.add(new Fact(Kind.HANDLED, length(200)));
    return facts;
  }

  private void seldom(List<Fact> facts, int oneOf, Fact fact) {
    if (random.nextInt(oneOf) == 0) {
      facts.add(fact);
    }
  }

  /// About so many seconds, a third of it or three times as much.
  private long length(int seconds) {
    return (long) (seconds * 1_000 * Math.exp(random.nextGaussian()));
  }
}
