package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.ClosingWords;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.Suspension;
import io.threadbridge.bridge.conversation.TextKey;
import java.util.Arrays;
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

  static String of(ClosingWords.Kind kind) {
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
    };
  }

  static String of(Suspension.Reason reason) {
    return switch (reason) {
      case TYPING -> "typing";
      case DRAFT -> "draft";
      case PROTECTED_PAGE -> "protected-page";
    };
  }

  static String of(TextKey key) {
    return switch (key) {
      case HOLD -> "hold";
      case STILL_THERE -> "still-there";
      case WARNING -> "warning";
      case ABANDONED -> "abandoned";
      case HINT_CLOSED_TOO_LONG -> "hint-closed-too-long";
      case HINT_VISITOR_UNREACHABLE -> "hint-visitor-unreachable";
      case HINT_NOT_A_MEMBER -> "hint-not-a-member";
      case HINT_ALREADY_CLAIMED -> "hint-already-claimed";
      case HINT_TOO_LONG -> "hint-too-long";
      case HINT_FILES_NOT_PASSED_ON -> "hint-files-not-passed-on";
      case TOLD_REOPENED -> "told-reopened";
    };
  }

  /// The constant of that name.
  static <E> E find(E[] all, Function<E, String> nameOf, String name) {
    return Arrays.stream(all)
        .filter(constant -> nameOf.apply(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> Json.unknown("name", name));
  }
}
