package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a conversation has come to, whatever its state.
///
/// @param thread where the staff see it; empty until the card is posted, or when it was deleted
/// @param claim who has it
/// @param formerClaimer who had it last, after a close or a reopening
/// @param answered whether a person of the firm has ever answered
/// @param lastSeq the number of messages
/// @param revision the number of changes to messages
/// @param delivered the desk has the visitor's messages up to this number
/// @param seen the visitor has seen everything up to this number
/// @param holds the hold texts of the whole conversation
/// @param early corrections that came before their posts; at most [#EARLY_MAX]
/// @param lastMoment the latest event's moment
public record Progress(
    Optional<ThreadRef> thread,
    Optional<Claim> claim,
    Optional<Staff> formerClaimer,
    boolean answered,
    int lastSeq,
    int revision,
    int delivered,
    int seen,
    int holds,
    List<Correction> early,
    Instant lastMoment) {

  /// More corrections without a post than this, and the oldest is forgotten.
  public static final int EARLY_MAX = 20;

  static Progress begin(Instant at) {
    return new Progress(
        Optional.empty(), Optional.empty(), Optional.empty(), false, 0, 0, 0, 0, 0, List.of(), at);
  }

  Progress withThread(Optional<ThreadRef> to) {
    return new Progress(
        to,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress claimedBy(Staff staff, Instant at) {
    return new Progress(
        thread,
        Optional.of(new Claim(staff, at)),
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress unclaimed() {
    Optional<Staff> former = claim.map(Claim::by).or(() -> formerClaimer);
    return new Progress(
        thread,
        Optional.empty(),
        former,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress answeredNow() {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        true,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress oneMoreMessage() {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq + 1,
        revision,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress oneMoreChange() {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision + 1,
        delivered,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress oneMoreHold() {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds + 1,
        early,
        lastMoment);
  }

  Progress deliveredTo(int seq) {
    int most = Math.max(delivered, seq);
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        most,
        seen,
        holds,
        early,
        lastMoment);
  }

  Progress seenTo(int seq) {
    int most = Math.max(seen, Math.min(seq, lastSeq));
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        most,
        holds,
        early,
        lastMoment);
  }

  Progress at(Instant moment) {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        early,
        moment);
  }

  /// Keeps a correction until its post arrives; the latest of a post counts, and a deletion is
  /// final.
  Progress remember(Correction correction) {
    List<Correction> list = new ArrayList<>(early);
    Optional<Correction> known = correctionOf(correction.post());
    if (known.isPresent() && known.get().text().isEmpty()) {
      return this;
    }
    known.ifPresent(list::remove);
    list.add(correction);
    return withEarly(list.subList(Math.max(0, list.size() - EARLY_MAX), list.size()));
  }

  Progress forget(PostRef post) {
    return withEarly(early.stream().filter(c -> !c.post().equals(post)).toList());
  }

  Optional<Correction> correctionOf(PostRef post) {
    return early.stream().filter(c -> c.post().equals(post)).findFirst();
  }

  private Progress withEarly(List<Correction> list) {
    return new Progress(
        thread,
        claim,
        formerClaimer,
        answered,
        lastSeq,
        revision,
        delivered,
        seen,
        holds,
        List.copyOf(list),
        lastMoment);
  }
}
