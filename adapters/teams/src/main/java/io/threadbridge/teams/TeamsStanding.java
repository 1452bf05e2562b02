package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes on what activities tell of how it stands with us: what ends our work in a team or a
/// channel, and whether we hear all that is said there.
final class TeamsStanding {
  static final String ONLY_MENTIONS = "only mentions are heard";

  private static final Logger LOG = LoggerFactory.getLogger(TeamsStanding.class);
  private static final String HEARING = "hearing in ";

  private final TeamsDoors doors;
  private final TeamsReading reading;
  private final Hearing hearing;
  private final TeamsHealth health;

  TeamsStanding(TeamsDoors doors, TeamsReading reading, Hearing hearing, TeamsHealth health) {
    this.doors = doors;
    this.reading = reading;
    this.hearing = hearing;
    this.health = health;
  }

  /// A verified activity came.
  void came(Told told) {
    health.activityCame();
    boolean words = told.type().equals("message") && !TeamsPresses.isAPress(told);
    if (words && !told.isABots()) {
      doors.inChannel(told.channel()).ifPresent(desk -> heard(desk, reading.mentionsUs(told)));
    }
  }

  /// That this is noted nobody waits for: the next message tells the same.
  private void heard(DeskRef desk, boolean mentionsUs) {
    String team = TeamsPlace.of(desk).team();
    try {
      hearing.heard(team, mentionsUs);
      if (hearing.hearsOnlyMentions(team)) {
        health.limited(HEARING + team, ONLY_MENTIONS, mend(ONLY_MENTIONS));
      } else {
        health.mended(HEARING + team);
      }
    } catch (StoreUnavailable e) {
      LOG.debug("What is heard is not noted: {}", e.getMessage());
    }
  }

  void trouble(String where, String what) {
    LOG.warn("Teams tells of {}: {}", where, what);
    if (what.equals(TeamsChanges.REMOVED)) {
      hearing.forget(where);
      health.mended(HEARING + where);
    }
    health.needsMending(where, what, mend(what));
  }

  /// @param team set when we were installed anew
  void mended(String where, Optional<String> team) {
    if (team.isPresent()) {
      hearing.forget(team.get());
      health.mended(HEARING + team.get());
    }
    health.mended(where);
  }

  private static String mend(String what) {
    return switch (what) {
      case TeamsChanges.REMOVED -> "Install the app in this team again";
      case "channelDeleted" -> "Restore the channel, or name another one as desk";
      case "teamDeleted", "teamHardDeleted", "teamArchived" ->
          "Restore the team, or name a channel of another one as desk";
      case ONLY_MENTIONS ->
          "Grant the app ChannelMessage.Read.Group in this team and install it again; until then"
              + " replies need a mention of the app, or the box on the card";
      default -> "Look at the app in this team";
    };
  }
}
