package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls of one [DeskTask] to its platform: a batch as a card or as a post of words.
record DeskCalls(
    DeskTask task, TeamChat chat, Desks desks, CardWriter cards, DeskWords words, DeskFiles files) {
  /// Clocks and the platform's own may differ by so much.
  static final Duration LOOK_BACK = Duration.ofMinutes(2);

  /// Posts the batch with this id as metadata.
  ///
  /// @param remark what is to be said of the post itself
  Delivery post(DeskBatch batch, String id, Optional<String> remark) {
    if (batch.isCard()) {
      return chat.openThread(task.desk(), id, remark.map(card()::remarked).orElseGet(this::card));
    }
    Effect effect = batch.head().effect();
    if (effect instanceof Effect.CallDesk(DeskRef where)) {
      String text = remarked(callText(), remark);
      return there(where)
          .map(there -> call(there, where, id, text))
          .orElse(new Delivery.Refused("no such platform"));
    }
    if (effect instanceof Effect.Notice(var key, Map<String, Object> arguments)) {
      String text = remarked(words.text(task.state(), key, arguments), remark);
      return chat.notice(task.desk(), task.thread(), id, text);
    }
    if (effect instanceof Effect.PassFile pass) {
      Duration waited = Duration.between(batch.head().since(), task.claimedAt());
      return file(pass, id, remark, waited);
    }
    return chat.post(task.desk(), task.thread(), id, words(batch.seqs(task.messages()), remark));
  }

  private Delivery file(Effect.PassFile pass, String id, Optional<String> remark, Duration waited) {
    return task.messageWith(pass)
        .flatMap(
            message ->
                SharedFile.find(message.files(), pass.file())
                    .map(file -> files.post(task.state(), message, file, remark, waited)))
        .map(post -> chat.postFile(task.desk(), task.thread(), id, post))
        .orElseGet(() -> new Delivery.Refused("taken back before it was posted"));
  }

  /// Another platform knows nothing of this thread but its address.
  private Delivery call(TeamChat there, DeskRef where, String id, String text) {
    if (where.platform().equals(task.desk().platform())) {
      return there.call(where, task.desk(), task.thread(), id, text);
    }
    String link = desks.linkTo(task.state()).map(uri -> " " + uri).orElse("");
    return there.announce(where, id, text + link);
  }

  /// What marks a post that may stand twice.
  String perhapsTwice() {
    return words.label(task.state(), "thread.perhaps-twice", Map.of());
  }

  private static String remarked(String text, Optional<String> remark) {
    return remark.map(said -> text + " (" + said + ")").orElse(text);
  }

  private Card card() {
    return cards.card(task.state(), task.words(1));
  }

  /// Asks the platform for something that is harmless to repeat: whether it answers again.
  Delivery knock() {
    return chat.showCard(task.desk(), task.thread(), card());
  }

  /// A desk may call another one, on another platform.
  private Optional<TeamChat> there(DeskRef where) {
    return desks.chatOf(where);
  }

  private String callText() {
    Instant waitingSince =
        task.state() instanceof Conversation.Waiting waiting
            ? waiting.clock().since()
            : task.claimedAt();
    long minutes = Math.max(1, Duration.between(waitingSince, task.claimedAt()).toMinutes());
    String visitor = task.state().opening().visitor().shownName();
    return words.text(
        task.state(), TextKey.CALL_DESK, Map.of("visitor", visitor, "minutes", minutes));
  }

  Delivery lookUp(DeskBatch batch, SealedBatch sealed) {
    Instant notBefore = sealed.at().minus(LOOK_BACK);
    if (!batch.isCard() && batch.head().effect() instanceof Effect.CallDesk(DeskRef where)) {
      return there(where)
          .map(there -> there.findThread(where, sealed.id(), notBefore))
          .orElse(new Delivery.Absent());
    }
    return batch.isCard()
        ? chat.findThread(task.desk(), sealed.id(), notBefore)
        : chat.findPost(task.desk(), task.thread(), sealed.id(), notBefore);
  }

  /// Writes the post anew that holds these messages; the first ones stand on the card.
  Delivery rewrite(PostLink link) {
    ThreadRef thread = task.thread();
    return link.post().value().equals(thread.value())
        ? chat.showCard(task.desk(), thread, card())
        : chat.rewrite(task.desk(), thread, link.post(), words(link.seqs(), Optional.empty()));
  }

  private ThreadPost words(List<Integer> seqs, Optional<String> remark) {
    if (seqs.getLast() <= task.retold()) {
      return transcript(seqs, remark);
    }
    List<String> lines = seqs.stream().map(task::words).toList();
    return new ThreadPost(
        task.state().opening().visitor().shownName(),
        lines,
        cards.takenBack(task.state().opening()),
        remark);
  }

  /// What was said before the conversation came here, by whomever.
  private ThreadPost transcript(List<Integer> seqs, Optional<String> remark) {
    Opening opening = task.state().opening();
    String visitor = opening.visitor().shownName();
    List<String> lines =
        seqs.stream()
            .flatMap(seq -> Optional.ofNullable(task.messages().get(seq)).stream())
            .filter(Retelling::isTold)
            .map(message -> Retelling.line(message, visitor))
            .toList();
    return new ThreadPost(cards.soFar(opening), lines, cards.takenBack(opening), remark);
  }
}
