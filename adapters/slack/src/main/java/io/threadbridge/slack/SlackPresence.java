package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.slack.DeskMembers.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Who of a channel's full members is active in Slack.
///
/// Slack tells it of one person a call, about fifty a minute. So each is asked for at most once in
/// [#FRESH], all together no more than [#BUDGET] times in a minute, the longest unasked first, and
/// no round takes longer than [#ROUND]. Where Slack fails, nothing is known for [#PAUSE].
final class SlackPresence implements StaffPresence {
  /// So long a person is believed to be there, or away.
  static final Duration FRESH = Duration.ofSeconds(30);

  /// What is older is not known any more.
  static final Duration STALE = Duration.ofMinutes(2);

  /// Calls of `users.getPresence` in a minute; Slack's tier 3 allows 50.
  static final int BUDGET = 40;

  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int KNOWN_MAX = 2_000;

  private record Known(boolean there, Instant at) {}

  private final SlackCalls calls;
  private final DeskMembers members;
  private final Supplier<Optional<SlackIdentity>> identity;
  private final InstantSource clock;
  private final BoundedMap<String, Known> known = new BoundedMap<>(KNOWN_MAX);
  private Instant pausedUntil = Instant.MIN;
  private Instant minuteEnds = Instant.MIN;
  private int asked;

  SlackPresence(
      SlackCalls calls,
      SlackPeople people,
      Supplier<Optional<SlackIdentity>> identity,
      InstantSource clock) {
    this.calls = calls;
    this.members = new DeskMembers(calls, people);
    this.identity = identity;
    this.clock = clock;
  }

  /// One caller at a time: the next finds what this one has learned.
  @Override
  public synchronized Optional<Set<String>> present(DeskRef desk) {
    Instant now = clock.instant();
    Optional<SlackIdentity> self = identity.get();
    if (self.isEmpty() || now.isBefore(pausedUntil) || !desk.platform().equals("slack")) {
      return Optional.empty();
    }
    Optional<Team> team = members.of(desk.channel(), self.get(), now);
    if (team.isEmpty() || !isAsked(team.get(), now)) {
      pausedUntil = clock.instant().plus(PAUSE);
      return Optional.empty();
    }
    return there(team.get(), now);
  }

  /// Asks for those of whom too little is known; false if Slack does not answer.
  private boolean isAsked(Team team, Instant now) {
    List<String> due =
        team.people().stream()
            .filter(user -> !isKnown(user, now, FRESH))
            .sorted(Comparator.comparing(this::askedAt))
            .toList();
    for (String user : due) {
      if (clock.instant().isAfter(now.plus(ROUND)) || !isWithinBudget(now)) {
        return true;
      }
      if (!isTold(user, now)) {
        return false;
      }
    }
    return true;
  }

  private boolean isWithinBudget(Instant now) {
    if (!now.isBefore(minuteEnds)) {
      minuteEnds = now.plus(MINUTE);
      asked = 0;
    }
    return asked < BUDGET;
  }

  private boolean isTold(String user, Instant now) {
    asked++;
    if (!(calls.read("users.getPresence", Map.of("user", user))
        instanceof SlackReply.Fine<JsonObject>(JsonObject answer))) {
      return false;
    }
    known.put(user, new Known(SlackJson.text(answer, "presence").equals("active"), now));
    return true;
  }

  private boolean isKnown(String user, Instant now, Duration most) {
    return known.get(user).filter(entry -> entry.at().plus(most).isAfter(now)).isPresent();
  }

  private Instant askedAt(String user) {
    return known.get(user).map(Known::at).orElse(Instant.MIN);
  }

  /// Nobody there is only said where everybody was asked for.
  private Optional<Set<String>> there(Team team, Instant now) {
    Set<String> there = new HashSet<>();
    boolean all = team.all();
    for (String user : team.people()) {
      all &= isKnown(user, now, STALE);
      known.get(user).filter(Known::there).ifPresent(_ -> there.add("slack:" + user));
    }
    return there.isEmpty() && !all ? Optional.empty() : Optional.of(Set.copyOf(there));
  }
}
