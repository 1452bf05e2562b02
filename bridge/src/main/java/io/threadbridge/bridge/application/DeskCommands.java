package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;

/// What `/chat` does for a desk: `on`, `off`, `status`, `on-call`, `take 2h`, `form on|off|auto`,
/// `report`, `help`.
public interface DeskCommands {
  /// Does it, and answers in the desk's language what only the asker sees; an unknown word is
  /// answered with the help.
  ///
  /// @param words what stands after `/chat`
  String run(DeskRef desk, Staff staff, String words);
}
