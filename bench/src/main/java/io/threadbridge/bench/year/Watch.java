package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.TextKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at one conversation from outside, as its visitor would: when were which words there, and
/// was anybody kept waiting in silence. Knows no rule's inside. Whoever is owed something at a
/// moment at which the program is away is owed it when the program is back, not a millisecond
/// later.
final class Watch {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(120);
  private static final Duration PROMISE = Duration.ofSeconds(60);
  private static final Set<String> PROMPTS = words(TextKey.STILL_THERE, TextKey.WARNING);
  private static final Set<String> TELLS =
      words(TextKey.PROMISED, TextKey.PROMISE_LATE, TextKey.PROMISE_ENDED, TextKey.HANDED_OVER);

  private final Tally tally;
  private final Outages outages;
  private Optional<Instant> owedSince = Optional.empty();
  private boolean first;
  private Optional<Promise> promise = Optional.empty();

  Watch(Tally tally, Outages outages) {
    this.tally = tally;
    this.outages = outages;
  }

  private static Set<String> words(TextKey... keys) {
    return java.util.Arrays.stream(keys)
        .map(Words::of)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// One step of the conversation.
  ///
  /// @param fresh the messages that it added
  /// @param typing whether the visitor is typing at this moment, whatever the program knows
  void step(
      Conversation before, Conversation after, List<Message> fresh, boolean typing, Instant now) {
    fresh.forEach(this::counted);
    boolean prompts = fresh.stream().anyMatch(message -> says(message, PROMPTS));
    if (prompts && typing) {
      tally.count(Count.PROMPTS_TO_TYPING);
    }
    signs(before, after, fresh, now);
    promises(after, fresh, now);
  }

  private void counted(Message message) {
    tally.count(
        switch (message.author()) {
          case Author.OfVisitor _ -> Count.MESSAGES_OF_VISITORS;
          case Author.OfStaff _ -> Count.MESSAGES_OF_STAFF;
          case Author.OfBridge _ -> Count.MESSAGES_OF_BRIDGE;
        });
  }

  private void signs(Conversation before, Conversation after, List<Message> fresh, Instant now) {
    boolean words = fresh.stream().anyMatch(m -> !(m.author() instanceof Author.OfVisitor));
    boolean claimed = !claim(before).equals(claim(after)) && claim(after).isPresent();
    if (words || claimed || !wants(after)) {
      owedSince.ifPresent(since -> settled(since, now));
      owedSince = Optional.empty();
    }
    boolean wrote = fresh.stream().anyMatch(m -> m.author() instanceof Author.OfVisitor);
    if (wrote && owedSince.isEmpty() && wants(after)) {
      first = before instanceof NotStarted || before instanceof Closed;
      owedSince = Optional.of(now);
    }
  }

  private void settled(Instant since, Instant now) {
    Instant due = since.plus(first ? FIRST : LATER);
    if (!now.isAfter(due)) {
      return;
    }
    if (now.isAfter(outages.running(due))) {
      tally.count(first ? Count.FIRST_WITHOUT_SIGN : Count.LATER_WITHOUT_SIGN);
    } else {
      tally.count(first ? Count.FIRST_ON_RETURN : Count.LATER_ON_RETURN);
      tally.late(Duration.between(due, now));
    }
  }

  /// Not after the third hold text of a wait, and during a promise once.
  private static boolean wants(Conversation state) {
    return switch (state) {
      case Waiting waiting -> waiting.clock().care().holds() < StaffClock.HOLDS_MAX;
      case Promised promised -> promised.promise().replyAt().isPresent();
      default -> false;
    };
  }

  private void promises(Conversation after, List<Message> fresh, Instant now) {
    Optional<Promise> next =
        after instanceof Promised promised ? Optional.of(promised.promise()) : Optional.empty();
    if (promise.isPresent() && !sameMoment(promise, next)) {
      ended(promise.get(), after, fresh, now);
    }
    if (next.isPresent() && !sameMoment(promise, next)) {
      tally.count(Count.PROMISES);
    }
    promise = next;
  }

  private static boolean sameMoment(Optional<Promise> one, Optional<Promise> other) {
    return one.map(Promise::until).equals(other.map(Promise::until));
  }

  private void ended(Promise old, Conversation after, List<Message> fresh, Instant now) {
    boolean kept = fresh.stream().anyMatch(m -> m.author() instanceof Author.OfStaff);
    boolean told = fresh.stream().anyMatch(message -> says(message, TELLS));
    boolean byTheVisitor = !(after instanceof Waiting) && !kept && !told;
    Instant due = old.until().plus(PROMISE);
    if (now.isAfter(outages.running(due)) || (!kept && !told && !byTheVisitor)) {
      tally.count(Count.PROMISES_BROKEN);
    } else if (says(fresh, TextKey.PROMISE_LATE)) {
      tally.count(Count.PROMISES_TOLD);
    }
    if (now.isAfter(due) && !now.isAfter(outages.running(due))) {
      tally.count(Count.PROMISES_ON_RETURN);
      tally.late(Duration.between(due, now));
    }
  }

  private static boolean says(List<Message> fresh, TextKey key) {
    return fresh.stream().anyMatch(message -> says(message, Set.of(Words.of(key))));
  }

  private static boolean says(Message message, Set<String> keys) {
    return message.author() instanceof Author.OfBridge
        && java.util.Arrays.stream(message.text().split(" ", -1)).anyMatch(keys::contains);
  }

  private static Optional<Claim> claim(Conversation conversation) {
    return conversation instanceof Started started ? started.progress().claim() : Optional.empty();
  }
}
