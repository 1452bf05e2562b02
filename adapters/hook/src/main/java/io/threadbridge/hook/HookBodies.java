package io.threadbridge.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.port.HookCall;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes calls as JSON. A repeat is written the same, byte by byte: nothing in it depends on the
/// moment of sending.
final class HookBodies {
  /// PagerDuty takes no longer summary.
  private static final int SUMMARY_MAX = 1_024;

  /// The most characters of a visitor's name in a summary.
  private static final int NAME_MAX = 100;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HookBodies() {}

  static byte[] of(HookCall call, HookTarget target, Optional<URI> link) {
    ObjectNode body =
        switch (target.format()) {
          case THREADBRIDGE -> own(call, link);
          case PAGERDUTY -> pagerDuty(call, target.secret(), link);
        };
    return body.toString().getBytes(UTF_8);
  }

  private static ObjectNode own(HookCall call, Optional<URI> link) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("event", "visitor.waiting")
            .put("id", call.id())
            .put("conversation", call.conversation().value())
            .put("site", call.site().value())
            .put("visitor", call.visitor())
            .put("waitingSince", call.since().toString());
    link.ifPresent(to -> body.put("link", to.toString()));
    return body;
  }

  /// Calls of one conversation are one incident: the key that tells them apart is its name.
  private static ObjectNode pagerDuty(HookCall call, String routingKey, Optional<URI> link) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("routing_key", routingKey)
            .put("event_action", "trigger")
            .put("dedup_key", call.conversation().value())
            .put("client", "Threadbridge");
    ObjectNode payload =
        body.putObject("payload")
            .put("summary", summary(call))
            .put("source", call.site().value())
            .put("severity", "critical")
            .put("timestamp", call.since().toString());
    payload
        .putObject("custom_details")
        .put("visitor", call.visitor())
        .put("waiting_since", call.since().toString());
    link.ifPresent(
        to ->
            body.putArray("links")
                .addObject()
                .put("href", to.toString())
                .put("text", "The conversation's desk"));
    return body;
  }

  private static String summary(HookCall call) {
    String visitor = first(call.visitor(), NAME_MAX);
    String site = call.site().value();
    return first(visitor + " is waiting on " + site + " and nobody has answered", SUMMARY_MAX);
  }

  private static String first(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
