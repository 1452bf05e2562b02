package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Report;

/// What is said in Teams because somebody did something there. Each is said once or not at all: no
/// rule waits for it, and nothing is owed. Calls may block, as those of
/// [io.threadbridge.bridge.port.TeamChat] do; they are made where nobody waits for them.
interface TeamsVoice {
  /// Tells somebody privately that nothing came of what they did, and why. They may be a guest, who
  /// has not the app and need not have it.
  void hint(DeskRef desk, ThreadRef thread, Staff to, String text);

  /// Answers a command where it was written.
  ///
  /// @param desk in whose language it is
  /// @param conversation the Bot Framework's id of a thread in a channel, or of a personal chat
  void answer(DeskRef desk, String conversation, String text);

  /// The same with a report and its pictures.
  void report(DeskRef desk, String conversation, Report report);

  /// Shows the others in the thread what somebody wrote in the box on the card.
  void echo(DeskRef desk, ThreadRef thread, Staff from, String text);
}
