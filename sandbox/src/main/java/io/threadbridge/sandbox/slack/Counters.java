package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.PostTimes;
import io.threadbridge.sandbox.wire.Tally;
import tools.jackson.databind.node.ObjectNode;

/// Counts what went over the wire, for tests and load runs.
public final class Counters {
  private final Tally numbers = new Tally();
  private final Tally requests = new Tally();
  private final Tally limited = new Tally();
  private final PostTimes posts = new PostTimes();

  void reset() {
    numbers.clear();
    requests.clear();
    limited.clear();
    posts.clear();
  }

  void count(String what) {
    numbers.add(what);
  }

  void requested(String method) {
    requests.add(method);
  }

  void limited(String method) {
    limited.add(method);
  }

  void posted(String channel, long at) {
    posts.add(channel, at);
  }

  /// Everything counted since the last reset; times are epoch milliseconds.
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("requests", requests.json());
    json.set("rate_limited", limited.json());
    json.set("envelopes", numbers.json());
    json.set("posts", posts.json());
    return json;
  }
}
