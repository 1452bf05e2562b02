package io.threadbridge.bridge.conversation;

/// The bridge's own texts. The rules know only these keys and their arguments; `adapters/texts` has
/// the words.
public enum TextKey {
  /// To the visitor: nobody waits in silence. Arguments: `variant` 1 to [#HOLD_VARIANTS], or 0 with
  /// `time`.
  HOLD,
  /// To the visitor, after a hold text: what a first answer usually takes. Argument: `minutes`, 1
  /// and more.
  WAIT_ESTIMATE,
  /// To the visitor, after a hold text: keep waiting, be called back, or get the answer by email.
  CHOICE,
  /// To the visitor, as the next hold text after closing time. Arguments: `closed` and `opens`,
  /// moments.
  CLOSED_NOW,
  /// The same where nobody knows when the firm opens again.
  CLOSED_FOR_NOW,
  /// To the visitor, after either: who has the question, and where to send the answer? Argument:
  /// `name`.
  CLOSED_CLAIMED,
  /// The same where nobody has it yet.
  CLOSED_KEPT,
  /// To the visitor, after that, where an address is known. Argument: `contact`.
  CLOSED_WILL_WRITE,
  /// To the visitor: somebody is back by a moment. Arguments: `name`, `time`.
  PROMISED,
  /// To the visitor who writes during a promise, once. Arguments: `name`, `time`.
  PROMISE_STANDS,
  /// To the visitor, a minute late, once. Argument: `name`.
  PROMISE_LATE,
  /// To the visitor: the promise ends because the conversation is closed. Argument: `name`.
  PROMISE_ENDED,
  /// To the visitor, once: somebody else has the question now. Argument: `name`.
  HANDED_OVER,
  /// To the visitor, once: people of another desk have the question now.
  HANDED_OVER_TO_DESK,
  /// To the visitor: they will be called back. Argument: `contact`.
  WILL_CALL_BACK,
  /// To the visitor: the answer comes by email. Argument: `contact`.
  WILL_WRITE,
  /// To the visitor, five minutes after the last staff message.
  STILL_THERE,
  /// To the visitor: the chat is left in two minutes, and how to come back.
  WARNING,
  /// To the visitor, once, when nobody answered in time.
  ABANDONED,

  /// In a staff member's own name, on claiming a bare greeting. Argument: `name`.
  GREETING,
  /// The same to a visitor with a name. Arguments: `name`, `visitor`.
  GREETING_BY_NAME,
  /// In a staff member's own name: what would you like to know?
  ASK_CLARIFY,
  /// In a staff member's own name: how can we reach you?
  ASK_CONTACT,

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
  /// To one member of staff, privately: the visitor is away and reads it only on coming back.
  HINT_VISITOR_AWAY,
  /// To one member of staff, privately: what they wrote is a note that the visitor does not see.
  HINT_NOTE_KEPT,
  /// To one member of staff, privately: the conversation has ended already.
  HINT_CLOSED_ALREADY,
  /// To one member of staff, privately, in a thread that the conversation has left. Argument:
  /// `name` of the desk that has it.
  HINT_MOVED,
  /// To one member of staff, privately: there is no desk of this `name` to hand over to.
  HINT_NO_SUCH_DESK,
  /// To the last claimer, directly: the visitor has written again. Argument: `visitor`.
  TOLD_REOPENED,
  /// To the claimer, directly: the visitor waits for a word. Argument: `visitor`.
  TOLD_WAITING,
  /// To an on-call person, directly. Argument: `visitor`, `minutes` of waiting.
  TOLD_ON_CALL,
  /// To the manager, directly. Argument: `visitor`, `minutes` of waiting.
  TOLD_MANAGER,
  /// To who made a promise, directly, at its moment. Argument: `visitor`.
  TOLD_PROMISE_DUE,
  /// To the person who is to go on, directly. Arguments: `visitor`, `name` of who hands it over.
  TOLD_HANDED_OVER,
  /// In a channel: a visitor waits. Argument: `visitor`, `minutes` of waiting.
  CALL_DESK,
  /// In the thread: somebody wants to be called back. Argument: `contact`.
  NOTICE_CALLBACK,
  /// In the thread: somebody wants the answer by email. Argument: `contact`.
  NOTICE_EMAIL,
  /// In the thread: the visitor left without an address, and the firm has closed.
  NOTICE_LEAD_WITHOUT_ADDRESS,
  /// In the thread: who was called directly, and has taken it. Argument: `name`.
  NOTICE_REACHED,
  /// In the thread: nobody knows whether what the visitor wrote stands there.
  NOTICE_PERHAPS_MISSING,
  /// In the thread: what a button said to the visitor. Argument: `name`.
  NOTICE_SAID;

  /// How many hold texts there are before the clock's time has to tell them apart.
  public static final int HOLD_VARIANTS = 6;
}
