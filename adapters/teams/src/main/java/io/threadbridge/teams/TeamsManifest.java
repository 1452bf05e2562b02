package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/// The app's manifest: what Teams shows of us, where we may be installed, and what we ask for. Only
/// what is used is asked for.
///
/// @param appId the app registration's and the bot's; the app's own id too, so that a package made
///     anew is an update
/// @param publicUrl where visitors reach the program
record TeamsManifest(UUID appId, URI publicUrl) {
  /// Apps for teams must say from this version on that they know all kinds of channels.
  static final String SCHEMA_VERSION = "1.25";

  static final String COLOR_ICON = "color.png";
  static final String OUTLINE_ICON = "outline.png";

  /// To be raised with every change of what stands here: Teams takes an update only by it.
  private static final String VERSION = "1.1.0";

  /// What people call us by.
  static final String NAME = "Website Chat";
  private static final String BRIEFLY = "Website visitors' chats as threads in your channels";
  private static final String AT_LENGTH =
      "Each chat that a visitor of your website begins becomes a post in a channel of your team;"
          + " replies in its thread are what the visitor reads. The app posts in the channels that"
          + " it was set up for, and reads messages of the team only to find those replies.";

  /// All messages of the team's standard channels; without it only those that mention us come.
  private static final String ALL_MESSAGES = "ChannelMessage.Read.Group";

  private static final List<Command> TEAM_COMMANDS =
      List.of(
          new Command("on", "I am here"),
          new Command("off", "I am away"),
          new Command("status", "How things stand"),
          new Command("on-call", "Who is on call"),
          new Command("report", "How today went; also: report week"),
          new Command("help", "What else I understand"));

  private static final List<Command> PERSONAL_COMMANDS =
      List.of(
          new Command("report", "How today goes and the last seven days went"),
          new Command("help", "What else I understand"));

  private record Command(String title, String description) {}

  /// As bytes.
  byte[] json() {
    return (node().toPrettyString() + "\n").getBytes(UTF_8);
  }

  private ObjectNode node() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", schema());
    root.put("manifestVersion", SCHEMA_VERSION);
    root.put("version", VERSION);
    root.put("id", appId.toString());
    developer(root.putObject("developer"));
    root.putObject("name").put("short", NAME);
    root.putObject("description").put("short", BRIEFLY).put("full", AT_LENGTH);
    root.putObject("icons").put("color", COLOR_ICON).put("outline", OUTLINE_ICON);
    root.put("accentColor", "#" + TeamsPackageIcons.ACCENT);
    root.put("supportsChannelFeatures", "tier1");
    root.put("defaultInstallScope", "team");
    bot(root.putArray("bots").addObject());
    root.putArray("validDomains").add(publicUrl.getAuthority());
    permissions(root);
    return root;
  }

  private static String schema() {
    return "https://developer.microsoft.com/json-schemas/teams/v"
        + SCHEMA_VERSION
        + "/MicrosoftTeams.schema.json";
  }

  /// Nobody but the firm itself sees the app, so its own address stands for all.
  private void developer(ObjectNode developer) {
    developer.put("name", "Threadbridge");
    developer.put("websiteUrl", publicUrl.toString());
    developer.put("privacyUrl", publicUrl.toString());
    developer.put("termsOfUseUrl", publicUrl.toString());
  }

  private void bot(ObjectNode bot) {
    bot.put("botId", appId.toString());
    scopes(bot);
    bot.put("isNotificationOnly", false);
    bot.put("supportsFiles", false);
    ArrayNode lists = bot.putArray("commandLists");
    list(lists.addObject(), "team", TEAM_COMMANDS);
    list(lists.addObject(), "personal", PERSONAL_COMMANDS);
  }

  private static void list(ObjectNode list, String scope, List<Command> offered) {
    list.putArray("scopes").add(scope);
    ArrayNode commands = list.putArray("commands");
    for (Command command : offered) {
      commands.addObject().put("title", command.title()).put("description", command.description());
    }
  }

  private static void scopes(ObjectNode of) {
    of.putArray("scopes").add("team").add("personal");
  }

  /// The resource is never asked for anything: it has only to be there.
  private void permissions(ObjectNode root) {
    root.putObject("webApplicationInfo")
        .put("id", appId.toString())
        .put("resource", publicUrl.toString());
    root.putObject("authorization")
        .putObject("permissions")
        .putArray("resourceSpecific")
        .addObject()
        .put("name", ALL_MESSAGES)
        .put("type", "Application");
  }
}
