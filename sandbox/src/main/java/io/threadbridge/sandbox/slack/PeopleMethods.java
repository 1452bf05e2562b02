package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.WebMethod.Tier.SPECIAL;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_2;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_3;
import static io.threadbridge.sandbox.slack.WebMethod.Tier.TIER_4;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who there is: `users.*`, `usergroups.*`, `bots.info`, `dnd.info`, `team.info`, `auth.test`.
final class PeopleMethods {
  private static final int PAGE = 200;
  private static final int MAX_PAGE = 1_000;

  private final Workspace workspace;
  private final Scopes scopes;

  PeopleMethods(Workspace workspace, Scopes scopes) {
    this.workspace = workspace;
    this.scopes = scopes;
  }

  List<WebMethod> methods() {
    return List.of(
        new WebMethod("auth.test", SPECIAL, "", this::authTest),
        new WebMethod("api.test", TIER_4, "", _ -> Json.object()),
        new WebMethod("team.info", TIER_3, "team:read", this::team),
        new WebMethod("emoji.list", TIER_2, "emoji:read", _ -> named("emoji", Json.object())),
        new WebMethod("bots.info", TIER_3, "users:read", this::bot),
        new WebMethod("users.info", TIER_4, "users:read", this::info),
        new WebMethod("users.list", TIER_2, "users:read", this::list),
        new WebMethod("users.lookupByEmail", TIER_3, "users:read.email", this::byEmail),
        new WebMethod("users.getPresence", TIER_3, "users:read", this::presence),
        new WebMethod("users.setPresence", TIER_2, "users:write", this::setPresence),
        new WebMethod("dnd.info", TIER_3, "dnd:read", this::doNotDisturb),
        new WebMethod("dnd.teamInfo", TIER_2, "dnd:read", this::doNotDisturbOfAll),
        new WebMethod("usergroups.list", TIER_2, "usergroups:read", this::groups),
        new WebMethod("usergroups.users.list", TIER_2, "usergroups:read", this::groupUsers));
  }

  private static ObjectNode named(String name, ObjectNode value) {
    ObjectNode answer = Json.object();
    answer.set(name, value);
    return answer;
  }

  private ObjectNode authTest(Call call) {
    ObjectNode answer = Json.object().put("url", call.base() + "/sandbox/");
    answer.put("team", "Sandbox workspace").put("team_id", SandboxIds.TEAM);
    answer.put("user", "threadbridge").put("user_id", SandboxIds.BOT_USER);
    return answer.put("bot_id", SandboxIds.BOT).put("is_enterprise_install", false);
  }

  private ObjectNode team(Call call) {
    ObjectNode team = Json.object().put("id", SandboxIds.TEAM).put("name", "Sandbox workspace");
    team.put("url", call.base() + "/sandbox/").put("domain", "sandbox");
    team.put("email_domain", "shop.example").set("icon", Json.object().put("image_default", true));
    return named("team", team);
  }

  private ObjectNode bot(Call call) {
    String id = call.required("bot", "bot_not_found");
    Person bot =
        workspace.people().stream()
            .filter(person -> person.isBot() && person.botId().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal("bot_not_found"));
    return named("bot", bot.botProfile());
  }

  private ObjectNode info(Call call) {
    Person person = workspace.person(call.required("user", "user_not_found"));
    return named("user", shown(person, call));
  }

  private ObjectNode shown(Person person, Call call) {
    ObjectNode json = person.json(call.base());
    if (!scopes.has("users:read.email")) {
      json.withObject("profile").remove("email");
    }
    return json;
  }

  private ObjectNode list(Call call) {
    ObjectNode answer = Json.object();
    ArrayNode members = answer.putArray("members");
    Paging.page(call, List.copyOf(workspace.people()), PAGE, MAX_PAGE, answer)
        .forEach(person -> members.add(shown(person, call)));
    return answer.put("cache_ts", workspace.now() / 1_000);
  }

  private ObjectNode byEmail(Call call) {
    String email = call.required("email", "users_not_found");
    Person person =
        workspace.people().stream()
            .filter(each -> !each.isBot() && each.email().equalsIgnoreCase(email))
            .findFirst()
            .orElseThrow(() -> new Refusal("users_not_found"));
    return named("user", shown(person, call));
  }

  private ObjectNode presence(Call call) {
    Person person = workspace.person(call.required("user", "user_not_found"));
    return Json.object().put("presence", workspace.isAway(person.id()) ? "away" : "active");
  }

  /// A bot can only say where it is itself.
  private ObjectNode setPresence(Call call) {
    String presence = call.required("presence", "invalid_presence");
    if (!presence.equals("auto") && !presence.equals("away")) {
      throw new Refusal("invalid_presence");
    }
    workspace.setAway(SandboxIds.BOT_USER, presence.equals("away"));
    return Json.object();
  }

  private ObjectNode doNotDisturb(Call call) {
    workspace.person(call.required("user", "user_not_found"));
    return notDisturbed().put("snooze_enabled", false);
  }

  private ObjectNode doNotDisturbOfAll(Call call) {
    ObjectNode users = Json.object();
    Function<String, Person> known = workspace::person;
    call.list("users").stream().map(known).forEach(each -> users.set(each.id(), notDisturbed()));
    return named("users", users);
  }

  private static ObjectNode notDisturbed() {
    ObjectNode json = Json.object().put("dnd_enabled", false);
    return json.put("next_dnd_start_ts", 1).put("next_dnd_end_ts", 1);
  }

  private ObjectNode groups(Call call) {
    ObjectNode group = Json.object().put("id", SandboxIds.ON_CALL_GROUP);
    group.put("team_id", SandboxIds.TEAM).put("is_usergroup", true).put("name", "On call");
    group.put("handle", "on-call").put("is_external", false).put("date_delete", 0);
    group.put("user_count", onCall().size());
    if (call.flag("include_users")) {
      group.set("users", Json.strings(onCall()));
    }
    ObjectNode answer = Json.object();
    answer.putArray("usergroups").add(group);
    return answer;
  }

  private static List<String> onCall() {
    return List.of(SandboxIds.ANNA, SandboxIds.BEN);
  }

  private ObjectNode groupUsers(Call call) {
    if (!call.required("usergroup").equals(SandboxIds.ON_CALL_GROUP)) {
      throw new Refusal("no_such_subteam");
    }
    ObjectNode answer = Json.object();
    answer.set("users", Json.strings(onCall()));
    return answer;
  }
}
