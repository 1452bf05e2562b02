package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.PostRef;
import java.time.Duration;

/// What the platform made of a call. An adapter translates its own errors into these; it never
/// throws for them.
public sealed interface Delivery {
  /// It is done; `post` is the post that was written.
  record Done(PostRef post) implements Delivery {}

  /// A look-up found no such post.
  record Absent() implements Delivery {}

  /// The platform has no way to look for a post. Only [TeamChat#findThread] and
  /// [TeamChat#findPost] answer this, and a platform that answers it once answers it always.
  record CannotLook() implements Delivery {}

  /// May be tried again `after` this, because it is certainly not done or does no harm when done
  /// twice: the platform is busy, or something must be mended first (`mend` says what and how;
  /// empty if there is nothing to mend).
  record Later(Duration after, String why, String mend) implements Delivery {}

  /// Nobody knows whether it was done: look before repeating.
  record Unknown(String why) implements Delivery {}

  /// Certainly not done, and never will be.
  record Refused(String why) implements Delivery {}

  /// The thread's root is gone; nothing was left behind outside the thread.
  record ThreadGone() implements Delivery {}
}
