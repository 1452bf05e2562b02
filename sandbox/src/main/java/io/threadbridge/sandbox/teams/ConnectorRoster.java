package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who is in the team, and which channels it has, as the bot may ask. Guarded by the world.
final class ConnectorRoster {
  private static final int MIN_PAGE = 1;
  private static final int MAX_PAGE = 500;

  private final TeamsWorld world;

  ConnectorRoster(TeamsWorld world) {
    this.world = world;
  }

  /// `pagedmembers` with a cursor, or the old `members` with all of them.
  TeamsAnswer members(Call call) {
    List<TeamsPerson> people = roster(call.conversation());
    boolean paged = call.request().servletRequest().getRequestURI().endsWith("pagedmembers");
    String size = call.parameter("pageSize");
    int page = size.matches("\\d{1,4}") ? Integer.parseInt(size) : MAX_PAGE;
    page = Math.clamp(page, MIN_PAGE, MAX_PAGE);
    String token = call.parameter("continuationToken");
    int from = token.matches("\\d{1,4}") ? Integer.parseInt(token) : 0;
    ArrayNode members = Json.array();
    people.stream()
        .skip(paged ? from : 0)
        .limit(paged ? page : people.size())
        .forEach(each -> members.add(each.member()));
    if (!paged) {
      return TeamsAnswer.of(200, members);
    }
    ObjectNode answer = Json.object();
    answer.set("members", members);
    if (from + page < people.size()) {
      answer.put("continuationToken", Integer.toString(from + page));
    }
    return TeamsAnswer.of(200, answer);
  }

  private List<TeamsPerson> roster(String id) {
    TeamsConversation conversation = world.find(id).orElseThrow(TeamsRefusal::conversationNotFound);
    if (conversation.isChat()) {
      return world.people().stream()
          .filter(each -> each.id().equals(conversation.person()))
          .toList();
    }
    if (!world.isInTeam() || conversation.kind() == TeamsConversation.Kind.PRIVATE) {
      throw TeamsRefusal.notInRoster();
    }
    // An external takes part in a shared channel without being in the team.
    return world.people().stream()
        .filter(each -> each.kind() != TeamsPerson.Kind.EXTERNAL)
        .toList();
  }

  TeamsAnswer member(Call call) {
    return roster(call.conversation()).stream()
        .filter(each -> List.of(each.id(), each.objectId()).contains(call.subject()))
        .findFirst()
        .map(each -> TeamsAnswer.of(200, each.member()))
        .orElseThrow(
            () -> new TeamsRefusal(404, "MemberNotFoundInConversation", "No such member."));
  }

  TeamsAnswer team(Call call) {
    team(call.conversation());
    long channels = world.conversations().stream().filter(each -> !each.isChat()).count();
    ObjectNode answer = Json.object().put("id", TeamsSandboxIds.TEAM);
    answer.put("name", world.teamName()).put("aadGroupId", TeamsSandboxIds.TEAM_GROUP);
    answer.put("tenantId", TeamsSandboxIds.TENANT).put("type", "standard");
    answer.put("channelCount", channels);
    return TeamsAnswer.of(200, answer.put("memberCount", roster(TeamsSandboxIds.TEAM).size()));
  }

  private void team(String id) {
    if (!id.equals(TeamsSandboxIds.TEAM)) {
      throw new TeamsRefusal(404, "ConversationNotFound", "No such team.");
    }
    if (!world.isInTeam()) {
      throw TeamsRefusal.notInRoster();
    }
  }

  /// The standard channels; General has no name, as the real one.
  TeamsAnswer channels(Call call) {
    team(call.conversation());
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("conversations");
    for (TeamsConversation each : world.conversations()) {
      if (each.kind() == TeamsConversation.Kind.CHANNEL && !each.isDeleted()) {
        ObjectNode channel = list.addObject().put("id", each.id());
        if (!each.id().equals(TeamsSandboxIds.GENERAL)) {
          channel.put("name", each.name());
        }
        channel.put("type", "standard");
      }
    }
    return TeamsAnswer.of(200, answer);
  }
}
