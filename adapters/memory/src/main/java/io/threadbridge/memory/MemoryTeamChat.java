package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A pretend desk that records what stands on it. It can be told what to answer to the next calls,
/// whether it has done what they asked or not.
///
/// Longer than the house's files: one short method for each call of the port, over one list.
public final class MemoryTeamChat implements TeamChat {
  /// A post on a desk as it stands by now; of a thread's root, `thread` is its own.
  ///
  /// @param batch the metadata it carries
  /// @param card what it shows if it is a card
  /// @param words what it shows if it holds the visitor's words
  /// @param file what it shows if it holds a file
  public record Post(
      DeskRef desk,
      ThreadRef thread,
      PostRef ref,
      String batch,
      Instant at,
      Optional<Card> card,
      Optional<ThreadPost> words,
      Optional<FilePost> file) {
    /// Whether it is the first of its thread.
    public boolean isRoot() {
      return ref.value().equals(thread.value());
    }

    boolean isIn(DeskRef otherDesk, ThreadRef otherThread) {
      return desk.equals(otherDesk) && thread.equals(otherThread);
    }

    Post with(Card other) {
      return new Post(desk, thread, ref, batch, at, Optional.of(other), words, file);
    }

    Post with(ThreadPost other) {
      return new Post(desk, thread, ref, batch, at, card, Optional.of(other), file);
    }
  }

  /// A text that one person was shown.
  ///
  /// @param direct whether it came as a direct message, not as a hint in the thread
  public record Private(ThreadRef thread, Staff to, String text, boolean direct) {}

  private record Answer(Delivery delivery, boolean done) {}

  private final InstantSource clock;
  private final String name;
  private final List<Post> posts = new ArrayList<>();
  private final List<Private> privates = new ArrayList<>();
  private final List<PostRef> notes = new ArrayList<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private int calls;
  private boolean canLook = true;
  private Optional<Duration> heldBack = Optional.empty();

  /// An empty desk; posts are made at the clock's moments.
  public MemoryTeamChat(InstantSource clock) {
    this(clock, "");
  }

  /// One of several platforms, which tells where its threads are opened: under
  /// `https://<name>.example/`. Their posts may have the same names.
  public MemoryTeamChat(InstantSource clock, String name) {
    this.clock = clock;
    this.name = name;
  }

  /// The next call that is not told anything yet answers this and does nothing.
  public synchronized void answerNext(Delivery delivery) {
    answers.add(new Answer(delivery, false));
  }

  /// The next call that is not told anything yet does what it is asked, and answers this all the
  /// same: the reply was lost.
  public synchronized void doNextAndAnswer(Delivery delivery) {
    answers.add(new Answer(delivery, true));
  }

  /// From now on nothing can be looked for, as on a platform that has no call for it.
  public synchronized void cannotLook() {
    canLook = false;
  }

  /// Somebody deletes a thread with all that is in it.
  public synchronized void deleteThread(DeskRef desk, ThreadRef thread) {
    posts.removeIf(post -> post.isIn(desk, thread));
  }

  /// What stands on a desk, in the order in which it was posted.
  public synchronized List<Post> posts(DeskRef desk) {
    return posts.stream().filter(post -> post.desk().equals(desk)).toList();
  }

  /// Every hint and direct message, in order.
  public synchronized List<Private> privates() {
    return List.copyOf(privates);
  }

  /// The posts that were marked as internal notes, in order.
  public synchronized List<PostRef> notes() {
    return List.copyOf(notes);
  }

  /// How many calls were made, whatever they were answered.
  public synchronized int calls() {
    return calls;
  }

  @Override
  public String command() {
    return "/chat";
  }

  @Override
  public synchronized Delivery openThread(DeskRef desk, String batch, Card card) {
    return answered(
        () -> {
          ThreadRef thread = new ThreadRef(nextName());
          return added(desk, thread, batch, Optional.of(card), Optional.empty());
        });
  }

  @Override
  public synchronized Delivery post(DeskRef desk, ThreadRef thread, String batch, ThreadPost post) {
    return inThread(
        desk, thread, () -> added(desk, thread, batch, Optional.empty(), Optional.of(post)));
  }

  @Override
  public synchronized Delivery postFile(
      DeskRef desk, ThreadRef thread, String batch, FilePost file) {
    switch (file.bytes().get()) {
      case FileBytes.Open(InputStream stream) -> readToItsEnd(stream);
      case FileBytes.Gone _ -> {
        // Its link is posted, as for one that breaks off; both look the same here.
      }
      case FileBytes.Later(Duration after, String why) -> {
        return new Delivery.Later(after, why, "see where the file comes from");
      }
    }
    return inThread(
        desk,
        thread,
        () -> {
          PostRef ref = new PostRef(nextName());
          Optional<FilePost> shown = Optional.of(file);
          Optional<ThreadPost> none = Optional.empty();
          Instant now = clock.instant();
          posts.add(new Post(desk, thread, ref, batch, now, Optional.empty(), none, shown));
          return new Delivery.Done(ref);
        });
  }

  private static void readToItsEnd(InputStream stream) {
    try (stream) {
      long _ = stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // Nobody can read more of it; it is posted as its link.
    }
  }

  @Override
  public synchronized Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef file) {
    return retract(desk, file);
  }

  /// Somebody posts a file; this is what its reference stands for from now on.
  public synchronized void hold(String reference, byte[] bytes) {
    files.put(reference, bytes.clone());
  }

  /// Whoever posted it deletes it.
  public synchronized void drop(String reference) {
    files.remove(reference);
  }

  /// From now on nothing that was posted can be opened before this has gone by, each time anew.
  public synchronized void holdBack(Duration after) {
    heldBack = Optional.of(after);
  }

  @Override
  public synchronized FileBytes open(DeskRef desk, String reference) {
    if (heldBack.isPresent()) {
      return new FileBytes.Later(heldBack.get(), "busy");
    }
    return Optional.ofNullable(files.get(reference))
        .<FileBytes>map(bytes -> new FileBytes.Open(new ByteArrayInputStream(bytes)))
        .orElseGet(() -> new FileBytes.Gone("nobody posted it"));
  }

  @Override
  public synchronized Delivery findThread(DeskRef desk, String batch, Instant notBefore) {
    return looked(() -> found(batch, notBefore, post -> post.desk().equals(desk) && post.isRoot()));
  }

  @Override
  public synchronized Delivery findPost(
      DeskRef desk, ThreadRef thread, String batch, Instant notBefore) {
    return canLook
        ? inThread(desk, thread, () -> found(batch, notBefore, post -> post.isIn(desk, thread)))
        : new Delivery.CannotLook();
  }

  @Override
  public synchronized Delivery rewrite(
      DeskRef desk, ThreadRef thread, PostRef post, ThreadPost words) {
    return inThread(desk, thread, () -> replaced(desk, post, old -> old.with(words)));
  }

  @Override
  public synchronized Delivery showCard(DeskRef desk, ThreadRef thread, Card card) {
    PostRef root = new PostRef(thread.value());
    return inThread(desk, thread, () -> replaced(desk, root, old -> old.with(card)));
  }

  @Override
  public synchronized Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return inThread(desk, thread, () -> told(new Private(thread, to, text, false)));
  }

  @Override
  public Optional<URI> link(DeskRef desk, ThreadRef thread) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(URI.create("https://" + name + ".example/" + thread.value()));
  }

  @Override
  public synchronized Delivery tell(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return inThread(desk, thread, () -> told(new Private(thread, to, text, true)));
  }

  @Override
  public synchronized Delivery notice(DeskRef desk, ThreadRef thread, String batch, String text) {
    ThreadPost post = new ThreadPost("", List.of(text), "");
    return inThread(
        desk, thread, () -> added(desk, thread, batch, Optional.empty(), Optional.of(post)));
  }

  @Override
  public synchronized Delivery call(
      DeskRef where, DeskRef desk, ThreadRef thread, String batch, String text) {
    ThreadPost post = new ThreadPost("", List.of(text), "");
    return answered(
        () -> {
          ThreadRef own = new ThreadRef(nextName());
          return added(where, own, batch, Optional.empty(), Optional.of(post));
        });
  }

  @Override
  public synchronized Delivery announce(DeskRef desk, String batch, String text) {
    return atRoot(desk, batch, List.of(text));
  }

  /// Each picture is a line of its own: what it shows, in words.
  @Override
  public synchronized Delivery report(DeskRef desk, String batch, Report report) {
    List<String> lines = new ArrayList<>(List.of(report.words()));
    report.pictures().stream().map(Report.Shown::picture).map(Picture::alt).forEach(lines::add);
    return atRoot(desk, batch, lines);
  }

  private Delivery atRoot(DeskRef desk, String batch, List<String> lines) {
    ThreadPost post = new ThreadPost("", lines, "");
    return answered(
        () -> {
          ThreadRef own = new ThreadRef(nextName());
          return added(desk, own, batch, Optional.empty(), Optional.of(post));
        });
  }

  @Override
  public synchronized Delivery retract(DeskRef desk, PostRef call) {
    return answered(
        () -> {
          posts.removeIf(post -> post.desk().equals(desk) && post.ref().equals(call));
          return new Delivery.Done(call);
        });
  }

  @Override
  public synchronized Delivery callPerson(
      DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action take) {
    return inThread(desk, thread, () -> told(new Private(thread, to, text, true)));
  }

  @Override
  public synchronized Delivery offer(
      DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action action) {
    return inThread(desk, thread, () -> told(new Private(thread, to, text, false)));
  }

  @Override
  public synchronized Delivery confirmNote(
      DeskRef desk, ThreadRef thread, PostRef post, Staff writer, String text) {
    return answered(
        () -> {
          notes.add(post);
          return new Delivery.Done(post);
        });
  }

  /// Gives the next answer that was asked for, with or without doing it; else does it.
  private Delivery answered(Supplier<Delivery> deed) {
    calls++;
    Optional<Answer> told = Optional.ofNullable(answers.poll());
    boolean done = told.map(Answer::done).orElse(true);
    Optional<Delivery> made = done ? Optional.of(deed.get()) : Optional.empty();
    return told.map(Answer::delivery).or(() -> made).orElseThrow();
  }

  /// Who cannot look makes no call.
  private Delivery looked(Supplier<Delivery> deed) {
    return canLook ? answered(deed) : new Delivery.CannotLook();
  }

  private Delivery inThread(DeskRef desk, ThreadRef thread, Supplier<Delivery> deed) {
    return answered(
        () ->
            posts.stream().anyMatch(post -> post.isIn(desk, thread) && post.isRoot())
                ? deed.get()
                : new Delivery.ThreadGone());
  }

  private String nextName() {
    return "post-" + calls;
  }

  private Delivery added(
      DeskRef desk,
      ThreadRef thread,
      String batch,
      Optional<Card> card,
      Optional<ThreadPost> words) {
    PostRef ref = new PostRef(nextName());
    Instant now = clock.instant();
    posts.add(new Post(desk, thread, ref, batch, now, card, words, Optional.empty()));
    return new Delivery.Done(ref);
  }

  private Delivery found(String batch, Instant notBefore, Predicate<Post> where) {
    return posts.stream()
        .filter(where)
        .filter(post -> post.batch().equals(batch) && !post.at().isBefore(notBefore))
        .<Delivery>map(post -> new Delivery.Done(post.ref()))
        .findFirst()
        .orElseGet(Delivery.Absent::new);
  }

  private Delivery replaced(DeskRef desk, PostRef ref, UnaryOperator<Post> change) {
    for (int index = 0; index < posts.size(); index++) {
      Post old = posts.get(index);
      if (old.desk().equals(desk) && old.ref().equals(ref)) {
        posts.set(index, change.apply(old));
        return new Delivery.Done(ref);
      }
    }
    return new Delivery.Refused("there is no such post");
  }

  private Delivery told(Private message) {
    privates.add(message);
    return new Delivery.Done(new PostRef(nextName()));
  }
}
