package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.slack.SlackPictures.Brought;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts reports at a channel's root.
///
/// Pictures are first uploaded for nobody but us and then shown by an ordinary post of ours: only
/// such a post carries metadata, by which it is found where the answer was lost. Whatever goes
/// wrong before the post, but a pause that Slack asks for, costs the pictures and not the text,
/// which says everything without them.
///
/// The pictures take two thirds of the time of a call that writes, and two quick posts come after
/// them: within the port's 12 s.
final class SlackReports {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReports.class);

  private final SlackCalls calls;
  private final SlackAside aside;
  private final SlackPictures pictures;

  SlackReports(SlackCalls calls, SlackAside aside, SlackPictures pictures) {
    this.calls = calls;
    this.aside = aside;
    this.pictures = pictures;
  }

  /// A report on its way, and how long all of it may take.
  private record Sending(DeskRef desk, String batch, Report report, Patience whole) {}

  Delivery post(DeskRef desk, String batch, Report report) {
    Patience whole = Patience.of(calls.callTimeout().plus(calls.quickTimeout()));
    Sending sending = new Sending(desk, batch, report, whole);
    if (report.pictures().isEmpty()) {
      ChatPostMessageRequest request = request(sending, List.of());
      return stands(sending, calls.write(client -> client.chatPostMessage(request)));
    }
    Patience patience = Patience.of(calls.callTimeout().multipliedBy(2).dividedBy(3));
    return switch (pictures.bring(report.pictures(), patience)) {
      case Brought.All(List<String> files) -> shown(sending, files);
      case Brought.Busy(Delivery.Later later) -> later;
      case Brought.Not(String why) -> {
        LOG.info("A report is posted without its pictures: {}", why);
        yield stands(sending, quick(sending, List.of()));
      }
    };
  }

  private Delivery shown(Sending sending, List<String> files) {
    SlackReply<ChatPostMessageResponse> reply = quick(sending, files);
    // Slack cannot show them, perhaps only not yet.
    if (reply.isNo("invalid_blocks")) {
      LOG.info("A report is posted without its pictures: Slack does not show them");
      Delivery delivery = stands(sending, quick(sending, List.of()));
      forget(sending, files);
      return delivery;
    }
    Delivery delivery = stands(sending, reply);
    switch (delivery) {
      case Delivery.Done _ -> {
        pictures.works();
        pictures.leave(files);
      }
      // Perhaps there is a post that shows them.
      case Delivery.Unknown _ -> pictures.leave(files);
      case Delivery.Refused _, Delivery.ThreadGone _ -> forget(sending, files);
      case Delivery.Later _, Delivery.Absent _, Delivery.CannotLook _ ->
          LOG.debug("The pictures wait for the next attempt");
    }
    return delivery;
  }

  private ChatPostMessageRequest request(Sending sending, List<String> files) {
    Report report = sending.report();
    return SlackRequests.announcing(
            sending.batch(),
            ReportBlocks.of(report, files, ReportBlocks.POST_MAX),
            SlackText.fallback(report.words()))
        .channel(sending.desk().channel())
        .build();
  }

  private SlackReply<ChatPostMessageResponse> quick(Sending sending, List<String> files) {
    ChatPostMessageRequest request = request(sending, files);
    return calls.quick(client -> client.chatPostMessage(request));
  }

  private Delivery stands(Sending sending, SlackReply<ChatPostMessageResponse> reply) {
    return aside.stands(sending.desk(), reply, Optional.empty());
  }

  /// Files that no post shows are nobody's: they go again, as far as there is time.
  private void forget(Sending sending, List<String> files) {
    pictures.leave(files);
    for (String file : files) {
      if (sending.whole().left().compareTo(calls.quickTimeout()) > 0) {
        pictures.withdraw(List.of(file));
      }
    }
  }
}
