package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a conversation has come to, whatever its state.
///
/// Longer than the house's files: a record has no copying of its own, and each part that changes
/// alone needs it spelt out.
///
/// @param begunAt the visitor's first word
/// @param thread where the staff see it; empty until the card is posted, or when it was deleted
/// @param claim who has it
/// @param formerClaimer who had it last, after a close or a reopening
/// @param counts the numbers of its transcript
/// @param verdict how it went
/// @param lead the open lead, until somebody ticks it off
/// @param mailing the continuation by email
/// @param calls who was called in a channel; at most [#CALLS_MAX]
/// @param early corrections that came before their posts; at most [#EARLY_MAX]
/// @param stays at which desk it is, and where it was before
/// @param lastMoment the latest event's moment
public record Progress(
    Instant begunAt,
    Optional<ThreadRef> thread,
    Optional<Claim> claim,
    Optional<Staff> formerClaimer,
    Counts counts,
    Verdict verdict,
    Optional<Lead> lead,
    Mailing mailing,
    List<Call> calls,
    List<Correction> early,
    Stays stays,
    Instant lastMoment) {

  /// More corrections without a post than this, and the oldest is forgotten.
  public static final int EARLY_MAX = 20;

  /// A desk and an overflow desk.
  public static final int CALLS_MAX = 2;

  /// Nothing yet, in a conversation that begins at this moment.
  public static Progress begin(Opening opening, Instant at) {
    return new Progress(
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Counts.NONE,
        Verdict.OPEN,
        Optional.empty(),
        Mailing.to(opening.visitor().email()),
        List.of(),
        List.of(),
        Stays.at(opening.desk(), at),
        at);
  }

  /// The number of messages.
  public int lastSeq() {
    return counts.lastSeq();
  }

  /// Whether a person of the firm has ever answered.
  public boolean answered() {
    return verdict.answered();
  }

  /// Whether the visitor may be asked what they thought of it: once, never where nobody answered.
  public boolean ratable() {
    return verdict.answered() && !verdict.missed() && verdict.rating().isEmpty();
  }

  /// Whether this person has it.
  boolean isClaimedBy(Staff staff) {
    return claim.filter(known -> known.by().id().equals(staff.id())).isPresent();
  }

  Progress with(Counts other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        other,
        verdict,
        lead,
        mailing,
        calls,
        early,
        stays,
        lastMoment);
  }

  Progress with(Verdict other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        other,
        lead,
        mailing,
        calls,
        early,
        stays,
        lastMoment);
  }

  Progress with(Mailing other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        other,
        calls,
        early,
        stays,
        lastMoment);
  }

  Progress withLead(Optional<Lead> other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        other,
        mailing,
        calls,
        early,
        stays,
        lastMoment);
  }

  Progress withCalls(List<Call> other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        mailing,
        other,
        early,
        stays,
        lastMoment);
  }

  Progress withThread(Optional<ThreadRef> to) {
    return new Progress(
        begunAt,
        to,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        mailing,
        calls,
        early,
        stays,
        lastMoment);
  }

  Progress at(Instant moment) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        mailing,
        calls,
        early,
        stays,
        moment);
  }

  Progress claimedBy(Staff staff, Instant at) {
    return withClaim(Optional.of(new Claim(staff, at)), formerClaimer);
  }

  Progress unclaimed() {
    return withClaim(Optional.empty(), claim.map(Claim::by).or(() -> formerClaimer));
  }

  /// Whether the conversation has left this thread for another one.
  boolean isEarlier(Place place) {
    return stays.isEarlier(place, thread);
  }

  /// At another desk: nobody has it, it has no thread yet, and corrections that came before their
  /// posts wait in vain, for those posts are not passed on any more.
  Progress movedTo(DeskRef desk) {
    return unclaimed()
        .withEarly(List.of())
        .with(stays.movedTo(desk, thread, lastSeq(), lastMoment))
        .withThread(Optional.empty());
  }

  Progress with(Stays other) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        mailing,
        calls,
        early,
        other,
        lastMoment);
  }

  Progress oneMoreMessage() {
    return with(counts.message());
  }

  Progress oneMoreChange() {
    return with(counts.change());
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

  private Progress withClaim(Optional<Claim> other, Optional<Staff> former) {
    return new Progress(
        begunAt,
        thread,
        other,
        former,
        counts,
        verdict,
        lead,
        mailing,
        calls,
        early,
        stays,
        lastMoment);
  }

  private Progress withEarly(List<Correction> list) {
    return new Progress(
        begunAt,
        thread,
        claim,
        formerClaimer,
        counts,
        verdict,
        lead,
        mailing,
        calls,
        List.copyOf(list),
        stays,
        lastMoment);
  }
}
