package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;

/// How a post is called in `tb:{p}:posts:<id>`: by its desk and its own name, because two desks may
/// give the same. Posts that were linked before conversations could move have only their own name,
/// and stand on the conversation's first desk.
final class PostNames {
  /// In no desk's name: those are single words.
  private static final String BETWEEN = "\t";

  private PostNames() {}

  static String of(DeskRef desk, PostRef post) {
    return desk.value() + BETWEEN + post.value();
  }

  /// Whether a name says on which desk the post stands.
  static boolean hasDesk(String name) {
    return name.contains(BETWEEN);
  }

  static DeskRef desk(String name) {
    return new DeskRef(name.substring(0, name.indexOf(BETWEEN)));
  }

  /// The post's own name.
  static PostRef post(String name) {
    return new PostRef(name.substring(name.indexOf(BETWEEN) + 1));
  }
}
