package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.recognition.Opener;
import java.util.ArrayList;
import java.util.List;

/// What has been done for a visitor during one wait.
///
/// @param holds its hold texts
/// @param choiceOffered whether the visitor may choose another way than waiting
/// @param told who of the firm was told directly, in order; at most [#TOLD_MAX]
/// @param opener what the visitor's words of this wait amount to
public record Care(int holds, boolean choiceOffered, List<Staff> told, Opener opener) {
  /// The most people who are told of one wait.
  public static final int TOLD_MAX = 10;

  static Care begin(Opener opener) {
    return new Care(0, false, List.of(), opener);
  }

  Care held(boolean withChoice) {
    return new Care(holds + 1, choiceOffered || withChoice, told, opener);
  }

  Care stated() {
    return new Care(holds, choiceOffered, told, Opener.STATED);
  }

  Care chose() {
    return new Care(holds, false, told, opener);
  }

  Care told(Staff staff) {
    List<Staff> more = new ArrayList<>(told);
    more.add(staff);
    return new Care(holds, choiceOffered, List.copyOf(more), opener);
  }

  boolean hasTold(Staff staff) {
    return told.size() >= TOLD_MAX || told.stream().anyMatch(s -> s.id().equals(staff.id()));
  }
}
