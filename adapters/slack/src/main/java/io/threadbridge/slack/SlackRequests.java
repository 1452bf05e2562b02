package io.threadbridge.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.slack.ButtonValue.Place;
import java.util.List;
import java.util.Map;

/// How our posts are asked for: so that Slack makes nothing of them but what they say, and so that
/// they can be found again.
final class SlackRequests {
  /// Under this event type our posts carry their batch as metadata; every member can read it, so
  /// the batch's id says nothing of the visitor.
  static final String METADATA_TYPE = "threadbridge_post";

  /// Where the batch's id stands in the metadata.
  static final String BATCH = "id";

  /// Where the metadata of a post that is no visitor's thread says which thread it is about.
  static final String ABOUT = "about";

  /// What stands there if it is about none.
  static final String NO_THREAD = "desk";

  /// Where the metadata of a post that shows a file of ours has the file's id.
  static final String FILE = "file";

  private SlackRequests() {}

  /// A post that carries its batch.
  static ChatPostMessageRequestBuilder carrying(
      String batch, List<LayoutBlock> blocks, String fallback) {
    return carrying(Map.of(BATCH, batch), blocks, fallback);
  }

  /// A call that carries its batch and what it is about.
  static ChatPostMessageRequestBuilder calling(
      String batch, Place about, List<LayoutBlock> blocks, String fallback) {
    return carrying(Map.of(BATCH, batch, ABOUT, about.written()), blocks, fallback);
  }

  /// An announcement that carries its batch, about no thread.
  static ChatPostMessageRequestBuilder announcing(
      String batch, List<LayoutBlock> blocks, String fallback) {
    return carrying(Map.of(BATCH, batch, ABOUT, NO_THREAD), blocks, fallback);
  }

  /// A post that carries its batch and the id of the file of ours that it shows; links are shown
  /// with what is behind them, for that is how Slack shares a file.
  static ChatPostMessageRequestBuilder showing(
      String batch, String file, List<LayoutBlock> blocks, String fallback) {
    return carrying(Map.of(BATCH, batch, FILE, file), blocks, fallback)
        .unfurlLinks(true)
        .unfurlMedia(true);
  }

  private static ChatPostMessageRequestBuilder carrying(
      Map<String, Object> payload, List<LayoutBlock> blocks, String fallback) {
    Message.Metadata metadata =
        Message.Metadata.builder().eventType(METADATA_TYPE).eventPayload(payload).build();
    return quiet(fallback).blocks(blocks).metadata(metadata);
  }

  /// A message of which Slack makes nothing but what it says.
  static ChatPostMessageRequestBuilder quiet(String fallback) {
    return ChatPostMessageRequest.builder()
        .text(fallback)
        .parse("none")
        .linkNames(false)
        .mrkdwn(false)
        .unfurlLinks(false)
        .unfurlMedia(false);
  }

  /// What the answer to a post at a root tells.
  static Delivery done(ChatPostMessageResponse answer) {
    return answer.getTs() == null
        ? new Delivery.Unknown("an answer without the message")
        : new Delivery.Done(new PostRef(answer.getTs()));
  }
}
