package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.SandboxIds.BOT;
import static io.threadbridge.sandbox.slack.SandboxIds.OTHER_BOT;
import static io.threadbridge.sandbox.slack.SandboxIds.OTHER_TEAM;
import static io.threadbridge.sandbox.slack.SandboxIds.TEAM;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Somebody who can be seen in the workspace; which rights they have follows from the kind.
public record Person(String id, String handle, String realName, String title, Kind kind) {
  static final String AVATARS = "/sandbox/slack/avatars/";
  private static final long UPDATED = 1_760_000_000L;
  private static final List<Integer> SIZES = List.of(24, 32, 48, 72, 192, 512);

  /// What Slack knows a user as.
  public enum Kind {
    MEMBER,
    MANAGER,
    GUEST,
    STRANGER,
    OWN_BOT,
    OTHER_BOT
  }

  static List<Person> everybody() {
    return List.of(
        new Person(SandboxIds.ANNA, "anna", "Anna Virtanen", "Customer service", Kind.MEMBER),
        new Person(SandboxIds.BEN, "ben", "Ben Olsen", "Workshop", Kind.MEMBER),
        new Person(SandboxIds.OLENA, "olena", "Olena Kovalenko", "Manager", Kind.MANAGER),
        new Person(SandboxIds.GUEST, "gus", "Gus Guest", "Summer help", Kind.GUEST),
        new Person(SandboxIds.STRANGER, "sam", "Sam Stranger", "Partner Ltd", Kind.STRANGER),
        new Person(SandboxIds.BOT_USER, "threadbridge", "Threadbridge", "", Kind.OWN_BOT),
        new Person(SandboxIds.OTHER_BOT_USER, "standup", "Standup", "", Kind.OTHER_BOT));
  }

  public boolean isBot() {
    return kind == Kind.OWN_BOT || kind == Kind.OTHER_BOT;
  }

  public String teamId() {
    return kind == Kind.STRANGER ? OTHER_TEAM : TEAM;
  }

  String email() {
    return handle + (kind == Kind.STRANGER ? "@partner.example" : "@shop.example");
  }

  /// The user object as `users.info` has it; picture addresses begin with `base`.
  public ObjectNode json(String base) {
    boolean manager = kind == Kind.MANAGER;
    ObjectNode user = Json.object().put("id", id).put("team_id", teamId()).put("name", handle);
    user.put("deleted", false).put("color", "9f69e7").put("real_name", realName);
    user.put("tz", "Europe/Helsinki").put("tz_label", "Eastern European Time");
    user.put("tz_offset", 7200);
    user.set("profile", profile(base));
    user.put("is_admin", manager).put("is_owner", manager).put("is_primary_owner", manager);
    user.put("is_restricted", kind == Kind.GUEST).put("is_ultra_restricted", false);
    user.put("is_bot", isBot()).put("is_app_user", false).put("updated", UPDATED);
    if (kind == Kind.STRANGER) {
      user.put("is_stranger", true);
    }
    return user;
  }

  private ObjectNode profile(String base) {
    ObjectNode profile = Json.object().put("title", title).put("phone", "").put("skype", "");
    profile.put("real_name", realName).put("real_name_normalized", realName);
    String display = isBot() ? "" : realName.substring(0, realName.indexOf(' '));
    profile.put("display_name", display).put("display_name_normalized", display);
    profile.put("status_text", "").put("status_emoji", "").put("status_expiration", 0);
    profile.put("avatar_hash", "sandbox").put("team", teamId());
    if (isBot()) {
      profile.put("bot_id", botId()).put("api_app_id", appId()).put("always_active", true);
    } else {
      profile.put("email", email());
      profile.put("first_name", display).put("last_name", realName.substring(display.length() + 1));
    }
    for (int size : SIZES) {
      profile.put("image_" + size, base + AVATARS + id + ".svg");
    }
    return profile;
  }

  String botId() {
    return kind == Kind.OWN_BOT ? BOT : OTHER_BOT;
  }

  String appId() {
    return kind == Kind.OWN_BOT ? SandboxIds.APP : SandboxIds.OTHER_APP;
  }

  /// The `bot_profile` that stands on each of a bot's posts.
  ObjectNode botProfile() {
    ObjectNode profile = Json.object().put("id", botId()).put("deleted", false);
    profile.put("name", realName).put("updated", UPDATED).put("app_id", appId());
    profile.put("user_id", id).put("team_id", TEAM);
    profile.set("icons", Json.object().put("image_48", AVATARS + id + ".svg"));
    return profile;
  }
}
