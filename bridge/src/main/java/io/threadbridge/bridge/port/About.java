package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;

/// Which message of the transcript an event is about, so that it is loaded in the same step as the
/// state.
public sealed interface About {
  /// None in particular.
  record Nothing() implements About {}

  /// The message with this number.
  record Seq(int seq) implements About {}

  /// The staff message that stands in this post of a desk.
  record Post(DeskRef desk, PostRef post) implements About {}
}
