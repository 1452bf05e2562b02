package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.PostTimes;
import io.threadbridge.sandbox.wire.Tally;
import tools.jackson.databind.node.ObjectNode;

/// Counts what went over the wire, for tests and load runs.
final class TeamsCounters {
  private final Tally requests = new Tally();
  private final Tally limited = new Tally();
  private final Tally refused = new Tally();
  private final Tally activities = new Tally();
  private final PostTimes posts = new PostTimes();

  void reset() {
    requests.clear();
    limited.clear();
    refused.clear();
    activities.clear();
    posts.clear();
  }

  void requested(Operation operation) {
    requests.add(operation.label());
  }

  void limited(Operation operation) {
    limited.add(operation.label());
  }

  /// The bot was told `status`.
  void refused(int status) {
    refused.add(Integer.toString(status));
  }

  /// Something happened to what goes to the bot: `sent`, `answered`, `redelivered`, …
  void activity(String what) {
    activities.add(what);
  }

  /// The bot posted in a conversation, epoch milliseconds; a channel has one list for all threads.
  void posted(String conversation, long at) {
    posts.add(conversation, at);
  }

  /// Everything counted since the last reset; times are epoch milliseconds.
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("requests", requests.json());
    json.set("rate_limited", limited.json());
    json.set("refused", refused.json());
    json.set("activities", activities.json());
    json.set("posts", posts.json());
    return json;
  }
}
