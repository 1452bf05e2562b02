package io.threadbridge.bridge.conversation;

/// Why a conversation ended.
public enum CloseReason {
  /// A member of staff closed it.
  BY_STAFF,
  /// The visitor said nothing more after an answer, was asked and warned.
  SILENT,
  /// The visitor said thanks, no, or goodbye after an answer.
  QUIET_ENDING,
  /// The visitor was gone after an answer: a success.
  GONE_AFTER_ANSWER,
  /// The visitor went away, or ended the chat, while the staff owed the answer.
  LEFT,
  /// Nobody of the firm answered in time.
  MISSED,
  /// The answer was given another way, and somebody ticked the lead off.
  LEAD_DONE,
  /// Nobody ever ticked the lead off.
  LEAD_EXPIRED
}
