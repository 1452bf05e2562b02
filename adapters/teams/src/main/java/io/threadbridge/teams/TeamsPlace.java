package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;

/// A channel as the Bot Framework names it. A desk is `teams:<team>/<channel>`; both are ids such
/// as `19:…@thread.tacv2`. A thread is the id of its root activity, a post the id of its own.
///
/// @param team the team's id
/// @param channel the channel's id
record TeamsPlace(String team, String channel) {
  private static final String ROOT = ";messageid=";

  static TeamsPlace of(DeskRef desk) {
    String written = desk.channel();
    int slash = written.lastIndexOf('/');
    if (slash < 1 || slash == written.length() - 1) {
      throw new IllegalArgumentException(
          "a Teams desk is written teams:<team>/<channel>, not " + desk.value());
    }
    return new TeamsPlace(written.substring(0, slash), written.substring(slash + 1));
  }

  DeskRef desk() {
    return new DeskRef("teams:" + team + "/" + channel);
  }

  /// The Bot Framework's conversation of a thread: only its id decides where a reply goes.
  String conversation(ThreadRef thread) {
    return channel + ROOT + thread.value();
  }

  /// The root activity of a conversation's id; empty where it names none.
  static String rootOf(String conversation) {
    int at = conversation.indexOf(ROOT);
    return at < 0 ? "" : conversation.substring(at + ROOT.length());
  }

  /// The channel of a conversation's id.
  static String channelOf(String conversation) {
    int at = conversation.indexOf(ROOT);
    return at < 0 ? conversation : conversation.substring(0, at);
  }
}
