package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Shifts with their dates, as a calendar has them. Who began first is woken first; outside of
/// their shifts nobody is.
///
/// @param all at most [#SHIFTS_AT_MOST]
public record Shifts(List<Shift> all) implements OnCall {
  /// How many shifts are kept.
  public static final int SHIFTS_AT_MOST = 1_000;

  /// Nobody, ever.
  public static final Shifts NONE = new Shifts(List.of());

  public Shifts {
    if (all.size() > SHIFTS_AT_MOST) {
      throw new IllegalArgumentException("more than " + SHIFTS_AT_MOST + " shifts");
    }
    all = all.stream().sorted(Comparator.comparing(Shift::from)).toList();
  }

  @Override
  public List<Staff> at(Instant moment) {
    return People.once(all.stream().filter(shift -> shift.covers(moment)).map(Shift::who));
  }

  @Override
  public Optional<Instant> nextChange(Instant moment) {
    return Changes.next(moment, this::possible, this::at);
  }

  private Optional<Instant> possible(Instant moment) {
    return all.stream()
        .flatMap(shift -> Stream.of(shift.from(), shift.until()))
        .filter(edge -> edge.isAfter(moment))
        .min(Comparator.naturalOrder());
  }
}
