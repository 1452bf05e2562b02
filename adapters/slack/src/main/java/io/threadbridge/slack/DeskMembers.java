package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The full members of the workspace who are in a channel; bots and guests are none.
final class DeskMembers {
  /// So long a channel's members are believed to be the same.
  static final Duration KEEP = Duration.ofMinutes(10);

  /// Of more people in a channel only these are told.
  static final int PEOPLE_MAX = 40;

  private static final int READ_MAX = 200;
  private static final int CHANNELS_MAX = 100;

  /// Who they are; `all` unless there are more.
  record Team(List<String> people, boolean all) {}

  private record Known(Team team, Instant until) {}

  private final SlackCalls calls;
  private final SlackPeople people;
  private final BoundedMap<String, Known> known = new BoundedMap<>(CHANNELS_MAX);

  DeskMembers(SlackCalls calls, SlackPeople people) {
    this.calls = calls;
    this.people = people;
  }

  /// The members of a channel; empty if Slack does not say.
  Optional<Team> of(String channel, SlackIdentity self, Instant now) {
    Optional<Known> before = known.get(channel).filter(team -> team.until().isAfter(now));
    if (before.isPresent()) {
      return Optional.of(before.get().team());
    }
    Optional<Team> team = read(channel, self);
    team.ifPresent(each -> known.put(channel, new Known(each, now.plus(KEEP))));
    return team;
  }

  private Optional<Team> read(String channel, SlackIdentity self) {
    Map<String, String> question = Map.of("channel", channel, "limit", Integer.toString(READ_MAX));
    if (!(calls.read("conversations.members", question)
            instanceof SlackReply.Fine<JsonObject>(JsonObject answer)
        && answer.get("members") instanceof JsonArray members)) {
      return Optional.empty();
    }
    String next = SlackJson.text(SlackJson.object(answer, "response_metadata"), "next_cursor");
    try {
      return Optional.of(team(members, next.isEmpty(), self));
    } catch (StoreUnavailable _) {
      return Optional.empty();
    }
  }

  private Team team(JsonArray members, boolean whole, SlackIdentity self) {
    List<String> staff = new ArrayList<>();
    for (JsonElement member : members) {
      String user = member.isJsonPrimitive() ? member.getAsString() : "";
      if (people.person(user, self).standing() == Standing.MEMBER) {
        if (staff.size() == PEOPLE_MAX) {
          return new Team(List.copyOf(staff), false);
        }
        staff.add(user);
      }
    }
    return new Team(List.copyOf(staff), whole);
  }
}
