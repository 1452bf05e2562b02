package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.ZoneId;

/// The times and limits of one site, as PRODUCT's tables give them; each can be set per site.
///
/// @param zone the site's time zone, in which its people say *at half past two*
/// @param clock the rows of the staff's clock
/// @param abandon an untouched wait ends as missed
/// @param promiseGrace a promise is late this long after its moment
/// @param promiseReply a message during a promise is answered after this, once
/// @param ask after the last staff message: *Are you still there?*
/// @param warn after that: the warning with the farewell
/// @param leave after that: the close
/// @param farewellClose the quiet ending after a farewell
/// @param thanksClose the quiet ending after thanks, or *nothing else*
/// @param afterSuspension the least time between the end of a suspension and the step that it held
///     up
/// @param goneAfter a visitor whose last connection is lost this long is gone
/// @param mailAfter a gone visitor's unread messages go by email after this
/// @param mailEvery at most one mail in this time
/// @param reopen how long after a close a word reopens it
/// @param leadKept an open lead that nobody ticks off ends after this
public record Policy(
    ZoneId zone,
    StaffClock clock,
    Duration abandon,
    Duration promiseGrace,
    Duration promiseReply,
    Duration ask,
    Duration warn,
    Duration leave,
    Duration farewellClose,
    Duration thanksClose,
    Duration afterSuspension,
    Duration goneAfter,
    Duration mailAfter,
    Duration mailEvery,
    Duration reopen,
    Duration leadKept) {

  /// PRODUCT's defaults.
  public static final Policy DEFAULT =
      new Policy(
          ZoneId.of("UTC"),
          StaffClock.DEFAULT,
          Duration.ofMinutes(60),
          Duration.ofMinutes(1),
          Duration.ofSeconds(120),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(9),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofDays(30));

  /// The most code points of one message.
  public static final int TEXT_MAX = 4_000;

  /// The most messages of one conversation; then only a new one goes on.
  public static final int MESSAGES_MAX = 2_000;

  /// Nobody is sent to the form so soon after a person's word.
  public static final Duration FORM_AFTER_ANSWER = Duration.ofMinutes(5);

  /// The longest promise.
  public static final Duration PROMISE_MAX = Duration.ofHours(24);

  /// How long a visitor's whole clock takes: a gone visitor's conversation closes quietly after
  /// this.
  public Duration wholeSilence() {
    return ask.plus(warn).plus(leave);
  }

  /// The same in another zone.
  public Policy in(ZoneId other) {
    return new Policy(
        other,
        clock,
        abandon,
        promiseGrace,
        promiseReply,
        ask,
        warn,
        leave,
        farewellClose,
        thanksClose,
        afterSuspension,
        goneAfter,
        mailAfter,
        mailEvery,
        reopen,
        leadKept);
  }

  /// The same with another staff's clock.
  public Policy with(StaffClock other) {
    return new Policy(
        zone,
        other,
        abandon,
        promiseGrace,
        promiseReply,
        ask,
        warn,
        leave,
        farewellClose,
        thanksClose,
        afterSuspension,
        goneAfter,
        mailAfter,
        mailEvery,
        reopen,
        leadKept);
  }
}
