package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.VisitorView.Phase;
import io.threadbridge.bridge.application.VisitorView.Status;
import io.threadbridge.bridge.conversation.Care;
import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Staff;
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
    boolean changes = progress.counts().revision() > revision;
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
        progress.counts().revision(),
        progress.counts().delivered(),
        progress.counts().seen(),
        status(state));
  }

  private static Status status(Conversation.Started state) {
    Progress progress = state.progress();
    Optional<Staff> with = progress.claim().map(Claim::by).or(progress::formerClaimer);
    return switch (state) {
      case Conversation.Waiting waiting -> waiting(waiting, with);
      case Conversation.Promised promised ->
          new Status(
              Phase.PROMISED,
              Optional.of(promised.promise().owner()),
              Optional.of(promised.promise().until()),
              false,
              List.of(),
              false);
      case Conversation.Answered _, Conversation.Ending _ -> Status.of(Phase.ANSWERED, with);
      case Conversation.Deferred deferred ->
          new Status(
              Phase.FORM,
              with,
              Optional.empty(),
              deferred.progress().lead().flatMap(Lead::contact).isEmpty(),
              List.of(),
              false);
      case Conversation.Closed _ ->
          new Status(Phase.CLOSED, with, Optional.empty(), false, List.of(), progress.ratable());
    };
  }

  private static Status waiting(Conversation.Waiting state, Optional<Staff> with) {
    Phase phase = state.progress().claim().isPresent() ? Phase.CLAIMED : Phase.WAITING;
    Care care = state.clock().care();
    List<String> told = care.told().stream().map(Staff::name).toList();
    return new Status(phase, with, Optional.empty(), care.choiceOffered(), told, false);
  }

  private static VisitorView empty(Phase phase) {
    return new VisitorView(List.of(), List.of(), 0, 0, 0, 0, Status.of(phase, Optional.empty()));
  }
}
