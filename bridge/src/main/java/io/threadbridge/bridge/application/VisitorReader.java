package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.VisitorView.Phase;
import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Reads a conversation for its visitor.
public final class VisitorReader {
  private final ConversationStore store;
  private final InstantSource clock;

  /// A reader of these conversations.
  public VisitorReader(ConversationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What is new for a browser that has everything up to message `seq` and change `revision`; empty
  /// if there is no such conversation.
  public Optional<VisitorView> read(ConversationId id, int seq, int revision) {
    return store
        .load(id, new About.Nothing(), clock.instant())
        .map(Loaded::conversation)
        .map(conversation -> view(conversation, seq, revision));
  }

  private VisitorView view(Conversation conversation, int seq, int revision) {
    return switch (conversation) {
      case Conversation.NotStarted _ -> empty(Phase.NEW);
      case Conversation.Erased _ -> empty(Phase.ERASED);
      case Conversation.Started started -> view(started, seq, revision);
    };
  }

  private VisitorView view(Conversation.Started state, int seq, int revision) {
    Progress progress = state.progress();
    boolean changes = progress.revision() > revision;
    int from = changes ? 0 : seq;
    List<Message> messages =
        changes || progress.lastSeq() > seq
            ? store.transcript(state.id(), from, Policy.MESSAGES_MAX)
            : List.of();
    return new VisitorView(
        messages.stream().filter(message -> message.seq() > seq).toList(),
        messages.stream()
            .filter(message -> message.seq() <= seq && message.revision() > revision)
            .toList(),
        progress.lastSeq(),
        progress.revision(),
        progress.delivered(),
        progress.seen(),
        phase(state),
        progress.claim().map(Claim::by).or(progress::formerClaimer));
  }

  private static Phase phase(Conversation.Started state) {
    return switch (state) {
      case Conversation.Waiting waiting ->
          waiting.progress().claim().isPresent() ? Phase.CLAIMED : Phase.WAITING;
      case Conversation.Answered _, Conversation.Ending _ -> Phase.ANSWERED;
      case Conversation.Closed _ -> Phase.CLOSED;
    };
  }

  private static VisitorView empty(Phase phase) {
    return new VisitorView(List.of(), List.of(), 0, 0, 0, 0, phase, Optional.empty());
  }
}
