package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.Optional;

/// Whose conversation a thread is, so that a private message can say what it is about: it does not
/// stand in the thread. Known from the cards that were shown since the start, kept nowhere else.
final class TeamsNames {
  private static final int THREADS_MAX = 5_000;

  private record Place(DeskRef desk, ThreadRef thread) {}

  private final BoundedNotes<Place, String> names = new BoundedNotes<>(THREADS_MAX);

  void isOf(DeskRef desk, ThreadRef thread, String name) {
    names.put(new Place(desk, thread), name);
  }

  Optional<String> of(DeskRef desk, ThreadRef thread) {
    return names.get(new Place(desk, thread));
  }
}
