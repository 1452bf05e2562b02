package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.VisitorEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Loaded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// What a visitor's browser can do. Every call may be repeated: the same id does the same thing
/// once. All of them throw [io.threadbridge.bridge.port.StoreUnavailable] when nothing is known.
///
/// Longer than the house's files: one short method for each thing that a visitor can do, and what
/// is refused stands in one place.
public final class VisitorDoor {
  /// The longest id that a browser may give.
  public static final int ID_MAX = 64;

  /// What a visitor's action came to.
  public sealed interface Answer {
    /// The words are kept as message `seq`, accepted at this moment.
    record Accepted(int seq, Instant at) implements Answer {}

    /// The words are kept as message `seq` of another conversation, which goes on from here.
    record Continued(ConversationId in, int seq) implements Answer {}

    /// It is done, or there was nothing to do.
    record Done() implements Answer {}

    /// It was not done; the reason is one of the protocol's: `empty`, `too-long`, `full`,
    /// `unknown`, `contact`, `file`.
    record Refused(String reason) implements Answer {}
  }

  private static final Answer CONTACT = new Answer.Refused("contact");
  private static final Answer FILE = new Answer.Refused("file");

  private final ConversationHandler handler;
  private final ConversationStore store;
  private final ConversationOpener opener;
  private final FileStore files;
  private final InstantSource clock;

  /// A door to these conversations.
  public VisitorDoor(
      ConversationHandler handler,
      ConversationStore store,
      ConversationOpener opener,
      FileStore files,
      InstantSource clock) {
    this.handler = handler;
    this.store = store;
    this.opener = opener;
    this.files = files;
    this.clock = clock;
  }

  /// The visitor says something, under an id of the browser's (1 to [#ID_MAX] characters).
  public Answer say(ConversationId id, String sayId, String text) {
    return say(id, sayId, text, List.of());
  }

  /// The same with files that were kept before, at most [SharedFile#PER_MESSAGE_MAX]; the text may
  /// be empty then.
  ///
  /// @param fileIds of this conversation's files
  public Answer say(ConversationId id, String sayId, String text, List<String> fileIds) {
    String words = VisitorText.clean(text);
    Optional<Answer> refused =
        words.isEmpty() && !fileIds.isEmpty() ? Optional.empty() : refusal(words);
    List<SharedFile> found =
        fileIds.stream().distinct().flatMap(file -> files.find(id, file).stream()).toList();
    if (found.size() != fileIds.size() || found.size() > SharedFile.PER_MESSAGE_MAX) {
      return find(id, sayId).isPresent() ? repeated(id, sayId, "file") : FILE;
    }
    return refused.orElseGet(() -> said(id, sayId, words, found));
  }

  private Answer said(ConversationId id, String sayId, String words, List<SharedFile> sent) {
    Handled handled =
        handler.handle(
            id, new EventId("say:" + sayId), new VisitorEvent.Wrote(now(), sayId, words, sent));
    return switch (handled) {
      case Handled.Moved(Conversation.Started now) ->
          new Answer.Accepted(now.progress().lastSeq(), now.lastMoment());
      case Handled.Moved _, Handled.Repeated _ -> repeated(id, sayId, "unknown");
      case Handled.Anew anew -> sayAnew(anew.old(), sayId, words, sent);
      case Handled.Unchanged(Conversation.Erased _, _) -> new Answer.Refused("unknown");
      case Handled.Unchanged _ -> repeated(id, sayId, "full");
      case Handled.Gone _, Handled.LeaseLost _ -> new Answer.Refused("unknown");
    };
  }

  /// The visitor sends the contact form, under an id of the browser's.
  ///
  /// @param contact where to answer: an address or a telephone number, as typed
  public Answer sendForm(
      ConversationId id, String sayId, String text, Lead.Way way, String contact) {
    String words = VisitorText.clean(text);
    Optional<String> known = Contacts.clean(way, contact);
    Optional<Answer> refused =
        refusal(words).or(() -> known.isEmpty() ? Optional.of(CONTACT) : Optional.empty());
    if (refused.isPresent()) {
      return refused.get();
    }
    VisitorEvent form = new VisitorEvent.SentForm(now(), sayId, words, way, known.orElseThrow());
    Handled handled = handler.handle(id, new EventId("say:" + sayId), form);
    return switch (handled) {
      case Handled.Anew(Conversation.Started old) -> {
        ConversationId next = opener.successorOf(old.opening());
        yield sendForm(next, sayId, text, way, contact) instanceof Answer.Accepted accepted
            ? new Answer.Continued(next, accepted.seq())
            : new Answer.Refused("unknown");
      }
      case Handled.Moved _, Handled.Repeated _, Handled.Unchanged _ ->
          repeated(id, sayId, "unknown");
      case Handled.Anew _, Handled.Gone _, Handled.LeaseLost _ -> new Answer.Refused("unknown");
    };
  }

  /// The visitor would rather be answered another way than wait; `contact` as typed, if any.
  public Answer choose(ConversationId id, String choiceId, Lead.Way way, Optional<String> contact) {
    Optional<String> known = contact.flatMap(typed -> Contacts.clean(way, typed));
    if (contact.isPresent() && known.isEmpty()) {
      return CONTACT;
    }
    VisitorEvent chose = new VisitorEvent.ChoseAnotherWay(now(), way, known);
    return switch (handler.handle(id, new EventId("choice:" + choiceId), chose)) {
      case Handled.Unchanged _ -> CONTACT;
      case Handled.Gone _, Handled.LeaseLost _, Handled.Anew _ -> new Answer.Refused("unknown");
      case Handled.Moved _, Handled.Repeated _ -> new Answer.Done();
    };
  }

  /// The visitor would rather keep waiting.
  public void keepWaiting(ConversationId id, String choiceId) {
    handler.handle(id, new EventId("choice:" + choiceId), new VisitorEvent.ChoseToWait(now()));
  }

  /// The visitor says what they thought of the conversation: 1 to [Rating#STARS_MAX] stars, and a
  /// comment that is cut at [Rating#COMMENT_MAX] code points. Only the first counts.
  public Answer rate(ConversationId id, int stars, String comment) {
    if (stars < 1 || stars > Rating.STARS_MAX) {
      return new Answer.Refused("malformed");
    }
    String words = VisitorText.firstOf(VisitorText.clean(comment), Rating.COMMENT_MAX);
    VisitorEvent rated = new VisitorEvent.Rated(now(), new Rating(stars, words));
    Handled handled = handler.handle(id, new EventId("rated"), rated);
    return handled instanceof Handled.Gone ? new Answer.Refused("unknown") : new Answer.Done();
  }

  /// The visitor wants no more mail.
  public void stopMail(ConversationId id) {
    handler.handle(id, new EventId("stop-mail:" + now()), new VisitorEvent.StoppedMail(now()));
  }

  /// A word that comes after the reopening time: unless it is an old one that was accepted in time
  /// and comes again, it begins the next conversation.
  private Answer sayAnew(Conversation old, String sayId, String words, List<SharedFile> sent) {
    Optional<Message> known = find(old.id(), sayId);
    if (known.isPresent()) {
      return new Answer.Accepted(known.get().seq(), known.get().at());
    }
    if (!(old instanceof Conversation.Started started)) {
      return new Answer.Refused("unknown");
    }
    ConversationId next = opener.successorOf(started.opening());
    return switch (said(next, sayId, words, sent)) {
      case Answer.Accepted accepted -> new Answer.Continued(next, accepted.seq());
      case Answer other -> other;
    };
  }

  /// The answer that these words were given before, or why they have none.
  private Answer repeated(ConversationId id, String sayId, String otherwise) {
    return find(id, sayId)
        .<Answer>map(message -> new Answer.Accepted(message.seq(), message.at()))
        .orElseGet(() -> new Answer.Refused(otherwise));
  }

  private Optional<Message> find(ConversationId id, String sayId) {
    return store.transcript(id, 0, Policy.MESSAGES_MAX).stream()
        .filter(message -> message.sayId().filter(sayId::equals).isPresent())
        .findFirst();
  }

  /// The visitor changes one of their messages.
  public Answer edit(ConversationId id, String editId, int seq, String text) {
    String words = VisitorText.clean(text);
    return refusal(words)
        .orElseGet(
            () ->
                change(
                    id,
                    "edit:" + editId,
                    seq,
                    loaded -> new VisitorEvent.Edited(now(), loaded.about(), words)));
  }

  /// The visitor takes one of their messages back, with its files.
  public Answer delete(ConversationId id, String deleteId, int seq) {
    List<SharedFile> gone = new ArrayList<>();
    Answer answer =
        change(
            id,
            "delete:" + deleteId,
            seq,
            loaded -> {
              gone.clear();
              loaded
                  .about()
                  .filter(VisitorDoor::isTheVisitors)
                  .ifPresent(m -> gone.addAll(m.files()));
              return new VisitorEvent.Deleted(now(), loaded.about());
            });
    gone.forEach(this::forget);
    return answer;
  }

  private void forget(SharedFile file) {
    if (file.source() instanceof SharedFile.Source.Kept(ConversationId in)) {
      files.forget(in, file.id());
    }
  }

  private Answer change(
      ConversationId id, String event, int seq, Function<Loaded, ConversationEvent> happened) {
    AtomicBoolean theirs = new AtomicBoolean();
    Handled handled =
        handler.handle(
            id,
            new EventId(event),
            new About.Seq(seq),
            loaded -> {
              theirs.set(loaded.about().filter(VisitorDoor::isTheVisitors).isPresent());
              return happened.apply(loaded);
            },
            Optional.empty());
    if (handled instanceof Handled.Gone) {
      return new Answer.Refused("unknown");
    }
    return theirs.get() ? new Answer.Done() : new Answer.Refused("malformed");
  }

  private static boolean isTheVisitors(Message message) {
    return message.author() instanceof Author.OfVisitor;
  }

  /// The visitor has seen everything up to message `seq`.
  public void saw(ConversationId id, int seq) {
    handler.handle(id, new EventId("saw:" + seq), new VisitorEvent.Saw(now(), seq));
  }

  /// The visitor's last connection was lost; `connection` is its name.
  public void disconnected(ConversationId id, String connection) {
    handler.handle(id, new EventId("lost:" + connection), new VisitorEvent.Disconnected(now()));
  }

  /// The visitor ends the chat; `leaveId` names this wish, so that a late repeat ends nothing new.
  public void leave(ConversationId id, String leaveId) {
    handler.handle(id, new EventId("leave:" + leaveId), new VisitorEvent.Left(now()));
  }

  /// The visitor wants everything forgotten.
  public void erase(ConversationId id) {
    handler.handle(id, new EventId("erase"), new VisitorEvent.AskedToErase(now()));
  }

  private static Optional<Answer> refusal(String words) {
    if (words.isEmpty()) {
      return Optional.of(new Answer.Refused("empty"));
    }
    return VisitorText.length(words) > Policy.TEXT_MAX
        ? Optional.of(new Answer.Refused("too-long"))
        : Optional.empty();
  }

  private Instant now() {
    return clock.instant();
  }
}
