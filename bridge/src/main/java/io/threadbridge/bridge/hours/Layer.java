package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// People who take turns. A hand-over happens once, when the wall clock first shows its time; one
/// in an hour that is left out happens with the change.
///
/// @param people in the order of their turns; at least one, at most [#PEOPLE_AT_MOST]
/// @param start the date from whose hand-over time on the layer counts; the first person has the
///     turn that this date belongs to
/// @param during when anybody of the layer may be woken
public record Layer(
    List<Staff> people, Rotation rotation, ZoneId zone, LocalDate start, Hours during) {
  /// How many people may take turns.
  public static final int PEOPLE_AT_MOST = 50;

  public Layer {
    people = List.copyOf(people);
    if (people.isEmpty() || people.size() > PEOPLE_AT_MOST) {
      throw new IllegalArgumentException("a layer has 1 to " + PEOPLE_AT_MOST + " people");
    }
  }

  /// The people in the order of their turns, whose turn it is first; nobody before the start and
  /// outside of the layer's hours.
  Stream<Staff> at(Instant moment) {
    if (moment.isBefore(begins()) || !during.isOpen(moment)) {
      return Stream.empty();
    }
    int current = (int) (turn(moment) % people.size());
    return Stream.concat(
        people.subList(current, people.size()).stream(), people.subList(0, current).stream());
  }

  /// The next moment at which another may be woken.
  Optional<Instant> possibleChange(Instant moment) {
    if (moment.isBefore(begins())) {
      return Optional.of(begins());
    }
    return LocalMoments.earlier(Optional.of(handOver(turn(moment) + 1)), during.nextChange(moment));
  }

  /// How many hand-overs there were since the first turn. Looked for from tomorrow backwards: where
  /// a clock is put back over midnight, tomorrow's may have been already.
  private long turn(Instant moment) {
    LocalDate date = LocalDate.ofInstant(moment, zone).plusDays(1);
    long turn = rotation.turnsBetween(first(), rotation.turnOf(date));
    while (turn > 0 && handOver(turn).isAfter(moment)) {
      turn--;
    }
    return turn;
  }

  private Instant handOver(long turn) {
    return moment(rotation.plusTurns(first(), turn));
  }

  private Instant begins() {
    return moment(start);
  }

  private LocalDate first() {
    return rotation.turnOf(start);
  }

  private Instant moment(LocalDate date) {
    return LocalMoments.of(date.atTime(rotation.at()), zone);
  }
}
