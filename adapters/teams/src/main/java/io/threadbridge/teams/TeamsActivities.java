package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import java.util.List;

/// Writes what the connector takes.
final class TeamsActivities {
  private static final String ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";

  private TeamsActivities() {}

  /// A card alone: with a text beside it Teams would make two messages of it and name neither.
  ///
  /// @param summary one line for notifications, as [TeamsText#summary] writes it
  static Activity card(ObjectNode card, String summary) {
    Attachment attachment = new Attachment();
    attachment.setContentType(ADAPTIVE_CARD);
    attachment.setContent(card);
    Activity activity = new Activity(ActivityTypes.MESSAGE);
    activity.setAttachments(List.of(attachment));
    activity.setSummary(summary);
    return activity;
  }

  /// A new thread in a channel, with this as its root.
  static ConversationParameters thread(String channel, String tenant, Activity root) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("channel").put("id", channel);
    data.putObject("tenant").put("id", tenant);
    ConversationParameters parameters = new ConversationParameters();
    parameters.setIsGroup(true);
    parameters.setTenantId(tenant);
    parameters.setChannelData(data);
    parameters.setActivity(root);
    return parameters;
  }

  /// The chat with one person. Without a message: one that is sent along comes back without an id.
  ///
  /// @param person an Entra object id; Teams takes it in place of its own
  static ConversationParameters chat(String person, String tenant) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("tenant").put("id", tenant);
    ConversationParameters parameters = new ConversationParameters();
    parameters.setIsGroup(false);
    parameters.setTenantId(tenant);
    parameters.setChannelData(data);
    parameters.setMembers(List.of(new ChannelAccount(person)));
    return parameters;
  }

  /// What a person is told alone, shown in their feed as well.
  static Activity alerting(Activity activity) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("notification").put("alert", true);
    activity.setChannelData(data);
    return activity;
  }
}
