package io.threadbridge.sandbox.teams;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.threadbridge.sandbox.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Builds activities as Teams sends them to a bot. Guarded by the world.
final class Activities {
  private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
  private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  /// Every so manieth time stands without a fraction, as the real one has it now and then.
  private static final int WHOLE_SECONDS_EVERY = 4;

  private final TeamsWorld world;
  private int made;

  Activities(TeamsWorld world) {
    this.world = world;
  }

  /// An activity by `person` about `conversationId`, which is of `where`.
  ObjectNode of(String type, TeamsConversation where, String conversationId, TeamsPerson person) {
    ObjectNode activity = Json.object().put("type", type).put("channelId", "msteams");
    activity.put("id", "f:" + UUID.randomUUID()).put("serviceUrl", world.serviceUrl());
    stamp(activity);
    activity.set("from", person.account());
    ObjectNode conversation = activity.putObject("conversation").put("id", conversationId);
    conversation.put("conversationType", where.isChat() ? "personal" : "channel");
    conversation.put("tenantId", TeamsSandboxIds.TENANT);
    if (!where.isChat()) {
      conversation.put("isGroup", true);
    }
    activity
        .putObject("recipient")
        .put("id", TeamsSandboxIds.BOT)
        .put("name", TeamsSandboxIds.BOT_NAME);
    ObjectNode data = activity.putObject("channelData");
    data.putObject("tenant").put("id", TeamsSandboxIds.TENANT);
    if (!where.isChat()) {
      data.put("teamsChannelId", where.id()).put("teamsTeamId", TeamsSandboxIds.TEAM);
      data.putObject("channel").put("id", where.id());
      team(data);
    }
    return activity.put("locale", "en-GB").put("localTimezone", ZONE.getId());
  }

  private void team(ObjectNode data) {
    ObjectNode team = data.putObject("team").put("id", TeamsSandboxIds.TEAM);
    team.put("aadGroupId", TeamsSandboxIds.TEAM_GROUP).put("name", world.teamName());
  }

  private void stamp(ObjectNode activity) {
    made++;
    boolean whole = made % WHOLE_SECONDS_EVERY == 0;
    Instant now = Instant.ofEpochMilli(world.now()).truncatedTo(whole ? SECONDS : MILLIS);
    activity.put("timestamp", DateTimeFormatter.ISO_INSTANT.format(now));
    activity.put("localTimestamp", WITH_OFFSET.format(ZonedDateTime.ofInstant(now, ZONE)));
  }

  /// Somebody's message.
  ObjectNode message(TeamsConversation where, TeamsPost post, TeamsPerson person) {
    return about("message", where, post, person);
  }

  /// A message that is different now: `editMessage`, `undeleteMessage` or `softDeleteMessage`.
  ObjectNode change(String event, TeamsConversation where, TeamsPost post, TeamsPerson person) {
    boolean deleted = event.equals("softDeleteMessage");
    ObjectNode activity = about(deleted ? "messageDelete" : "messageUpdate", where, post, person);
    activity.withObject("channelData").put("eventType", event);
    if (deleted) {
      activity.remove("text");
      activity.remove("attachments");
      activity.remove("entities");
    }
    return activity;
  }

  private ObjectNode about(
      String type, TeamsConversation where, TeamsPost post, TeamsPerson person) {
    ObjectNode activity = of(type, where, where.idFor(post), person).put("id", post.id());
    activity.setAll(post.content().deepCopy());
    ObjectNode client = activity.withArray("entities").addObject().put("type", "clientInfo");
    client.put("locale", "en-GB").put("country", "GB").put("platform", "Web");
    client.put("timezone", ZONE.getId());
    if (person.kind() == TeamsPerson.Kind.EXTERNAL) {
      activity.withObject("channelData").putObject("source").put("tenantId", person.tenant());
    }
    return activity;
  }

  /// An invoke by `person` on the bot's message `card`.
  ObjectNode invoke(
      String name, TeamsConversation where, TeamsPost card, TeamsPerson person, ObjectNode value) {
    ObjectNode activity = of("invoke", where, where.idFor(card), person).put("name", name);
    activity.put("replyToId", card.id()).set("value", value);
    activity.withObject("channelData").putObject("source").put("name", "message");
    return activity;
  }

  /// Something about the team: `channelCreated`, `teamRenamed`, …
  ObjectNode event(String event, TeamsConversation channel, TeamsPerson person) {
    ObjectNode activity = of("conversationUpdate", channel, TeamsSandboxIds.TEAM, person);
    ObjectNode data = activity.withObject("channelData").put("eventType", event);
    if (event.startsWith("channel")) {
      data.withObject("channel").put("name", channel.name());
    } else {
      data.remove("channel");
      data.remove("teamsChannelId");
    }
    return activity;
  }
}
