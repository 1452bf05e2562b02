package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A line in which somebody has taken over for a while: of those that cover a moment the one that
/// was added last is the on-call person, and after them the line stands as before.
///
/// @param overrides in the order in which they were added; at most [#OVERRIDES_AT_MOST]
public record StandIns(OnCall line, List<Shift> overrides) implements OnCall {
  /// How many are kept.
  public static final int OVERRIDES_AT_MOST = 100;

  public StandIns {
    overrides = List.copyOf(overrides);
    if (overrides.size() > OVERRIDES_AT_MOST) {
      throw new IllegalArgumentException("more than " + OVERRIDES_AT_MOST + " overrides");
    }
  }

  /// With one more; those that are over are dropped.
  ///
  /// @throws IllegalArgumentException if [#OVERRIDES_AT_MOST] are to come already
  public StandIns with(Shift override, Instant now) {
    Stream<Shift> lasting = overrides.stream().filter(one -> one.until().isAfter(now));
    return new StandIns(line, Stream.concat(lasting, Stream.of(override)).toList());
  }

  @Override
  public List<Staff> at(Instant moment) {
    Optional<Staff> standIn =
        overrides.reversed().stream().filter(one -> one.covers(moment)).findFirst().map(Shift::who);
    return People.once(Stream.concat(standIn.stream(), line.at(moment).stream()));
  }

  @Override
  public Optional<Instant> nextChange(Instant moment) {
    return Changes.next(moment, this::possible, this::at);
  }

  private Optional<Instant> possible(Instant moment) {
    Optional<Instant> edge =
        overrides.stream()
            .flatMap(one -> Stream.of(one.from(), one.until()))
            .filter(one -> one.isAfter(moment))
            .min(Instant::compareTo);
    return LocalMoments.earlier(edge, line.nextChange(moment));
  }
}
