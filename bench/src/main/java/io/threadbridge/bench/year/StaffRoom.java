package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.VisitorFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The people of a firm: they answer, claim and forget, promise, hand over, go home and fall ill.
final class StaffRoom {
  private static final List<Integer> PROMISES = List.of(2, 5, 10, 30);

  private final List<Staff> people;
  private long posts;

  StaffRoom(List<Staff> people) {
    this.people = people;
  }

  void reacts(Firm firm, Started state, Effect effect) {
    ConversationId id = state.id();
    switch (effect) {
      case Effect.OpenThread _ -> comes(firm, id, 0.75, 35);
      case Effect.CallDesk _ -> comes(firm, id, 0.6, 40);
      case Effect.Relay _ -> answersAgain(firm, state);
      case Effect.CallPerson(var to, _, _) -> called(firm, id, to);
      case Effect.TellDirectly(var to, var key, _) when key != TextKey.TOLD_REOPENED ->
          by(firm, 0.5, 40, () -> speaks(firm, id, to));
      case Effect.TellDirectly(var to, _, _) -> by(firm, 0.7, 60, () -> speaks(firm, id, to));
      default -> {}
    }
    if (state instanceof Deferred && effect instanceof Effect.Notice) {
      by(firm, 0.9, 4 * 3600, () -> ticksOff(firm, id));
    }
  }

  /// Somebody of those who are there may see it; now and then two do.
  private void comes(Firm firm, ConversationId id, double chance, int seconds) {
    if (!firm.house.isOpen(firm.time.instant())) {
      return;
    }
    by(firm, chance, seconds, () -> first(firm, id, anybody(firm)));
    by(firm, 0.1, seconds, () -> first(firm, id, anybody(firm)));
  }

  private void first(Firm firm, ConversationId id, Optional<Staff> somebody) {
    somebody.ifPresent(
        staff -> {
          if (firm.random.nextInt(100) < 55) {
            firm.staff(id, new StaffEvent.Claimed(firm.time.instant(), staff));
            by(firm, 0.85, 50, () -> speaks(firm, id, staff));
          } else {
            speaks(firm, id, staff);
          }
        });
  }

  private void called(Firm firm, ConversationId id, Staff to) {
    if (isIll(firm, to)) {
      return;
    }
    by(
        firm,
        0.7,
        45,
        () -> {
          firm.staff(id, new StaffEvent.TookIt(firm.time.instant(), to));
          by(firm, 0.9, 60, () -> speaks(firm, id, to));
        });
  }

  private void answersAgain(Firm firm, Started state) {
    state
        .progress()
        .claim()
        .ifPresent(claim -> by(firm, 0.9, 45, () -> speaks(firm, state.id(), claim.by())));
  }

  /// Says something if a word is owed: mostly an answer, sometimes a promise or a hand-over.
  private void speaks(Firm firm, ConversationId id, Staff staff) {
    boolean owed =
        firm.load(id).filter(s -> s instanceof Waiting || s instanceof Promised).isPresent();
    if (!owed || isIll(firm, staff)) {
      return;
    }
    Instant now = firm.time.instant();
    int dice = firm.random.nextInt(100);
    if (dice < 8) {
      promises(firm, id, staff);
    } else if (dice < 11) {
      firm.staff(id, new StaffEvent.HandedOver(now, staff, people.getFirst()));
    } else if (dice < 13) {
      firm.staff(id, new StaffEvent.NothingOwed(now, staff));
    } else {
      says(firm, id, staff);
    }
  }

  private void promises(Firm firm, ConversationId id, Staff staff) {
    Instant now = firm.time.instant();
    int minutes = PROMISES.get(firm.random.nextInt(PROMISES.size()));
    firm.staff(id, new StaffEvent.Promised(now, staff, now.plus(Duration.ofMinutes(minutes))));
    by(firm, 0.7, minutes * 45, () -> says(firm, id, staff));
  }

  private void says(Firm firm, ConversationId id, Staff staff) {
    posts++;
    PostRef post = new PostRef("s" + posts);
    String words = firm.random.nextInt(40) == 0 ? "Let me check, back in 10 minutes." : "Yes.";
    firm.staff(
        id, new StaffEvent.Wrote(firm.time.instant(), staff, post, words, 0, VisitorFacts.THERE));
    by(firm, 0.12, 240, () -> closes(firm, id, staff));
  }

  private static void closes(Firm firm, ConversationId id, Staff staff) {
    if (firm.load(id).filter(state -> !(state instanceof Closed)).isPresent()) {
      firm.staff(id, new StaffEvent.ClosedIt(firm.time.instant(), staff));
    }
  }

  private void ticksOff(Firm firm, ConversationId id) {
    anybody(firm)
        .ifPresent(staff -> firm.staff(id, new StaffEvent.LeadDone(firm.time.instant(), staff)));
  }

  private Optional<Staff> anybody(Firm firm) {
    Staff staff = people.get(firm.random.nextInt(people.size()));
    return isIll(firm, staff) ? Optional.empty() : Optional.of(staff);
  }

  /// One day in thirty, each on their own days.
  private static boolean isIll(Firm firm, Staff staff) {
    long day = LocalDate.ofInstant(firm.time.instant(), ZoneOffset.UTC).toEpochDay();
    return new Random(day * 31 + staff.id().hashCode()).nextInt(30) == 0;
  }

  /// With this chance, after about so many seconds: mostly soon, sometimes much later.
  private static void by(Firm firm, double chance, int seconds, Runnable deed) {
    if (firm.random.nextDouble() < chance) {
      double factor = Math.exp(firm.random.nextGaussian() * 0.8);
      firm.time.in(Duration.ofMillis((long) (seconds * 1_000 * factor) + 500), deed);
    }
  }
}
