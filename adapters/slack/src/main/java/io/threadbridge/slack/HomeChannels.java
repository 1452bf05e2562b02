package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// In which channels somebody is together with us. Slack tells a private one only where we are in
/// it too, and it is asked each time: who has left a channel a moment ago reads nothing of it.
final class HomeChannels {
  /// Of somebody's channels these are looked at, at most.
  static final int CHANNELS_MAX = 1_000;

  private static final int PAGE_SIZE = 200;

  private final SlackCalls calls;

  HomeChannels(SlackCalls calls) {
    this.calls = calls;
  }

  /// The ids of the channels; empty if Slack does not say.
  Optional<Set<String>> of(String user) {
    Map<String, String> question = new HashMap<>();
    question.put("user", user);
    question.put("types", "public_channel,private_channel");
    question.put("exclude_archived", "true");
    question.put("limit", Integer.toString(PAGE_SIZE));
    Set<String> channels = new HashSet<>();
    for (int asked = 0; asked < CHANNELS_MAX; asked += PAGE_SIZE) {
      if (!(calls.read("users.conversations", question)
          instanceof SlackReply.Fine<JsonObject>(JsonObject answer))) {
        return Optional.empty();
      }
      SlackJson.objects(answer, "channels").forEach(c -> channels.add(SlackJson.text(c, "id")));
      String next = SlackJson.text(SlackJson.object(answer, "response_metadata"), "next_cursor");
      if (next.isEmpty()) {
        break;
      }
      question.put("cursor", next);
    }
    return Optional.of(Set.copyOf(channels));
  }
}
