package io.threadbridge.web;

import io.threadbridge.bridge.application.VisitorView;
import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.web.wire.FrameToVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one line has been told so far, and which frames tell it the rest. Messages go out in order
/// and once; standing facts only when they have changed.
///
/// `seen` of the protocol, that the staff have seen the visitor's words, is not told: no desk tells
/// us. [VisitorView#seen] is the visitor's own and stays with the desk.
final class ViewFeed {
  private static final List<String> ANOTHER_WAY = List.of("callback", "email");
  private static final List<String> ANY_WAY = List.of("wait", "callback", "email");

  private int seq;
  private int revision;
  private int delivered;
  private Optional<FrameToVisitor.State> state = Optional.empty();

  /// A line whose client has everything up to number `after`.
  ViewFeed(int after) {
    this.seq = after;
  }

  /// The last number that was told.
  int seq() {
    return seq;
  }

  /// The last change that was told.
  int revision() {
    return revision;
  }

  /// The first frames of a line. A client that claims to have more than there is has nothing
  /// beyond the end.
  List<FrameToVisitor> welcome(
      ConversationId conversation, VisitorView view, Optional<String> newToken) {
    seq = Math.min(seq, view.lastSeq());
    List<FrameToVisitor> frames = new ArrayList<>();
    frames.add(new FrameToVisitor.Welcome(conversation.value(), view.lastSeq()));
    newToken.ifPresent(token -> frames.add(new FrameToVisitor.Token(token)));
    frames.addAll(next(view));
    return List.copyOf(frames);
  }

  /// The frames for what is new in this view.
  List<FrameToVisitor> next(VisitorView view) {
    List<FrameToVisitor> frames = new ArrayList<>();
    for (Message message : view.fresh()) {
      frames.add(said(message));
      seq = Math.max(seq, message.seq());
    }
    view.changed().forEach(message -> frames.add(change(message)));
    revision = Math.max(revision, view.revision());
    if (view.delivered() > delivered) {
      delivered = view.delivered();
      frames.add(new FrameToVisitor.Delivered(delivered));
    }
    Optional<FrameToVisitor.State> now = Optional.of(state(view));
    if (!now.equals(state)) {
      state = now;
      frames.add(now.get());
    }
    return List.copyOf(frames);
  }

  private static FrameToVisitor said(Message message) {
    boolean edited = message.revision() > 0 && !message.deleted();
    return new FrameToVisitor.Said(
        message.seq(),
        from(message.author()),
        message.text(),
        message.at(),
        message.sayId(),
        message.files().stream().map(FrameToVisitor.FileFacts::of).toList(),
        edited,
        message.deleted());
  }

  private static FrameToVisitor change(Message message) {
    return message.deleted()
        ? new FrameToVisitor.Deleted(message.seq())
        : new FrameToVisitor.Edited(message.seq(), message.text());
  }

  private static FrameToVisitor.From from(Author author) {
    return switch (author) {
      case Author.OfVisitor _ -> new FrameToVisitor.From("visitor", Optional.empty());
      case Author.OfStaff staff ->
          new FrameToVisitor.From("staff", Optional.of(face(staff.staff())));
      case Author.OfBridge _ -> new FrameToVisitor.From("bridge", Optional.empty());
    };
  }

  private static FrameToVisitor.State state(VisitorView view) {
    VisitorView.Status status = view.status();
    return new FrameToVisitor.State(
        word(status.phase()),
        isWithSomebody(status.phase()) ? status.with().map(ViewFeed::face) : Optional.empty(),
        status.until(),
        choices(status),
        status.told(),
        status.rate());
  }

  private static String word(VisitorView.Phase phase) {
    return switch (phase) {
      case NEW -> "new";
      case WAITING -> "waiting";
      case CLAIMED -> "claimed";
      case ANSWERED -> "answered";
      case PROMISED -> "promised";
      case FORM -> "form";
      case CLOSED, ERASED -> "closed";
    };
  }

  /// With whom the visitor speaks is told only while somebody has the conversation.
  private static boolean isWithSomebody(VisitorView.Phase phase) {
    return switch (phase) {
      case CLAIMED, ANSWERED, PROMISED -> true;
      case NEW, WAITING, FORM, CLOSED, ERASED -> false;
    };
  }

  /// Whose answer comes another way already may still say which, but cannot go back to waiting.
  private static List<String> choices(VisitorView.Status status) {
    if (!status.choice()) {
      return List.of();
    }
    return status.phase() == VisitorView.Phase.FORM ? ANOTHER_WAY : ANY_WAY;
  }

  private static FrameToVisitor.Face face(Staff staff) {
    return new FrameToVisitor.Face(staff.name(), Photos.shown(staff.photo()));
  }
}
