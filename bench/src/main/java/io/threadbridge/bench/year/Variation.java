package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.StaffClock;
import java.time.Duration;

/// The rules as they are, or with one of them switched off: then its figure must not be zero.
enum Variation {
  /// All rules.
  NONE(Count.CONVERSATIONS),
  /// The first hold text comes a second too late.
  LATE_FIRST_HOLD(Count.FIRST_WITHOUT_SIGN),
  /// The later hold texts come a second too late.
  LATE_SECOND_HOLD(Count.LATER_WITHOUT_SIGN),
  /// Nobody knows what the visitor does.
  BLIND(Count.PROMPTS_TO_TYPING),
  /// A promise that is not kept is not told.
  PATIENT(Count.PROMISES_BROKEN),
  /// A silent visitor is never left.
  ENDLESS(Count.WITHOUT_END);

  private final Count breaks;

  Variation(Count breaks) {
    this.breaks = breaks;
  }

  /// Which figure it spoils.
  Count breaks() {
    return breaks;
  }

  boolean seesWhatTheyDo() {
    return this != BLIND;
  }

  Policy policy() {
    Policy usual = Policy.DEFAULT;
    return switch (this) {
      case NONE, BLIND -> usual;
      case LATE_FIRST_HOLD -> usual.with(StaffClock.DEFAULT.holding(seconds(11), seconds(120)));
      case LATE_SECOND_HOLD -> usual.with(StaffClock.DEFAULT.holding(seconds(10), seconds(121)));
      case PATIENT -> with(usual, Duration.ofDays(500), usual.leave());
      case ENDLESS -> with(usual, usual.promiseGrace(), Duration.ofDays(500));
    };
  }

  private static Policy with(Policy p, Duration promiseGrace, Duration leave) {
    return new Policy(
        p.zone(),
        p.clock(),
        p.abandon(),
        promiseGrace,
        p.promiseReply(),
        p.ask(),
        p.warn(),
        leave,
        p.farewellClose(),
        p.thanksClose(),
        p.afterSuspension(),
        p.goneAfter(),
        p.mailAfter(),
        p.mailEvery(),
        p.reopen(),
        p.leadKept());
  }

  private static Duration seconds(int number) {
    return Duration.ofSeconds(number);
  }
}
