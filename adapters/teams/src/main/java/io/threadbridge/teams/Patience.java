package io.threadbridge.teams;

import java.time.Duration;

/// How long is waited for Teams; what one call of the port needs ends within its limit.
///
/// @param post one post, which nothing else goes before or after
/// @param aside one of several calls that write
/// @param look a call that only asks
record Patience(Duration post, Duration aside, Duration look) {
  /// With these, the longest way (the link's group, the team's people, the turn, the post) takes
  /// 2 + 2 + 1.5 + 4 s. A chat is made anew only in the first 4 s, and that and the message take
  /// twice 1.5 + 2 s more.
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(8), Duration.ofSeconds(4), Duration.ofSeconds(2));
}
