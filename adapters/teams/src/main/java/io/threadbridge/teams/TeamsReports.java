package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ResourceResponse;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import java.time.Duration;
import java.util.function.Function;

/// Posts reports. Where Teams does not take the card, its text is posted alone: that says
/// everything.
final class TeamsReports {
  /// The text alone follows only a no that came quickly enough for both to end within a call.
  private static final Duration ALONE_WITHIN = Duration.ofSeconds(4);

  private final TeamsClient client;
  private final TeamsAside aside;
  private final ReportCards cards;
  private final Function<DeskRef, TeamsWords> words;

  TeamsReports(
      TeamsClient client,
      TeamsAside aside,
      ReportCards cards,
      Function<DeskRef, TeamsWords> words) {
    this.client = client;
    this.aside = aside;
    this.cards = cards;
    this.words = words;
  }

  /// In the desk's channel, as a post of its own.
  Delivery post(DeskRef desk, Report report) {
    long began = System.nanoTime();
    Delivery delivery =
        aside.announce(desk, card(desk, report), report.words(), client.patience().post());
    if (!(delivery instanceof Delivery.Refused(String why))) {
      return delivery;
    }
    return System.nanoTime() - began < ALONE_WITHIN.toNanos()
        ? aside.announce(desk, alone(report), report.words(), client.patience().aside())
        : TeamsErrors.again(why);
  }

  private ObjectNode card(DeskRef desk, Report report) {
    return cards.of(report, words.apply(desk));
  }

  private static ObjectNode alone(Report report) {
    return TeamsPosts.text(LinkedLines.bounded(report.words()));
  }

  /// To whoever asked for it, where they asked; once, whatever comes of it.
  ///
  /// @param desk in whose language it is
  void answer(DeskRef desk, String conversation, Report report) {
    if (said(conversation, card(desk, report), report.words()) instanceof Delivery.Refused) {
      Delivery _ = said(conversation, alone(report), report.words());
    }
  }

  /// The same of a text.
  void answer(DeskRef desk, String conversation, String text) {
    Delivery _ = said(conversation, cards.text(text, words.apply(desk)), text);
  }

  private Delivery said(String conversation, ObjectNode card, String text) {
    Activity activity = TeamsActivities.card(card, TeamsText.summary(text));
    TeamsReply<ResourceResponse> reply =
        client.post(conversation, activity, client.patience().post());
    return reply.delivery(answer -> TeamsAside.done(TeamsTeamChat.orEmpty(answer.getId())));
  }
}
