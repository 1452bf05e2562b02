package io.threadbridge.slack;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;
import java.util.concurrent.Executor;

/// Tells people who may not act that nothing came of what they did: once in a thread.
final class SlackOutsiders {
  private static final int TOLD_MAX = 2_000;

  private final TeamChat chat;
  private final String words;
  private final Executor aside;
  private final BoundedMap<String, Boolean> told = new BoundedMap<>(TOLD_MAX);

  /// @param aside where the telling is done: an acknowledgement does not wait for it
  SlackOutsiders(TeamChat chat, String words, Executor aside) {
    this.chat = chat;
    this.words = words;
    this.aside = aside;
  }

  void tell(DeskRef desk, ThreadRef thread, Staff person) {
    String key = desk.value() + ":" + thread.value() + ":" + person.id();
    if (told.putIfAbsent(key, true)) {
      aside.execute(() -> chat.hint(desk, thread, person, words));
    }
  }
}
