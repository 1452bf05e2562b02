package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The calls of one [DeskTask] to its platform: a batch as a card or as a post of words.
record DeskCalls(DeskTask task, TeamChat chat, CardWriter cards) {
  /// Clocks and the platform's own may differ by so much.
  private static final Duration LOOK_BACK = Duration.ofMinutes(2);

  Delivery post(DeskBatch batch, String id) {
    return batch.isCard()
        ? chat.openThread(task.desk(), id, cards.card(task.state(), task.words(1)))
        : chat.post(task.desk(), task.thread(), id, words(batch.seqs(task.messages())));
  }

  Delivery lookUp(DeskBatch batch, SealedBatch sealed) {
    Instant notBefore = sealed.at().minus(LOOK_BACK);
    return batch.isCard()
        ? chat.findThread(task.desk(), sealed.id(), notBefore)
        : chat.findPost(task.desk(), task.thread(), sealed.id(), notBefore);
  }

  /// Writes the post anew that holds these messages; the first ones stand on the card.
  Delivery rewrite(PostLink link) {
    ThreadRef thread = task.thread();
    return link.post().value().equals(thread.value())
        ? chat.showCard(task.desk(), thread, cards.card(task.state(), task.words(1)))
        : chat.rewrite(task.desk(), thread, link.post(), words(link.seqs()));
  }

  private ThreadPost words(List<Integer> seqs) {
    List<String> lines = seqs.stream().map(task::words).toList();
    return new ThreadPost(
        task.state().opening().visitor().shownName(),
        lines,
        cards.takenBack(task.state().opening()));
  }
}
