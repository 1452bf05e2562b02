package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.hours.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What happens to a site.
public sealed interface SiteEvent {
  /// When it is heard of.
  Instant at();

  /// A conversation tells something.
  ///
  /// @param happened when it was so
  record Told(Instant at, Instant happened, ConversationId from, SiteNews news)
      implements SiteEvent {}

  /// The workspace tells who is present; empty: it does not tell.
  record PresenceSeen(Instant at, Optional<Set<String>> present) implements SiteEvent {}

  /// Somebody says that they are there, or not.
  record Switched(Instant at, Staff staff, boolean on) implements SiteEvent {}

  /// Somebody takes over the rota.
  record TookShift(Instant at, Shift shift) implements SiteEvent {}

  /// Somebody decides what new visitors get, or leaves it to the rules again.
  record Overruled(Instant at, Staff by, Wish wish) implements SiteEvent {}

  /// The moment came at which the site wanted to be woken, or a later one.
  record Woke(Instant at) implements SiteEvent {}

  /// A worker is about to tell the desk the words of this number.
  record Telling(Instant at, long number) implements SiteEvent {}

  /// What came of it.
  record ToldDesk(Instant at, long number, Outcome outcome) implements SiteEvent {}

  /// The figures have it how many people were there in these hours.
  record CountedPresence(Instant at, Map<LocalHour, Attended> hours) implements SiteEvent {
    public CountedPresence {
      hours = Map.copyOf(hours);
    }
  }

  /// What new visitors are to get.
  enum Wish {
    /// The form.
    FORM,
    /// The chat.
    CHAT,
    /// What the rules say.
    AUTO
  }

  /// What came of telling the desk.
  sealed interface Outcome {
    /// Done, or never to be done.
    record Settled() implements Outcome {}

    /// Certainly not done; to be tried again after this.
    record NotYet(Duration after) implements Outcome {}

    /// Nobody knows; to be looked for after this.
    record Unknown(Duration after) implements Outcome {}
  }
}
