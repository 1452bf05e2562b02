package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The people of a team, a page at a time, and what the roster says of each.
final class TeamsMembers {
  /// So long a roster is believed.
  static final Duration KEEP = Duration.ofMinutes(10);

  /// Of a larger team the first so many are known.
  static final int PEOPLE_MAX = 200;

  private static final int TEAMS_MAX = 100;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /// A person as the roster tells of them.
  ///
  /// @param account the Bot Framework's id, `29:…`
  /// @param person the Entra object id; empty if the roster names none
  record Member(String account, String person, String name, Standing standing) {}

  private record Known(List<Member> people, Instant until) {}

  private final TeamsClient client;
  private final TeamsHealth health;
  private final String tenant;
  private final InstantSource clock;
  private final BoundedNotes<String, Known> known = new BoundedNotes<>(TEAMS_MAX);

  TeamsMembers(TeamsClient client, TeamsHealth health, String tenant, InstantSource clock) {
    this.client = client;
    this.health = health;
    this.tenant = tenant;
    this.clock = clock;
  }

  /// The full members; none where Teams does not say, which is asked again after half a minute.
  List<Member> staff(TeamsPlace place) {
    Instant now = clock.instant();
    Optional<Known> before = known.get(place.team()).filter(each -> now.isBefore(each.until()));
    if (before.isPresent()) {
      return before.get().people();
    }
    Optional<List<Member>> read = read(place.team());
    List<Member> staff =
        read.orElse(List.of()).stream().filter(each -> each.standing() == Standing.MEMBER).toList();
    known.put(place.team(), new Known(staff, now.plus(read.isPresent() ? KEEP : PAUSE)));
    return staff;
  }

  /// One call: the largest page that Teams gives is larger than what is wanted.
  private Optional<List<Member>> read(String team) {
    List<Member> people = new ArrayList<>();
    TeamsReply<JsonNode> reply =
        client.read(
            List.of("v3", "conversations", team, "pagedmembers"),
            Map.of("pageSize", Integer.toString(PEOPLE_MAX)));
    if (!(reply instanceof TeamsReply.Fine<JsonNode>(JsonNode answer))) {
      amiss(team, reply);
      return Optional.empty();
    }
    health.mended(team);
    answer.path("members").forEach(each -> people.add(member(each)));
    return Optional.of(people);
  }

  /// What the roster says of one.
  TeamsReply<JsonNode> ask(TeamsPlace place, String account) {
    TeamsReply<JsonNode> reply =
        client.read(List.of("v3", "conversations", place.team(), "members", account), Map.of());
    amiss(place.team(), reply);
    return reply;
  }

  private void amiss(String team, TeamsReply<JsonNode> reply) {
    if (reply instanceof TeamsReply.No<JsonNode>(int status, String code, _) && status == 403) {
      health.needsMending(team, code, TeamsErrors.ADD);
    }
  }

  Member member(JsonNode written) {
    String object = written.path("objectId").asText("");
    String person = object.isEmpty() ? written.path("aadObjectId").asText("") : object;
    return new Member(
        written.path("id").asText(""), person, name(written), standing(written, person));
  }

  private static String name(JsonNode written) {
    String name = written.path("name").asText("").strip();
    String parts = written.path("givenName").asText("") + " " + written.path("surname").asText("");
    return name.isEmpty() ? parts.strip() : name;
  }

  /// In doubt somebody is of another firm.
  private Standing standing(JsonNode written, String person) {
    if (written.path("id").asText("").startsWith("28:")) {
      return Standing.BOT;
    }
    boolean ours = tenant.equalsIgnoreCase(written.path("tenantId").asText(""));
    String role = written.path("userRole").asText("user").toLowerCase(Locale.ROOT);
    if (!ours || person.isEmpty() || role.equals("anonymous")) {
      return Standing.EXTERNAL;
    }
    boolean invited = written.path("userPrincipalName").asText("").contains("#EXT#");
    return role.equals("guest") || invited ? Standing.GUEST : Standing.MEMBER;
  }
}
