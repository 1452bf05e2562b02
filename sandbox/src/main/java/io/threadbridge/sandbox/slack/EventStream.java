package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Wraps what happened into Events API callbacks for our app. Guarded by the workspace.
///
/// Slack promises neither order nor once: on demand the next events come twice under new ids, or in
/// reverse.
final class EventStream {
  static final int MAX_HELD = 1_000;

  private final Workspace workspace;
  private final Names names;
  private final Deliveries deliveries;
  private final Scopes scopes;
  private final List<Runnable> held = new ArrayList<>();
  private long number;
  private int duplicate;
  private int reverse;

  EventStream(Workspace workspace, Names names, Deliveries deliveries, Scopes scopes) {
    this.workspace = workspace;
    this.names = names;
    this.deliveries = deliveries;
    this.scopes = scopes;
  }

  void reset() {
    held.clear();
    duplicate = 0;
    reverse = 0;
  }

  /// The next `count` events come twice, the second time under another event id.
  void duplicate(int count) {
    duplicate = Math.min(count, MAX_HELD);
  }

  /// The next `count` events are held until all have happened, then told last first.
  void reverse(int count) {
    reverse = Math.min(count, MAX_HELD);
  }

  long nextNumber() {
    return ++number;
  }

  /// Something happened in a channel: told when our bot is a member and may read there.
  void tell(Channel channel, String right, ObjectNode event) {
    if (channel.hasBot() && scopes.has(right)) {
      tell(event, channel.isExternal(), channel.id());
    }
  }

  /// Something happened that belongs to no channel.
  void tell(ObjectNode event) {
    tell(event, false, "workspace");
  }

  private void tell(ObjectNode event, boolean external, String lane) {
    release(callback(event, external), lane);
    if (duplicate > 0) {
      duplicate--;
      release(callback(event, external), lane);
    }
  }

  private void release(ObjectNode callback, String lane) {
    Runnable delivery =
        () ->
            deliveries.tell(
                new Envelope(
                    nextNumber(), names.next("env-"), Envelope.Kind.EVENT, callback, lane));
    if (reverse == 0) {
      delivery.run();
      return;
    }
    held.addFirst(delivery);
    if (held.size() >= reverse) {
      reverse = 0;
      held.forEach(Runnable::run);
      held.clear();
    }
  }

  private ObjectNode callback(ObjectNode event, boolean external) {
    ObjectNode callback = Json.object().put("token", "sandbox-verification-not-a-secret");
    callback.put("team_id", SandboxIds.TEAM).put("context_team_id", SandboxIds.TEAM);
    callback.putNull("context_enterprise_id").put("api_app_id", SandboxIds.APP);
    callback.set("event", event.deepCopy());
    callback.put("type", "event_callback").put("event_id", names.next("Ev"));
    callback.put("event_time", workspace.now() / 1_000);
    ObjectNode authorization = Json.object().putNull("enterprise_id");
    authorization.put("team_id", SandboxIds.TEAM).put("user_id", SandboxIds.BOT_USER);
    authorization.put("is_bot", true).put("is_enterprise_install", false);
    callback.putArray("authorizations").add(authorization);
    callback.put("is_ext_shared_channel", external);
    return callback.put("event_context", "4-sandbox-" + event.path("type").asString(""));
  }
}
