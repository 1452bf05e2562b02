package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;

/// Says in Teams what is said because somebody did something there.
final class TeamsSpeech implements TeamsVoice {
  private final TeamsClient client;
  private final TeamsAside aside;
  private final TeamsReports reports;

  TeamsSpeech(TeamsClient client, TeamsAside aside, TeamsReports reports) {
    this.client = client;
    this.aside = aside;
    this.reports = reports;
  }

  @Override
  public void hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    Delivery _ = aside.tellAnybody(desk, thread, to, text);
  }

  @Override
  public void answer(DeskRef desk, String conversation, String text) {
    reports.answer(desk, conversation, text);
  }

  @Override
  public void report(DeskRef desk, String conversation, Report report) {
    reports.answer(desk, conversation, report);
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
