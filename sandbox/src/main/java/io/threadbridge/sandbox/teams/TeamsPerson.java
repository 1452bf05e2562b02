package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Somebody in the pretend Teams, under both of their ids.
///
/// @param id how bots know them, `29:…`
/// @param objectId how the directory knows them
public record TeamsPerson(
    String id, String objectId, String name, String principalName, String tenant, Kind kind) {

  /// What the team knows somebody as; an external is of another tenant.
  public enum Kind {
    MEMBER,
    OWNER,
    GUEST,
    EXTERNAL
  }

  private static final String OBJECT = "0b1ec700-0000-4000-8000-0000000000";

  static List<TeamsPerson> everybody() {
    String ours = TeamsSandboxIds.TENANT;
    return List.of(
        new TeamsPerson(
            TeamsSandboxIds.ANNA,
            OBJECT + "a1",
            "Anna Virtanen",
            "anna@shop.example",
            ours,
            Kind.MEMBER),
        new TeamsPerson(
            TeamsSandboxIds.BEN, OBJECT + "b1", "Ben Olsen", "ben@shop.example", ours, Kind.MEMBER),
        new TeamsPerson(
            TeamsSandboxIds.OLENA,
            OBJECT + "c1",
            "Olena Kovalenko",
            "olena@shop.example",
            ours,
            Kind.OWNER),
        new TeamsPerson(
            TeamsSandboxIds.GUEST,
            OBJECT + "d1",
            "Gus Guest",
            "gus_elsewhere.example#EXT#@shop.example",
            ours,
            Kind.GUEST),
        new TeamsPerson(
            TeamsSandboxIds.EXTERNAL,
            OBJECT + "e1",
            "Sam Stranger",
            "sam@partner.example",
            TeamsSandboxIds.OTHER_TENANT,
            Kind.EXTERNAL));
  }

  /// The `from` of an activity.
  ObjectNode account() {
    return Json.object().put("id", id).put("name", name).put("aadObjectId", objectId);
  }

  /// A member as the roster calls answer it.
  ObjectNode member() {
    int space = name.indexOf(' ');
    ObjectNode member = account().put("objectId", objectId);
    member.put("givenName", name.substring(0, space)).put("surname", name.substring(space + 1));
    member.put("email", principalName).put("userPrincipalName", principalName);
    member.put("tenantId", tenant);
    return member.put("userRole", kind == Kind.GUEST ? "guest" : "user");
  }

  /// As the page and the control API show them.
  ObjectNode shown() {
    ObjectNode shown = account().put("kind", kind.name().toLowerCase(Locale.ROOT));
    return shown.put("tenant", tenant);
  }
}
