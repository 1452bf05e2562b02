package io.threadbridge.sandbox.wire;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Counts things by their name.
public final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();

  /// Back to nothing.
  public synchronized void clear() {
    counts.clear();
  }

  /// One more.
  public synchronized void add(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  /// By name, in the names' order.
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    counts.forEach(json::put);
    return json;
  }
}
