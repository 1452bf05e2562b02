package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.OutcomeEvent.FileOf;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.OwedEffect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One leased desk lane, with the conversation as it stood when the lane was leased.
///
/// @param messages the transcript by number
record DeskTask(Claimed claimed, Instant claimedAt, Started state, Map<Integer, Message> messages) {
  DeskRef desk() {
    return state.desk();
  }

  /// The thread, where there is one.
  ThreadRef thread() {
    return state.progress().thread().orElseThrow();
  }

  /// The messages up to this number come into the thread with the transcript.
  int retold() {
    return state.progress().stays().retold();
  }

  /// Whether the transcript in this thread has not come to message `seq` yet.
  boolean isToBeTold(int seq) {
    return claimed.owed().stream()
        .map(OwedEffect::effect)
        .anyMatch(new Effect.Retell(state.stay().number(), seq)::equals);
  }

  /// What came with these messages and was not taken back.
  List<FileOf> files(List<Integer> seqs) {
    return seqs.stream()
        .flatMap(seq -> Optional.ofNullable(messages.get(seq)).stream())
        .flatMap(message -> message.files().stream().map(f -> new FileOf(message.seq(), f.id())))
        .toList();
  }

  /// The message with which a file came; empty if it was taken back.
  Optional<Message> messageWith(Effect.PassFile pass) {
    return Optional.ofNullable(messages.get(pass.seq()))
        .filter(message -> SharedFile.find(message.files(), pass.file()).isPresent());
  }

  /// Whether a file stands in this thread already.
  boolean stands(Effect.PassFile pass) {
    Place here = new Place(desk(), thread());
    return messageWith(pass)
        .flatMap(message -> SharedFile.find(message.files(), pass.file()))
        .stream()
        .flatMap(file -> file.stands().stream())
        .anyMatch(standing -> standing.place().equals(here));
  }

  /// What message `seq` says by now; nothing if it was never said.
  String words(int seq) {
    Message message = messages.get(seq);
    return message == null ? "" : ReadableMessage.of(message);
  }
}
