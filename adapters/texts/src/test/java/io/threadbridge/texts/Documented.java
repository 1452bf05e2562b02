package io.threadbridge.texts;

import io.threadbridge.bridge.conversation.TextKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The arguments that the rules give with each text, and samples of them.
final class Documented {
  /// Five past three in Helsinki, on a Monday.
  static final Instant AFTERNOON = Instant.parse("2026-01-12T13:05:00Z");

  private static final Map<String, Object> SAMPLES =
      Map.ofEntries(
          Map.entry("name", "Anna"),
          Map.entry("names", "Anna, Bo"),
          Map.entry("visitor", "Blue Heron"),
          Map.entry("contact", "anna@example.com"),
          Map.entry("comment", "Great help"),
          Map.entry("comments", 2L),
          Map.entry("steps", "3 calls"),
          Map.entry("promises", "5 made"),
          Map.entry("answers", 2L),
          Map.entry("came", 2L),
          Map.entry("within", "40 s"),
          Map.entry("time", AFTERNOON),
          Map.entry("closed", AFTERNOON.minusSeconds(60)),
          Map.entry("opens", AFTERNOON.plusSeconds(18 * 3600)),
          Map.entry("minutes", 5L),
          Map.entry("stars", 4),
          Map.entry("count", 3),
          Map.entry("waiting", 7),
          Map.entry("present", 2),
          Map.entry("day", AFTERNOON),
          Map.entry("first", AFTERNOON),
          Map.entry("last", AFTERNOON),
          Map.entry("since", AFTERNOON),
          Map.entry("answered", 2L),
          Map.entry("missed", 2L),
          Map.entry("soon", 40),
          Map.entry("minute", 80),
          Map.entry("rating", 4.75),
          Map.entry("half", "38 s"),
          Map.entry("most", "2 min"),
          Map.entry("longest", "4 min"),
          Map.entry("hour", "17"),
          Map.entry("hours", "17"),
          Map.entry("link", "https://chat.example/1"),
          Map.entry("csv", "https://chat.example/csv"),
          Map.entry("json", "https://chat.example/json"),
          Map.entry("from", 17),
          Map.entry("until", 19),
          Map.entry("weeks", 4),
          Map.entry("waited", 3),
          Map.entry("presence", "people"),
          Map.entry("needed", 3),
          Map.entry("enough", 1),
          Map.entry("share", 90L),
          Map.entry("seconds", 60L),
          Map.entry("language", "uk"),
          Map.entry("site", "Shop"),
          Map.entry("command", "/chat"),
          Map.entry("status", "Status"));

  private Documented() {}

  /// One text as the rules ask for it.
  record Asked(TextKey key, Map<String, Object> arguments) {}

  static Set<String> arguments(TextKey key) {
    return switch (key) {
      case HOLD -> Set.of("variant", "time");
      case WAIT_ESTIMATE -> Set.of("minutes");
      case CLOSED_NOW -> Set.of("closed", "opens");
      case CLOSED_WILL_WRITE, WILL_CALL_BACK, WILL_WRITE, NOTICE_CALLBACK, NOTICE_EMAIL ->
          Set.of("contact");
      case PROMISED, PROMISE_STANDS -> Set.of("name", "time");
      case CLOSED_CLAIMED,
          PROMISE_LATE,
          PROMISE_ENDED,
          HANDED_OVER,
          GREETING,
          HINT_ALREADY_CLAIMED,
          NOTICE_REACHED,
          NOTICE_SAID ->
          Set.of("name");
      case HINT_MOVED, HINT_NO_SUCH_DESK -> Set.of("name");
      case GREETING_BY_NAME, TOLD_HANDED_OVER -> Set.of("name", "visitor");
      case TOLD_REOPENED, TOLD_WAITING, TOLD_PROMISE_DUE -> Set.of("visitor");
      case TOLD_ON_CALL, TOLD_MANAGER, CALL_DESK -> Set.of("visitor", "minutes");
      case CHOICE,
          HANDED_OVER_TO_DESK,
          CLOSED_FOR_NOW,
          CLOSED_KEPT,
          STILL_THERE,
          WARNING,
          ABANDONED,
          ASK_CLARIFY,
          ASK_CONTACT,
          HINT_CLOSED_TOO_LONG,
          HINT_VISITOR_UNREACHABLE,
          HINT_NOT_A_MEMBER,
          HINT_TOO_LONG,
          HINT_FILES_NOT_PASSED_ON,
          HINT_VISITOR_AWAY,
          HINT_CLOSED_ALREADY,
          HINT_NOTE_KEPT,
          NOTICE_PERHAPS_MISSING,
          NOTICE_LEAD_WITHOUT_ADDRESS ->
          Set.of();
    };
  }

  /// Whatever any text or label may ask for.
  static Map<String, Object> samples() {
    return SAMPLES;
  }

  static Map<String, Object> samples(Set<String> names) {
    Map<String, Object> samples = new HashMap<>(SAMPLES);
    samples.keySet().retainAll(names);
    return samples;
  }

  /// Every text with what the rules give; the hold texts one by one.
  static List<Asked> asked() {
    return Arrays.stream(TextKey.values()).flatMap(Documented::asked).toList();
  }

  /// Those that a visitor reads.
  static List<Asked> toTheVisitor() {
    return asked().stream().filter(asked -> isForVisitors(asked.key())).toList();
  }

  static Stream<Asked> asked(TextKey key) {
    return key == TextKey.HOLD
        ? Stream.concat(
            Stream.of(new Asked(key, Map.of("variant", 0, "time", AFTERNOON))),
            IntStream.rangeClosed(1, TextKey.HOLD_VARIANTS)
                .mapToObj(variant -> new Asked(key, Map.of("variant", variant))))
        : Stream.of(new Asked(key, samples(arguments(key))));
  }

  private static boolean isForVisitors(TextKey key) {
    return Stream.of("HINT_", "TOLD_", "CALL_", "NOTICE_").noneMatch(key.name()::startsWith);
  }
}
