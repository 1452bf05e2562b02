package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;

/// Tells the page what changed in Teams. Called under the world's lock.
record TeamsShow(ChangeListener page) {

  /// A post is new or looks different now.
  void post(TeamsConversation where, TeamsPost post) {
    var change = Json.object().put("type", "teams").put("what", "message");
    change.put("conversation", where.id()).set("message", post.shown(""));
    page.changed(change);
  }

  /// Channels, people or switches are different now.
  void state() {
    page.changed(Json.object().put("type", "teams").put("what", "state"));
  }

  /// Everything is different now.
  void reset() {
    page.changed(Json.object().put("type", "teams").put("what", "reset"));
  }

  /// Somebody's dialog opened, changed or closed.
  void dialog(String person) {
    page.changed(Json.object().put("type", "teams").put("what", "dialog").put("person", person));
  }
}
