package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.teams.TeamsHappening.Mended;
import io.threadbridge.teams.TeamsHappening.Nothing;
import io.threadbridge.teams.TeamsHappening.Trouble;
import java.util.Optional;

/// Reads what becomes of the app, and of the teams and channels in which its desks are. Names are
/// not used: a renamed channel stays where it was.
final class TeamsChanges {
  static final String REMOVED = "app removed";

  private final TeamsDoors doors;

  TeamsChanges(TeamsDoors doors) {
    this.doors = doors;
  }

  /// The app was installed, upgraded or removed. In a personal chat, that concerns nobody else.
  TeamsHappening installed(Told told) {
    String team = told.team();
    if (!doors.isATeamOfOurs(team)) {
      return new Nothing("a team without a desk");
    }
    String action = told.tree().path("action").asText("");
    if (action.startsWith("add")) {
      return new Mended(team, Optional.of(team));
    }
    return action.startsWith("remove")
        ? new Trouble(team, REMOVED)
        : new Nothing("an installation that is not used");
  }

  TeamsHappening changed(Told told) {
    String what = told.eventType();
    return switch (what) {
      case "teamMemberAdded" ->
          isUs(told, "membersAdded") ? mended(told) : new Nothing("somebody else came");
      case "teamMemberRemoved" ->
          isUs(told, "membersRemoved")
              ? teamsTrouble(told, REMOVED)
              : new Nothing("somebody else left");
      case "teamDeleted", "teamHardDeleted", "teamArchived" -> teamsTrouble(told, what);
      case "teamRestored", "teamUnarchived" -> mended(told);
      case "channelDeleted" ->
          doors.inChannel(channel(told)).isPresent()
              ? new Trouble(channel(told), what)
              : new Nothing("a channel that is no desk");
      case "channelRestored" ->
          doors.inChannel(channel(told)).isPresent()
              ? new Mended(channel(told), Optional.empty())
              : new Nothing("a channel that is no desk");
      default -> new Nothing("a change that is not used");
    };
  }

  private TeamsHappening mended(Told told) {
    return doors.isATeamOfOurs(told.team())
        ? new Mended(told.team(), Optional.empty())
        : new Nothing("a team without a desk");
  }

  private TeamsHappening teamsTrouble(Told told, String what) {
    return doors.isATeamOfOurs(told.team())
        ? new Trouble(told.team(), what)
        : new Nothing("a team without a desk");
  }

  /// The conversation is the team's; which channel it is about stands beside it.
  private static String channel(Told told) {
    return told.tree().path("channelData").path("channel").path("id").asText("");
  }

  private static boolean isUs(Told told, String members) {
    for (JsonNode member : told.tree().path(members)) {
      if (!told.recipient().isEmpty() && member.path("id").asText("").equals(told.recipient())) {
        return true;
      }
    }
    return false;
  }
}
