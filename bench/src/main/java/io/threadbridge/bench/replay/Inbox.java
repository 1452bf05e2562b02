package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Played.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A conversation's messages by their numbers, as one visitor got them. Used by one thread.
final class Inbox {
  private final Map<Integer, String> messages = new TreeMap<>();
  private final Map<Integer, Heard> answers = new TreeMap<>();
  private final List<String> troubles = new ArrayList<>();
  private int delivered;

  /// Keeps a `message`; it may come twice, but then it is the same.
  void message(JsonNode frame, long at) {
    int seq = frame.path("seq").asInt(0);
    String role = frame.path("from").path("role").asString("");
    String text = frame.path("text").asString("");
    String known = messages.putIfAbsent(seq, role + ":" + text);
    if (known != null && !known.equals(role + ":" + text)) {
      troubles.add("message " + seq + " came twice, and not the same");
    }
    if (role.equals("staff")) {
      answers.putIfAbsent(seq, new Heard(text, at));
    }
  }

  /// The desk has the visitor's lines up to this number.
  void delivered(int seq) {
    delivered = Math.max(delivered, seq);
  }

  /// Something came that must not come.
  void unexpected(String frame) {
    troubles.add("an unexpected frame: " + frame);
  }

  int delivered() {
    return delivered;
  }

  int size() {
    return messages.size();
  }

  /// The greatest number up to which nothing is missing.
  int known() {
    int seq = 0;
    while (messages.containsKey(seq + 1)) {
      seq++;
    }
    return seq;
  }

  /// The staff's messages, in order of their numbers.
  List<Heard> answers() {
    return List.copyOf(answers.values());
  }

  /// What must not happen, missing numbers among it.
  List<String> troubles() {
    List<String> all = new ArrayList<>(troubles);
    if (known() != messages.size()) {
      all.add("the messages' numbers have gaps");
    }
    return List.copyOf(all);
  }
}
