package io.threadbridge.slack;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.slack.SlackWords.Word;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Tells people privately, in the thread, that nothing came of what they did, and why. A hint that
/// is lost is not repeated.
final class SlackHints {
  private static final int TOLD_MAX = 2_000;

  private final TeamChat chat;
  private final Function<DeskRef, SlackWords> words;
  private final Executor aside;
  private final BoundedMap<String, Boolean> told = new BoundedMap<>(TOLD_MAX);

  /// @param aside where the telling is done: an acknowledgement does not wait for it
  SlackHints(TeamChat chat, Function<DeskRef, SlackWords> words, Executor aside) {
    this.chat = chat;
    this.words = words;
    this.aside = aside;
  }

  /// Tells it now.
  void tell(DeskRef desk, ThreadRef thread, Staff person, Word word) {
    aside.execute(() -> chat.hint(desk, thread, person, words.apply(desk).of(word)));
  }

  /// Tells it unless this person has been told in this thread.
  void tellOnce(DeskRef desk, ThreadRef thread, Staff person, Word word) {
    String key = desk.value() + ":" + thread.value() + ":" + person.id() + ":" + word;
    if (told.putIfAbsent(key, true)) {
      tell(desk, thread, person, word);
    }
  }
}
