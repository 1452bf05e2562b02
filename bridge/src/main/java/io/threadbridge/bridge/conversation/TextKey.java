package io.threadbridge.bridge.conversation;

/// The bridge's own texts. The rules know only these keys and their arguments; `adapters/texts` has
/// the words.
public enum TextKey {
  /// To the visitor: nobody waits in silence. Arguments: `variant` 1 to [#HOLD_VARIANTS], or 0 with
  /// `time`.
  HOLD,
  /// To the visitor, five minutes after the last staff message.
  STILL_THERE,
  /// To the visitor: the chat is left in two minutes, and how to come back.
  WARNING,
  /// To the visitor, once, when nobody answered in time.
  ABANDONED,

  /// To one member of staff, privately: the conversation is closed and this message reached nobody.
  HINT_CLOSED_TOO_LONG,
  /// To one member of staff, privately: the visitor has left and cannot be reached.
  HINT_VISITOR_UNREACHABLE,
  /// To one member of staff, privately: guests and people of other firms cannot answer visitors.
  HINT_NOT_A_MEMBER,
  /// To one member of staff, privately: somebody else has taken the conversation. Argument: `name`.
  HINT_ALREADY_CLAIMED,
  /// To one member of staff, privately: the message was too long for the visitor and was not sent.
  HINT_TOO_LONG,
  /// To one member of staff, privately: files are not passed on to visitors yet.
  HINT_FILES_NOT_PASSED_ON,
  /// To the last claimer, directly: the visitor has written again. Argument: `visitor`.
  TOLD_REOPENED;

  /// How many hold texts there are before the clock's time has to tell them apart.
  public static final int HOLD_VARIANTS = 6;
}
