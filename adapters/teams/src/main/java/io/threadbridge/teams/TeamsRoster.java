package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.TeamsMembers.Member;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Who somebody is, from the team's roster. A bot learns no picture of anybody.
final class TeamsRoster implements TeamsPeople {
  private static final int PEOPLE_MAX = 1_000;

  private record Asked(TeamsPlace place, String account) {}

  private record Known(Person person, Instant until) {}

  private final TeamsMembers members;
  private final InstantSource clock;
  private final BoundedNotes<Asked, Known> known = new BoundedNotes<>(PEOPLE_MAX);

  TeamsRoster(TeamsMembers members, InstantSource clock) {
    this.members = members;
    this.clock = clock;
  }

  @Override
  public Person person(TeamsPlace place, String account) {
    if (account.startsWith("28:")) {
      return new Person(stranger(account), Standing.BOT);
    }
    Instant now = clock.instant();
    Asked asked = new Asked(place, account);
    Optional<Known> before = known.get(asked).filter(each -> now.isBefore(each.until()));
    if (before.isPresent()) {
      return before.get().person();
    }
    Person person = lookUp(place, account);
    known.put(asked, new Known(person, now.plus(TeamsMembers.KEEP)));
    return person;
  }

  /// Whoever is not in the team, or not any more, is nobody of ours.
  private Person lookUp(TeamsPlace place, String account) {
    return switch (members.ask(place, account)) {
      case TeamsReply.Fine<JsonNode>(JsonNode answer) when answer.isObject() ->
          person(members.member(answer), account);
      case TeamsReply.Fine<JsonNode> _ -> throw new StoreUnavailable("roster: no answer");
      case TeamsReply.No<JsonNode>(int status, String code, _) -> {
        if (status == 404 && !code.equals("ConversationNotFound")) {
          yield new Person(stranger(account), Standing.EXTERNAL);
        }
        throw new StoreUnavailable("roster: " + status + " " + code);
      }
      case TeamsReply.Trouble<JsonNode>(Delivery delivery) ->
          throw new StoreUnavailable("roster: " + delivery.getClass().getSimpleName());
    };
  }

  private static Person person(Member member, String account) {
    String id = member.person().isEmpty() ? account : member.person();
    return new Person(new Staff("teams:" + id, member.name(), Optional.empty()), member.standing());
  }

  private static Staff stranger(String account) {
    return new Staff("teams:" + account, "", Optional.empty());
  }
}
