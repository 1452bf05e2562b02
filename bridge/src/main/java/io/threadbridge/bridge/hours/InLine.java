package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Several lines one after the other.
///
/// @param lines at most [#LINES_AT_MOST]
record InLine(List<OnCall> lines) implements OnCall {
  static final int LINES_AT_MOST = 5;

  InLine {
    lines = List.copyOf(lines);
    if (lines.size() > LINES_AT_MOST) {
      throw new IllegalArgumentException("more than " + LINES_AT_MOST + " lines");
    }
  }

  @Override
  public List<Staff> at(Instant moment) {
    return People.once(lines.stream().flatMap(line -> line.at(moment).stream()));
  }

  @Override
  public Optional<Instant> nextChange(Instant moment) {
    return Changes.next(moment, this::possible, this::at);
  }

  private Optional<Instant> possible(Instant moment) {
    return lines.stream()
        .map(line -> line.nextChange(moment))
        .reduce(Optional.empty(), LocalMoments::earlier);
  }
}
