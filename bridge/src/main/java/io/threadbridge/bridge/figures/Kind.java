package io.threadbridge.bridge.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What is counted. Conversations that have begun or were reopened and have not ended are open;
/// promises made and neither kept, late, replaced nor dropped are open; and so with leads.
public enum Kind {
  /// A visitor's first word, in the chat or on the contact form.
  BEGUN(1),
  /// Somebody wrote again after the close.
  REOPENED(2),
  /// The contact form was used, whether it began a conversation or not.
  FORM_USED(3),

  /// A person's first word to a visitor who waited in the chat.
  FIRST_ANSWER(4, Measure.FIRST_ANSWER),
  /// A person's word after a later wait.
  LATER_ANSWER(5, Measure.LATER_ANSWER),
  /// A person's first word to somebody who did not wait in the chat: a lead, or after the close.
  LEAD_ANSWERED(6),
  /// The wait for a first answer ended without a person's word.
  FIRST_UNANSWERED(7, Measure.UNANSWERED),
  /// Nobody came in time; once in a conversation. It may still be answered.
  MISSED(8),
  /// Of the first answers those within [#SOON].
  ANSWERED_SOON(9),
  /// Of the first answers those within [#IN_A_MINUTE].
  ANSWERED_IN_A_MINUTE(10),
  /// Waits of more than [#LONG], however they ended.
  WAITED_LONG(11),
  /// A later wait ended without a person's word.
  LATER_UNANSWERED(12, Measure.UNANSWERED),
  /// A wait ended because a person of the firm saw that nothing was owed.
  NOTHING_OWED(13),

  /// A member of staff closed it.
  ENDED_BY_STAFF(20, Measure.DURATION),
  /// The visitor said nothing more after an answer.
  ENDED_SILENT(21, Measure.DURATION),
  /// The visitor said thanks, no, or goodbye.
  ENDED_QUIETLY(22, Measure.DURATION),
  /// The visitor was gone after an answer.
  ENDED_GONE_AFTER_ANSWER(23, Measure.DURATION),
  /// The visitor went away while the staff owed the answer.
  ENDED_LEFT(24, Measure.DURATION),
  /// Nobody ever came.
  ENDED_MISSED(25, Measure.DURATION),
  /// Somebody ticked the lead off.
  ENDED_LEAD_DONE(26),
  /// Nobody ever did.
  ENDED_LEAD_EXPIRED(27),
  /// The visitor had an open conversation erased.
  ENDED_ERASED(28),
  /// What it took somebody, known at the close.
  HANDLED(29, Measure.HANDLING),

  /// The first hold text of a wait.
  HELD_ONCE(40),
  /// The second.
  HELD_TWICE(41),
  /// The third and last.
  HELD_THRICE(42),
  /// Whoever had it was nudged privately.
  CLAIMER_NUDGED(43),
  /// The desk was called.
  DESK_CALLED(44),
  /// The overflow desk was called.
  OVERFLOW_CALLED(45),
  /// The first person of the rota was woken for a wait.
  ON_CALL_WOKEN(46),
  /// A further person of the rota was.
  NEXT_WOKEN(47),
  /// The manager was told.
  MANAGER_TOLD(48),
  /// The webhook was called.
  HOOK_CALLED(49),
  /// Somebody who was woken took it.
  WOKEN_TOOK_IT(50, Measure.WOKEN),
  /// A stretch without a sign of life has ended.
  SILENCE_ENDED(51, Measure.SILENCE),

  /// Somebody promised to be back.
  PROMISE_MADE(60),
  /// A person's word came that was not itself a promise.
  PROMISE_KEPT(61),
  /// It did not come in time.
  PROMISE_LATE(62),
  /// A newer one took its place.
  PROMISE_REPLACED(63),
  /// The conversation ended or passed to others meanwhile, or the visitor chose another way.
  PROMISE_DROPPED(64),

  /// Ratings.
  RATED_1(70),
  RATED_2(71),
  RATED_3(72),
  RATED_4(73),
  RATED_5(74),
  /// A rating with a comment.
  COMMENTED(75),

  /// Somebody is owed an answer another way.
  LEAD_OPENED(80),
  /// A person ticked it off, or closed the conversation.
  LEAD_DONE(81),
  /// Nobody did, or the visitor had everything erased.
  LEAD_LAPSED(82);

  /// A first answer within this is counted as soon.
  public static final Duration SOON = Duration.ofSeconds(10);

  /// The next limit of a first answer.
  public static final Duration IN_A_MINUTE = Duration.ofMinutes(1);

  /// Whoever waits longer than this has waited long.
  public static final Duration LONG = Duration.ofMinutes(2);

  /// No code is higher.
  public static final int CODE_MAX = 127;

  private static final Set<Kind> WAITS =
      Set.copyOf(
          EnumSet.of(FIRST_ANSWER, LATER_ANSWER, FIRST_UNANSWERED, LATER_UNANSWERED, MISSED));

  private static final Set<Kind> BY_PAGE =
      Set.copyOf(EnumSet.of(BEGUN, FIRST_ANSWER, MISSED, ENDED_LEFT, WAITED_LONG));

  private final int code;
  private final Optional<Measure> measure;

  Kind(int code) {
    this.code = code;
    this.measure = Optional.empty();
  }

  Kind(int code, Measure measure) {
    this.code = code;
    this.measure = Optional.of(measure);
  }

  /// What it is called where figures are stored: never another's, and never changed.
  public int code() {
    return code;
  }

  /// Whose distribution its lengths belong to; empty where only the number of times counts.
  public Optional<Measure> measure() {
    return measure;
  }

  /// Whether its length is that of a wait, which counts in the hour in which the wait began.
  public boolean isWait() {
    return WAITS.contains(this);
  }

  /// Whether a wait is over with it.
  boolean endsWait() {
    return isWait() && this != MISSED;
  }

  /// Whether it is counted for each page too: only what tells how the visitors of a page fared.
  public boolean isCountedByPage() {
    return BY_PAGE.contains(this);
  }

  /// The one of this code; empty for one that only a later version of the program knows.
  public static Optional<Kind> ofCode(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
  }
}
