package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Teams as somebody in front of the page sees it, and as a test wants to check it.
public final class TeamsSnapshots {
  /// Messages in one answer.
  static final int MAX_MESSAGES = 5_000;

  private final TeamsWorld world;
  private final Dialogs dialogs;
  private final BotDelivery delivery;

  TeamsSnapshots(TeamsWorld world, Dialogs dialogs, BotDelivery delivery) {
    this.world = world;
    this.delivery = delivery;
    this.dialogs = dialogs;
  }

  /// Team, people, channels, chats, switches, and the dialog that `as` has open.
  public ObjectNode state(String as) {
    synchronized (world) {
      ObjectNode state = Json.object();
      ObjectNode team = state.putObject("team").put("id", TeamsSandboxIds.TEAM);
      team.put("name", world.teamName()).put("tenant", TeamsSandboxIds.TENANT);
      ObjectNode bot = state.putObject("bot").put("id", TeamsSandboxIds.BOT);
      bot.put("name", TeamsSandboxIds.BOT_NAME).put("connected", delivery.isConnected());
      state.put("rsc", world.isReading()).put("installed", world.isInTeam());
      ArrayNode people = state.putArray("people");
      for (TeamsPerson person : world.people()) {
        ObjectNode shown = person.shown().put("personal", world.hasPersonally(person.id()));
        people.add(shown.put("presence", world.presence(person.id())));
      }
      ArrayNode conversations = state.putArray("conversations");
      world.conversations().forEach(each -> conversations.add(each.shown()));
      state.set(
          "dialog", world.person(as).flatMap(dialogs::of).map(Dialogs.Dialog::shown).orElse(null));
      return state;
    }
  }

  /// The newest `limit` messages of a channel, a thread or a chat, oldest first, with the lines
  /// that only `as` sees (everybody's when `as` is empty).
  public ObjectNode messages(String conversation, String thread, String as, int limit) {
    synchronized (world) {
      ObjectNode answer = Json.object().put("conversation", conversation);
      ArrayNode messages = answer.putArray("messages");
      int most = Math.clamp(limit, 1, MAX_MESSAGES);
      world
          .find(conversation)
          .map(each -> each.newest(thread, most))
          .orElseGet(List::of)
          .forEach(post -> messages.add(post.shown(as)));
      return answer;
    }
  }
}
