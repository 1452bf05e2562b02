package io.threadbridge.slack;

import com.google.gson.JsonObject;

/// Tells our own messages and those of other programs from people's: by ids alone, never by text or
/// name.
record SlackSelf(SlackIdentity identity, String app) {
  /// Whether a message was written by us.
  boolean wrote(JsonObject message) {
    String profileApp = SlackJson.text(SlackJson.object(message, "bot_profile"), "app_id");
    return isThis(SlackJson.text(message, "user"), identity.user())
        || isThis(SlackJson.text(message, "bot_id"), identity.bot())
        || isThis(SlackJson.text(message, "app_id"), app)
        || isThis(profileApp, app);
  }

  private static boolean isThis(String told, String ours) {
    return !ours.isEmpty() && told.equals(ours);
  }

  /// Whether a message is a program's, or of no person at all.
  static boolean isNoPersons(JsonObject message) {
    return SlackJson.maybe(message, "bot_id").isPresent()
        || SlackJson.maybe(message, "app_id").isPresent()
        || SlackJson.has(message, "bot_profile")
        || !SlackJson.text(message, "user").matches("[UW][A-Z0-9]{2,20}")
        || SlackJson.text(message, "user").equals("USLACKBOT");
  }

  /// Whether the root of a reply's thread is ours; so it is taken unless the reply says otherwise.
  boolean isRootOurs(JsonObject reply) {
    JsonObject root = SlackJson.object(reply, "root");
    return SlackJson.maybe(reply, "parent_user_id")
        .map(parent -> parent.equals(identity.user()))
        .orElseGet(() -> root.isEmpty() || wrote(root));
  }

  /// Whether a message itself says that its writer is of another firm.
  boolean isForeign(JsonObject message) {
    return SlackTranslator.isForeign(SlackJson.text(message, "user_team"), identity)
        || SlackTranslator.isForeign(SlackJson.text(message, "source_team"), identity);
  }
}
