package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;

/// What people tell the bridge to do for a desk, as in `/chat on`: `on`, `off`, `status`,
/// `on-call`, `take 2h`, `form on|off|auto`, `report`, `help`.
public interface DeskCommands {
  /// Does it, and answers in the desk's language what only the asker sees; an unknown word is
  /// answered with the help.
  ///
  /// @param words what stands after what every command begins with
  String run(DeskRef desk, Staff staff, String words);
}
