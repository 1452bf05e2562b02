package io.threadbridge.bridge.site;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who of the staff is there: what the workspace tells, and what people say of themselves, which
/// outranks it.
///
/// @param seen what the workspace told last; believed for [#BELIEVED]
/// @param switches who has said so, by id; at most [#SWITCHES_MAX]
/// @param shifts who has taken over the rota for a while, in the order of taking; at most
///     [#SHIFTS_MAX]
public record Team(Optional<Seen> seen, Map<String, Switch> switches, List<Shift> shifts)
    implements SitePart {
  /// So long the workspace's word holds when it says nothing more.
  public static final Duration BELIEVED = Duration.ofMinutes(5);

  /// A word that changes nothing is kept only when the last one is this old.
  static final Duration WORTH_KEEPING = Duration.ofMinutes(2);

  /// So many people can have said that they are there or not.
  public static final int SWITCHES_MAX = 200;

  /// So many shifts can have been taken.
  public static final int SHIFTS_MAX = 50;

  /// So many present people are told apart.
  public static final int SEEN_MAX = 500;

  static final Team UNKNOWN = new Team(Optional.empty(), Map.of(), List.of());

  /// Who was present by the workspace's word.
  ///
  /// @param ids of people
  public record Seen(Set<String> ids, Instant at) {
    public Seen {
      ids = Set.copyOf(ids.stream().sorted().limit(SEEN_MAX).toList());
    }
  }

  /// Somebody's own word, until a moment.
  public record Switch(Staff staff, boolean on, Instant until) {}

  public Team {
    switches = Map.copyOf(switches);
    shifts = List.copyOf(shifts);
  }

  /// Whether anybody can tell who is there.
  public boolean isKnown() {
    return seen.isPresent() || !switches.isEmpty();
  }

  /// The ids of those who are there, as far as anybody can tell.
  public Set<String> present() {
    Set<String> present = new TreeSet<>();
    seen.ifPresent(word -> present.addAll(word.ids()));
    switches.forEach(
        (id, word) -> {
          if (word.on()) {
            present.add(id);
          } else {
            present.remove(id);
          }
        });
    return present;
  }

  /// Whether this word of the workspace changes nothing and need not be kept.
  boolean knows(Optional<Set<String>> ids, Instant now) {
    return seen.map(Seen::ids).equals(ids)
        && seen.map(word -> word.at().plus(WORTH_KEEPING).isAfter(now)).orElse(true);
  }

  Team seen(Optional<Set<String>> ids, Instant now) {
    return new Team(ids.map(known -> new Seen(known, now)), switches, shifts);
  }

  Team switched(Switch word) {
    Map<String, Switch> more = new HashMap<>(switches);
    more.put(word.staff().id(), word);
    if (more.size() > SWITCHES_MAX) {
      more.values().stream()
          .filter(other -> !other.equals(word))
          .min(Comparator.comparing(Switch::until))
          .ifPresent(first -> more.remove(first.staff().id()));
    }
    return new Team(seen, more, shifts);
  }

  Team took(Shift shift) {
    List<Shift> more = Stream.concat(shifts.stream(), Stream.of(shift)).toList();
    return new Team(
        seen, switches, more.subList(Math.max(0, more.size() - SHIFTS_MAX), more.size()));
  }

  /// Without what is over by now.
  Team at(Instant now) {
    return new Team(
        seen.filter(word -> word.at().plus(BELIEVED).isAfter(now)),
        switches.entrySet().stream()
            .filter(word -> word.getValue().until().isAfter(now))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
        shifts.stream().filter(shift -> shift.until().isAfter(now)).toList());
  }

  /// When this next changes by itself.
  Optional<Instant> nextChange() {
    return Stream.concat(
            seen.stream().map(word -> word.at().plus(BELIEVED)),
            switches.values().stream().map(Switch::until))
        .min(Instant::compareTo);
  }
}
