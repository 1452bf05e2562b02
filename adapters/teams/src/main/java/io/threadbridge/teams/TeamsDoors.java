package io.threadbridge.teams;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Where what people do in Teams goes.
///
/// @param threads for what they do in threads and with cards
/// @param isOurs whether a thread has a conversation:
///     [io.threadbridge.bridge.port.ThreadIndex#find];
///     of what is said in other threads nothing is looked up
/// @param commands for what they write to us in a channel or in their own chat
/// @param reports how it goes at the desks that somebody may read of:
///     [io.threadbridge.bridge.application.HomeReports#of]
/// @param desks the desks of our sites, of whichever platform; asked for each activity
public record TeamsDoors(
    Door threads,
    BiPredicate<DeskRef, ThreadRef> isOurs,
    DeskCommands commands,
    Function<Predicate<DeskRef>, List<Report>> reports,
    Supplier<Set<DeskRef>> desks) {
  private static final String PLATFORM = "teams";

  /// The desks in Teams, in a firm order.
  List<DeskRef> here() {
    return desks.get().stream()
        .filter(desk -> desk.platform().equals(PLATFORM))
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .toList();
  }

  /// The desk in a channel. A channel's id names it alone, whatever the activity says of its team.
  Optional<DeskRef> inChannel(String channel) {
    return here().stream()
        .filter(desk -> TeamsPlace.of(desk).channel().equals(channel))
        .findFirst();
  }

  /// Whether a team has a desk of ours.
  boolean isATeamOfOurs(String team) {
    return here().stream().anyMatch(desk -> TeamsPlace.of(desk).team().equals(team));
  }
}
