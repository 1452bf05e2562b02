package io.threadbridge.slack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the manifest from which Slack makes the app: what it may do, and which events it gets.
/// Only what is used by now is asked for.
public final class SlackManifest {
  private static final List<String> SCOPES =
      List.of(
          "chat:write",
          "channels:history",
          "groups:history",
          "channels:read",
          "groups:read",
          "users:read",
          "im:write",
          "reactions:read",
          "reactions:write",
          "files:read",
          "files:write",
          "commands");

  private static final List<String> EVENTS =
      List.of(
          "app_home_opened",
          "app_uninstalled",
          "channel_archive",
          "channel_id_changed",
          "channel_left",
          "channel_shared",
          "group_archive",
          "group_left",
          "member_left_channel",
          "message.channels",
          "message.groups",
          "reaction_added",
          "tokens_revoked",
          "user_change");

  /// What people write before a command for a whole channel.
  static final String COMMAND = "/chat";

  private SlackManifest() {}

  /// For Socket Mode: Slack needs no address of ours.
  public static String forSocketMode() {
    return manifest(Optional.empty(), false);
  }

  /// For HTTP: Slack reaches us at `<publicUrl>/slack/events`.
  public static String forHttp(String publicUrl) {
    return manifest(Optional.of(publicUrl.replaceFirst("/+$", "") + "/slack/events"), false);
  }

  /// The manifest.
  ///
  /// @param address where Slack sends what happens; empty for Socket Mode
  /// @param visitorAsAuthor whether visitors' posts bear their name as the author
  public static String manifest(Optional<String> address, boolean visitorAsAuthor) {
    return """
        # Slack app manifest: https://api.slack.com/apps > Create New App > From a manifest
        _metadata:
          major_version: 2
          minor_version: 1
        display_information:
          name: Website Chat
          description: Website visitors' chats as threads in your channels
          background_color: "#1a1d21"
        features:
          app_home:
            home_tab_enabled: true
            messages_tab_enabled: true
            messages_tab_read_only_enabled: true
          bot_user:
            display_name: website-chat
            always_online: true
          slash_commands:
            - command: %s
              description: How it stands with the website chat, and who is on call
              usage_hint: "[on|off|status|on-call|take 2h|form|help]"
              should_escape: false
        %soauth_config:
          scopes:
            bot:
        %s
        settings:
          event_subscriptions:
        %s    bot_events:
        %s
          interactivity:
            is_enabled: true
        %s  org_deploy_enabled: false
          socket_mode_enabled: %s
          token_rotation_enabled: false
        """
        .formatted(
            COMMAND,
            commandUrl(address),
            items(scopes(visitorAsAuthor)),
            requestUrl(address),
            items(EVENTS),
            requestUrl(address),
            address.isEmpty());
  }

  private static List<String> scopes(boolean visitorAsAuthor) {
    return visitorAsAuthor
        ? Stream.concat(SCOPES.stream(), Stream.of("chat:write.customize")).toList()
        : SCOPES;
  }

  private static String items(List<String> names) {
    return names.stream().map(name -> "      - " + name).collect(Collectors.joining("\n"));
  }

  private static String commandUrl(Optional<String> address) {
    return address.map(url -> "      url: \"" + url + "\"\n").orElse("");
  }

  private static String requestUrl(Optional<String> address) {
    return address.map(url -> "    request_url: \"" + url + "\"\n").orElse("");
  }
}
