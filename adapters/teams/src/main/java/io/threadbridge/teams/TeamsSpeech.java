package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;

/// Says through the client what is said once or not at all.
final class TeamsSpeech implements TeamsVoice {
  private final TeamsClient client;
  private final TeamChat chat;

  TeamsSpeech(TeamsClient client, TeamChat chat) {
    this.client = client;
    this.chat = chat;
  }

  @Override
  public void hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    chat.hint(desk, thread, to, text);
  }

  @Override
  public void answer(String conversation, String text) {
    client.post(
        conversation,
        TeamsActivities.card(TeamsPosts.text(text), TeamsText.summary(text)),
        client.patience().post());
  }

  @Override
  public void echo(DeskRef desk, ThreadRef thread, Staff from, String text) {
    client.post(
        TeamsPlace.of(desk).conversation(thread),
        TeamsActivities.card(
            TeamsPosts.said(from.name(), text), TeamsText.summary(from.name() + ": " + text)),
        client.patience().post());
  }
}
