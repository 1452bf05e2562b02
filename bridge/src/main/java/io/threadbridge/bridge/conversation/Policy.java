package io.threadbridge.bridge.conversation;

import java.time.Duration;

/// The times and limits of one site, as PRODUCT's tables give them; each can be set per site.
///
/// @param firstHold silence before the first hold text, for a first answer
/// @param laterHold the same once the conversation is claimed or was answered
/// @param abandon an untouched wait ends as missed
/// @param ask after the last staff message: *Are you still there?*
/// @param warn after that: the warning with the farewell
/// @param leave after that: the close
/// @param farewellClose the quiet ending after a farewell
/// @param thanksClose the quiet ending after thanks, or *nothing else*
/// @param afterSuspension the least time between the end of a suspension and the step that it held
///     up
/// @param goneAfter a visitor whose last connection is lost this long is gone
/// @param reopen how long after a close a word reopens it
public record Policy(
    Duration firstHold,
    Duration laterHold,
    Duration abandon,
    Duration ask,
    Duration warn,
    Duration leave,
    Duration farewellClose,
    Duration thanksClose,
    Duration afterSuspension,
    Duration goneAfter,
    Duration reopen) {

  /// PRODUCT's defaults.
  public static final Policy DEFAULT =
      new Policy(
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          Duration.ofMinutes(60),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(9),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30));

  /// The most code points of one message.
  public static final int TEXT_MAX = 4_000;

  /// The most messages of one conversation; then only a new one goes on.
  public static final int MESSAGES_MAX = 2_000;

  /// How long a visitor's whole clock takes: a gone visitor's conversation closes quietly after
  /// this.
  public Duration wholeSilence() {
    return ask.plus(warn).plus(leave);
  }
}
