package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The rights of our bot's token. Guarded by the workspace.
public final class Scopes {
  static final List<String> ALL =
      List.of(
          "app_mentions:read",
          "channels:history",
          "channels:join",
          "channels:read",
          "chat:write",
          "chat:write.customize",
          "commands",
          "dnd:read",
          "emoji:read",
          "files:read",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:read",
          "im:write",
          "reactions:read",
          "reactions:write",
          "team:read",
          "usergroups:read",
          "users:read",
          "users:read.email",
          "users:write");

  private final Set<String> granted = new TreeSet<>(ALL);

  void reset() {
    granted.addAll(ALL);
  }

  void remove(Collection<String> scopes) {
    granted.removeAll(scopes);
  }

  void add(Collection<String> scopes) {
    granted.addAll(scopes);
  }

  boolean has(String scope) {
    return scope.isEmpty() || granted.contains(scope);
  }

  String provided() {
    return String.join(",", granted);
  }

  /// Refuses with what is needed and what there is, as Slack does.
  void require(String scope) {
    if (!has(scope)) {
      throw new Refusal(
          "missing_scope", Json.object().put("needed", scope).put("provided", provided()));
    }
  }
}
