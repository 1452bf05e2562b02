package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The modals that are open and the home tabs that are published. Guarded by the workspace.
final class Views {
  /// Slack stacks three.
  static final int MAX_STACK = 3;

  static final int MAX_VIEW_CHARACTERS = 250_000;
  static final int MAX_TITLE = 24;

  /// A trigger is good once, for three seconds.
  static final long TRIGGER_MILLIS = 3_000;

  static final int MAX_TRIGGERS = 1_000;

  private record Trigger(String user, long until) {}

  private final Map<String, Trigger> triggers = new HashMap<>();
  private final Map<String, List<ObjectNode>> stacks = new HashMap<>();
  private final Map<String, ObjectNode> homes = new HashMap<>();
  private final Workspace workspace;
  private final Names names;
  private final ChangeListener page;

  Views(Workspace workspace, Names names, ChangeListener page) {
    this.workspace = workspace;
    this.names = names;
    this.page = page;
  }

  void reset() {
    triggers.clear();
    stacks.clear();
    homes.clear();
  }

  String trigger(String user) {
    triggers.values().removeIf(trigger -> trigger.until() + TRIGGER_MILLIS < workspace.now());
    if (triggers.size() >= MAX_TRIGGERS) {
      triggers.clear();
    }
    String id = names.next("trigger.");
    triggers.put(id, new Trigger(user, workspace.now() + TRIGGER_MILLIS));
    return id;
  }

  /// Whose trigger it is; a trigger is gone once used.
  String redeem(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new Refusal("invalid_trigger_id");
    }
    if (trigger.until() < workspace.now()) {
      throw new Refusal("expired_trigger_id");
    }
    if (trigger.user().isEmpty()) {
      throw new Refusal("exchanged_trigger_id");
    }
    triggers.put(id, new Trigger("", trigger.until()));
    return trigger.user();
  }

  /// Shows a view on top of what the user has open; the first one must be alone.
  ObjectNode show(String user, JsonNode wish, boolean push) {
    List<ObjectNode> stack = stacks.computeIfAbsent(user, _ -> new ArrayList<>());
    if (!push) {
      stack.clear();
    }
    if (stack.size() >= MAX_STACK) {
      throw new Refusal("push_limit_reached");
    }
    ObjectNode view = made(wish, "modal");
    String root = stack.isEmpty() ? Json.text(view, "id") : Json.text(stack.getFirst(), "id");
    view.put("root_view_id", root);
    if (!stack.isEmpty()) {
      view.put("previous_view_id", Json.text(stack.getLast(), "id"));
    }
    stack.add(view);
    shown(user);
    return view;
  }

  /// Puts another content into a view; with a `hash`, only into the version that has it.
  ObjectNode update(String viewId, String externalId, String hash, JsonNode wish) {
    for (Map.Entry<String, List<ObjectNode>> entry : stacks.entrySet()) {
      for (ObjectNode view : entry.getValue()) {
        boolean same =
            viewId.isEmpty()
                ? !externalId.isEmpty() && Json.text(view, "external_id").equals(externalId)
                : Json.text(view, "id").equals(viewId);
        if (same) {
          replace(view, hash, wish);
          shown(entry.getKey());
          return view;
        }
      }
    }
    throw new Refusal("not_found");
  }

  private void replace(ObjectNode view, String hash, JsonNode wish) {
    if (!hash.isEmpty() && !hash.equals(Json.text(view, "hash"))) {
      throw new Refusal("hash_conflict");
    }
    ObjectNode fresh = made(wish, "modal");
    for (String kept : new String[] {"id", "root_view_id", "previous_view_id"}) {
      fresh.set(kept, view.path(kept).isMissingNode() ? null : view.path(kept));
    }
    view.setAll(fresh);
  }

  ObjectNode publish(String user, JsonNode wish) {
    ObjectNode view = made(wish, "home");
    homes.put(user, view);
    ObjectNode change = Json.object().put("type", "home").put("user", user);
    change.set("view", view.deepCopy());
    page.changed(change);
    return view;
  }

  private ObjectNode made(JsonNode wish, String type) {
    if (!Json.text(wish, "type").equals(type) || Json.write(wish).length() > MAX_VIEW_CHARACTERS) {
      throw new Refusal("invalid_arguments");
    }
    for (String name : List.of("title", "submit", "close")) {
      if (wish.path(name).path("text").asString("").length() > MAX_TITLE) {
        throw new Refusal("invalid_arguments");
      }
    }
    ObjectNode view = Json.object().put("id", names.next("V")).put("team_id", SandboxIds.TEAM);
    view.put("private_metadata", "").put("callback_id", "").put("external_id", "");
    view.putNull("submit").putNull("close").putNull("previous_view_id");
    view.put("clear_on_close", false).put("notify_on_close", false);
    view.set("state", Json.object().set("values", Json.object()));
    view.setAll((ObjectNode) wish.deepCopy());
    view.set("blocks", BlockRules.view(wish.path("blocks"), names));
    view.put("hash", names.next("")).put("app_id", SandboxIds.APP).put("bot_id", SandboxIds.BOT);
    return view.put("app_installed_team_id", SandboxIds.TEAM);
  }

  /// What the user has in front of them.
  Optional<ObjectNode> top(String user) {
    List<ObjectNode> stack = stacks.getOrDefault(user, List.of());
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
  }

  @Nullable ObjectNode home(String user) {
    return homes.get(user);
  }

  void pop(String user, boolean all) {
    List<ObjectNode> stack = stacks.getOrDefault(user, new ArrayList<>());
    if (!stack.isEmpty()) {
      stack.removeLast();
    }
    if (all) {
      stack.clear();
    }
    shown(user);
  }

  private void shown(String user) {
    ObjectNode change = Json.object().put("type", "view").put("user", user);
    Optional<ObjectNode> top = top(user);
    change.set("view", top.isPresent() ? top.get().deepCopy() : null);
    page.changed(change);
  }
}
