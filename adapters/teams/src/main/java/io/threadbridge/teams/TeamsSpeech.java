package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;

/// What is said in Teams because somebody did something there. Each is said once or not at all: no
/// rule waits for it, and nothing is owed.
final class TeamsSpeech {
  private final TeamsClient client;
  private final TeamChat chat;

  TeamsSpeech(TeamsClient client, TeamChat chat) {
    this.client = client;
    this.chat = chat;
  }

  /// Tells somebody privately that nothing came of what they did, and why.
  void hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    chat.hint(desk, thread, to, text);
  }

  /// Answers a command where it was written.
  ///
  /// @param conversation the Bot Framework's id of a thread in a channel, or of a personal chat
  void answer(String conversation, String text) {
    client.post(
        conversation,
        TeamsActivities.card(TeamsPosts.text(text), TeamsText.summary(text)),
        client.patience().post());
  }

  /// Shows the others in the thread what somebody wrote in the box on the card.
  void echo(DeskRef desk, ThreadRef thread, Staff from, String text) {
    client.post(
        TeamsPlace.of(desk).conversation(thread),
        TeamsActivities.card(
            TeamsPosts.said(from.name(), text), TeamsText.summary(from.name() + ": " + text)),
        client.patience().post());
  }
}
