package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been done for a visitor during one wait.
///
/// @param holds its hold texts
/// @param choiceOffered whether the visitor may choose another way than waiting
/// @param told who of the firm was told directly, in order; at most [#TOLD_MAX]
/// @param opener what the visitor's words of this wait amount to
/// @param toldAt when each of them was told, in the same order; empty in what was saved before this
///     was kept
/// @param lifeAt the last sign of life in this wait; empty if there was none yet
public record Care(
    int holds,
    boolean choiceOffered,
    List<Staff> told,
    Opener opener,
    List<Instant> toldAt,
    Optional<Instant> lifeAt) {
  /// The most people who are told of one wait.
  public static final int TOLD_MAX = 10;

  /// Of a wait without a sign of life.
  public Care(int holds, boolean choiceOffered, List<Staff> told, Opener opener) {
    this(holds, choiceOffered, told, opener, List.of(), Optional.empty());
  }

  static Care begin(Opener opener) {
    return new Care(0, false, List.of(), opener);
  }

  Care held(boolean withChoice, Instant now) {
    return new Care(holds + 1, choiceOffered || withChoice, told, opener, toldAt, Optional.of(now));
  }

  Care alive(Instant now) {
    return new Care(holds, choiceOffered, told, opener, toldAt, Optional.of(now));
  }

  Care stated() {
    return new Care(holds, choiceOffered, told, Opener.STATED, toldAt, lifeAt);
  }

  Care chose() {
    return new Care(holds, false, told, opener, toldAt, lifeAt);
  }

  Care told(Staff staff, Instant now) {
    List<Staff> more = new ArrayList<>(told);
    more.add(staff);
    List<Instant> moments = new ArrayList<>(toldAt);
    moments.add(now);
    return new Care(holds, choiceOffered, List.copyOf(more), opener, List.copyOf(moments), lifeAt);
  }

  /// When this person was told; empty if they were not, or nobody knows any more.
  public Optional<Instant> toldAt(Staff staff) {
    List<String> ids = told.stream().map(Staff::id).toList();
    int place = ids.indexOf(staff.id());
    return place < 0 || toldAt.size() != told.size()
        ? Optional.empty()
        : Optional.of(toldAt.get(place));
  }

  boolean hasTold(Staff staff) {
    return told.size() >= TOLD_MAX || told.stream().anyMatch(s -> s.id().equals(staff.id()));
  }
}
