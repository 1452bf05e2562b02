package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.Suspension;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.bridge.site.FormReason;
import io.threadbridge.bridge.site.SiteText;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/// What the constants of our enumerations are called in what is stored, whatever they are called in
/// the code.
final class Names {
  private Names() {}

  static String of(StaffClock.Column column) {
    return switch (column) {
      case FIRST -> "first";
      case LATER -> "later";
    };
  }

  static String of(Silence.Step step) {
    return switch (step) {
      case ASK -> "ask";
      case WARN -> "warn";
      case LEAVE -> "leave";
    };
  }

  static String of(ClosingKind kind) {
    return switch (kind) {
      case THANKS -> "thanks";
      case NOTHING_ELSE -> "nothing-else";
      case FAREWELL -> "farewell";
    };
  }

  static String of(CloseReason reason) {
    return switch (reason) {
      case BY_STAFF -> "by-staff";
      case SILENT -> "silent";
      case QUIET_ENDING -> "quiet-ending";
      case GONE_AFTER_ANSWER -> "gone-after-answer";
      case LEFT -> "left";
      case MISSED -> "missed";
      case LEAD_DONE -> "lead-done";
      case LEAD_EXPIRED -> "lead-expired";
    };
  }

  static String of(Suspension.Reason reason) {
    return switch (reason) {
      case TYPING -> "typing";
      case DRAFT -> "draft";
      case PROTECTED_PAGE -> "protected-page";
      case PROMISED -> "promised";
    };
  }

  static String of(Opener opener) {
    return switch (opener) {
      case BARE_GREETING -> "bare-greeting";
      case STATED -> "stated";
      case UNCLEAR -> "unclear";
    };
  }

  static String of(Lead.Way way) {
    return switch (way) {
      case CALLBACK -> "callback";
      case EMAIL -> "email";
    };
  }

  static String of(StaffEvent.Question question) {
    return switch (question) {
      case CLARIFY -> "clarify";
      case CONTACT -> "contact";
    };
  }

  /// The same in small letters with hyphens; a key that is renamed keeps its old name here.
  static String of(TextKey key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String of(FormReason reason) {
    return switch (reason) {
      case CLOSED -> "closed";
      case NOBODY -> "nobody";
      case OVERLOAD -> "overload";
      case MISSES -> "misses";
      case ASKED -> "asked";
    };
  }

  /// The same in small letters with hyphens; a text that is renamed keeps its old name here.
  static String of(SiteText text) {
    return text.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant of that name.
  static <E> E find(E[] all, Function<E, String> nameOf, String name) {
    return Arrays.stream(all)
        .filter(constant -> nameOf.apply(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> Json.unknown("name", name));
  }
}
