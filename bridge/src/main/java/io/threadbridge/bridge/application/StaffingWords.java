package io.threadbridge.bridge.application;

import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.staffing.HourLoad;
import io.threadbridge.bridge.staffing.Presence;
import io.threadbridge.bridge.staffing.Span;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingAdvice.MorePeople;
import io.threadbridge.bridge.staffing.StaffingAdvice.OneFewer;
import io.threadbridge.bridge.staffing.StaffingAdvice.SomebodyInCharge;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Staffing advice as a sentence in the desk's language.
public final class StaffingWords {
  /// A message names a day of the week by a moment of it.
  private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

  private static final double PERCENT = 100;

  private final Texts texts;
  private final String language;
  private final ZoneId zone;
  private final StaffingGoal goal;

  /// Words for a desk.
  ///
  /// @param goal the one that the advice was computed for
  public StaffingWords(Texts texts, String language, ZoneId zone, StaffingGoal goal) {
    this.texts = texts;
    this.language = language;
    this.zone = zone;
    this.goal = goal;
  }

  /// One sentence, with a capital at its beginning and a full stop at its end.
  public String sentence(StaffingAdvice advice) {
    Map<String, Object> arguments = new HashMap<>(hours(advice.span()));
    arguments.put("weeks", advice.weeks());
    arguments.put("minutes", HourLoad.LONG_WAIT.toMinutes());
    return switch (advice) {
      case MorePeople more -> {
        arguments.putAll(waiting(more.waited(), more.present()));
        arguments.put("needed", more.needed());
        arguments.put("share", Math.round(goal.share() * PERCENT));
        arguments.put("seconds", goal.within().toSeconds());
        yield said("staffing.more-people", arguments);
      }
      case SomebodyInCharge enough -> {
        arguments.putAll(waiting(enough.waited(), enough.present()));
        yield said("staffing.somebody-in-charge", arguments);
      }
      case OneFewer fewer -> {
        arguments.put("present", fewer.present());
        arguments.put("enough", fewer.present() - 1);
        yield said("staffing.one-fewer", arguments);
      }
    };
  }

  private Map<String, Object> hours(Span span) {
    Instant noon = ANY_MONDAY.with(span.day()).atTime(LocalTime.NOON).atZone(zone).toInstant();
    return Map.of("day", noon, "from", span.from(), "until", span.until());
  }

  private static Map<String, Object> waiting(int waited, Presence present) {
    return Map.of(
        "waited", waited,
        "presence", present.kind().name().toLowerCase(Locale.ROOT),
        "present", present.people());
  }

  private String said(String name, Map<String, Object> arguments) {
    String words = texts.label(language, zone, name, arguments);
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }
}
