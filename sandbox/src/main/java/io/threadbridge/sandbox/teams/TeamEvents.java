package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What happens to the team itself: the app comes and goes, channels change, people join.
/// Guarded by the world.
public final class TeamEvents {
  private final TeamsWorld world;
  private final Activities activities;
  private final BotDelivery bot;
  private final TeamsShow show;

  TeamEvents(TeamsWorld world, Activities activities, BotDelivery bot, ChangeListener page) {
    this.world = world;
    this.activities = activities;
    this.bot = bot;
    this.show = new TeamsShow(page);
  }

  /// Installs in the team, or for one person with `user`: `{"user"?,"installed"?}`; the bot is told
  /// each time.
  public ObjectNode install(JsonNode wish) {
    boolean installed = wish.path("installed").asBoolean(true);
    if (Json.has(wish, "user")) {
      TeamsPerson person = person(Json.text(wish, "user"));
      world.setPersonally(person.id(), installed);
      tell(world.chat(person), person, installed);
    } else {
      world.setInTeam(installed);
      tell(general(), person(TeamsSandboxIds.OLENA), installed);
    }
    show.state();
    return Json.object().put("installed", installed);
  }

  /// Tells the bot of every installation that there is, as if it had just been made.
  public ObjectNode announce() {
    if (world.isInTeam()) {
      tell(general(), person(TeamsSandboxIds.OLENA), true);
    }
    for (TeamsPerson person : world.people()) {
      if (world.hasPersonally(person.id())) {
        tell(world.chat(person), person, true);
      }
    }
    return Json.object();
  }

  private void tell(TeamsConversation where, TeamsPerson person, boolean installed) {
    ObjectNode update = activities.of("conversationUpdate", where, where.id(), person);
    String list = installed ? "membersAdded" : "membersRemoved";
    update.putArray(list).addObject().put("id", TeamsSandboxIds.BOT);
    ObjectNode installation = activities.of("installationUpdate", where, where.id(), person);
    installation.put("action", installed ? "add" : "remove");
    if (!where.isChat()) {
      String event = installed ? "teamMemberAdded" : "teamMemberRemoved";
      update.withObject("channelData").put("eventType", event);
      ObjectNode settings = installation.withObject("channelData").putObject("settings");
      settings.putObject("selectedChannel").put("id", where.id());
    }
    bot.tell(update, where.id());
    bot.tell(installation, where.id());
  }

  private TeamsConversation general() {
    return world.find(TeamsSandboxIds.GENERAL).orElseThrow();
  }

  private TeamsPerson person(String id) {
    return world.person(id).orElseThrow(() -> new Refusal("person_not_found"));
  }

  /// Something happens: `{"event","channel"?,"name"?,"member"?}` with `channelCreated`,
  /// `channelRenamed`, `channelDeleted`, `channelRestored`, `teamRenamed`, `teamMemberAdded` or
  /// `teamMemberRemoved`.
  public ObjectNode event(JsonNode wish) {
    String event = Json.text(wish, "event");
    TeamsConversation channel =
        event.startsWith("channel") ? changedChannel(event, wish) : general();
    if (event.equals("teamRenamed")) {
      world.renameTeam(Json.text(wish, "name"));
    }
    show.state();
    if (world.isInTeam()) {
      ObjectNode activity = activities.event(event, channel, person(TeamsSandboxIds.OLENA));
      if (event.startsWith("teamMember")) {
        String list = event.endsWith("Added") ? "membersAdded" : "membersRemoved";
        activity.putArray(list).add(person(Json.text(wish, "member")).account());
      }
      bot.tell(activity, TeamsSandboxIds.TEAM);
    }
    return channel.shown();
  }

  private TeamsConversation changedChannel(String event, JsonNode wish) {
    String id = Json.text(wish, "channel");
    if (event.equals("channelCreated")) {
      return world.open(id, Json.text(wish, "name"), TeamsConversation.Kind.CHANNEL);
    }
    TeamsConversation channel = world.find(id).orElseThrow(() -> new Refusal("channel_not_found"));
    switch (event) {
      case "channelRenamed" -> channel.rename(Json.text(wish, "name"));
      case "channelDeleted" -> channel.setDeleted(true);
      case "channelRestored" -> channel.setDeleted(false);
      default -> throw new Refusal("unknown_event");
    }
    return channel;
  }
}
