package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.List;

/// What is known of pictures that somebody has posted.
@FunctionalInterface
interface TeamsPictures {
  /// The pictures that can be passed on, in order; the others are left out. Takes at most as long
  /// as two calls that only ask.
  List<SharedFile> known(DeskRef desk, List<AttachedFiles.Picture> pictures);
}
