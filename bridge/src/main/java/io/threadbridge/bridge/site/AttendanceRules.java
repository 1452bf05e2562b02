package io.threadbridge.bridge.site;

import io.threadbridge.bridge.figures.LocalHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// When it counts who is there: inside hours, because when people look into the workspace at night
/// is nobody's business, and only as long as anybody can tell. Where hours alone decide, nobody
/// asks.
final class AttendanceRules {
  /// So long after the last step of a site anybody can tell. While people are there it is woken at
  /// each hour's end; what is later was not, because the program was away. With the time for which
  /// the workspace's word is believed, so that a late wake-up costs nothing.
  private static final Duration HEARD_FOR = Duration.ofHours(1).plus(Team.BELIEVED);

  private final SitePolicy policy;

  AttendanceRules(SitePolicy policy) {
    this.policy = policy;
  }

  /// Up to when it is known who is there, of a state that was just saved.
  Instant knownUntil(SiteState saved) {
    return saved.at().plus(HEARD_FOR);
  }

  /// With who was there from the state's moment on.
  ///
  /// @param until how far it is counted, if nothing changes before
  Attendance at(SiteState state, Instant until) {
    if (!counts(state)) {
      return state.attendance();
    }
    Instant end =
        Stream.of(policy.hours().nextChange(state.at()), state.team().nextChange())
            .flatMap(Optional::stream)
            .filter(change -> change.isBefore(until))
            .min(Instant::compareTo)
            .orElse(until);
    int people = state.team().present().size();
    return state.attendance().with(people, state.at(), end, zone());
  }

  /// With a mark that what is over is being counted, if anything is.
  Attendance begun(SiteState state) {
    Attendance attendance = state.attendance();
    return attendance.over(state.at(), zone()).isEmpty()
        ? attendance
        : attendance.begun(state.at().plus(Attendance.TURN));
  }

  /// When an hour is to be counted next; empty if people are not there and were not.
  Optional<Instant> due(SiteState state) {
    Attendance attendance = state.attendance();
    Stream<Instant> ends = attendance.hours().keySet().stream().map(hour -> hour.end(zone()));
    Stream<Instant> now =
        counts(state) ? Stream.of(LocalHour.nextChange(state.at(), zone())) : Stream.empty();
    return Stream.concat(ends, now)
        .min(Instant::compareTo)
        .map(end -> attendance.tryAt().filter(end::isBefore).orElse(end));
  }

  private boolean counts(SiteState state) {
    return !policy.hoursDecideAlone()
        && policy.hours().isOpen(state.at())
        && state.team().isKnown();
  }

  private ZoneId zone() {
    return policy.zone();
  }
}
