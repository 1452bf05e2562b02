package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The continuation of a conversation by email: what a gone visitor has not read.
///
/// @param address where to; empty if none is known or the visitor wants no mail
/// @param stopped whether the visitor wants no mail
/// @param lastAt when the last mail was owed
/// @param upTo the last message that a mail held
/// @param dueAt when to look whether a mail is due
public record Mailing(
    Optional<String> address,
    boolean stopped,
    Optional<Instant> lastAt,
    int upTo,
    Optional<Instant> dueAt) {

  static Mailing to(Optional<String> address) {
    return new Mailing(address, false, Optional.empty(), 0, Optional.empty());
  }

  /// The visitor has left an address; a wish for no mail is older than it.
  Mailing at(Optional<String> newAddress) {
    return newAddress.isEmpty() ? this : new Mailing(newAddress, false, lastAt, upTo, dueAt);
  }

  Mailing stop() {
    return new Mailing(Optional.empty(), true, lastAt, upTo, Optional.empty());
  }

  /// Looks `after` from now, never sooner than `every` after the last mail.
  Mailing due(Instant now, Duration after, Duration every) {
    Instant wanted = now.plus(after);
    Instant allowed = lastAt.map(last -> last.plus(every)).orElse(wanted);
    Instant due = allowed.isAfter(wanted) ? allowed : wanted;
    return address.isEmpty() ? this : new Mailing(address, stopped, lastAt, upTo, Optional.of(due));
  }

  /// Whether a person's words are neither read nor mailed.
  boolean owes(Counts counts) {
    return address.isPresent() && counts.unread() && upTo < counts.lastStaffSeq();
  }

  Mailing sent(Instant now, int seq) {
    return new Mailing(address, stopped, Optional.of(now), seq, Optional.empty());
  }

  Mailing notDue() {
    return new Mailing(address, stopped, lastAt, upTo, Optional.empty());
  }

  @Override
  public String toString() {
    return "Mailing[" + (address.isPresent() ? "address known" : "no address") + "]";
  }
}
