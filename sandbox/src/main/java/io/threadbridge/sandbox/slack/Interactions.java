package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people click and command: told to the app, whose acknowledgement may say what to do next.
///
/// Each method waits for the app, at most three seconds, and so is called without the lock.
public final class Interactions {
  private final Workspace workspace;
  private final Payloads payloads;
  private final Views views;
  private final ResponseUrls responses;
  private final Deliveries deliveries;
  private final EventStream events;
  private final Names names;

  Interactions(
      Workspace workspace,
      Payloads payloads,
      Views views,
      ResponseUrls responses,
      Deliveries deliveries,
      EventStream events,
      Names names) {
    this.workspace = workspace;
    this.payloads = payloads;
    this.views = views;
    this.responses = responses;
    this.deliveries = deliveries;
    this.events = events;
    this.names = names;
  }

  /// Presses an element: `{"as","channel","ts","action_id","block_id"?,"value"?}`; without `ts`
  /// one of the modal on top, or of the home tab with `"home":true`.
  public ObjectNode press(JsonNode wish, String base) {
    CompletableFuture<JsonNode> reply;
    synchronized (workspace) {
      reply = ask(payloads.blockActions(wish, base));
    }
    return answer(reply);
  }

  /// Runs a shortcut: `{"as","callback_id","channel"?,"ts"?}`, on a message when `ts` is there.
  public ObjectNode shortcut(JsonNode wish, String base) {
    CompletableFuture<JsonNode> reply;
    synchronized (workspace) {
      reply = ask(payloads.shortcut(wish, base));
    }
    return answer(reply);
  }

  /// Runs a slash command: `{"as","channel","command","text"}`; the acknowledgement may carry a
  /// message.
  public ObjectNode command(JsonNode wish, String base) {
    CompletableFuture<JsonNode> reply;
    Channel channel;
    String user;
    synchronized (workspace) {
      ObjectNode payload = payloads.command(wish, base);
      channel = workspace.channel(Json.text(payload, "channel_id"));
      user = Json.text(payload, "user_id");
      reply = send(Envelope.Kind.COMMAND, payload);
    }
    ObjectNode answer = answer(reply);
    JsonNode response = answer.path("response");
    if (Json.has(response, "text") || response.has("blocks")) {
      synchronized (workspace) {
        responses.answer(channel, user, response);
      }
    }
    return answer;
  }

  /// Submits the modal on top: `{"as","values":{action_id: value}}`.
  public ObjectNode submit(JsonNode wish, String base) {
    CompletableFuture<JsonNode> reply;
    String user = Json.text(wish, "as");
    String viewId;
    synchronized (workspace) {
      ObjectNode payload = payloads.submission(wish, base);
      viewId = payload.path("view").path("id").asString("");
      reply = ask(payload);
    }
    ObjectNode answer = answer(reply);
    if (answer.path("ok").asBoolean(false)) {
      synchronized (workspace) {
        follow(user, viewId, answer.path("response"));
      }
    }
    return answer;
  }

  private void follow(String user, String viewId, JsonNode response) {
    switch (Json.text(response, "response_action")) {
      case "errors" -> {}
      case "update" -> views.update(viewId, "", "", response.path("view"));
      case "push" -> views.show(user, response.path("view"), true);
      case "clear" -> views.pop(user, true);
      default ->
          views
              .top(user)
              .filter(top -> Json.text(top, "id").equals(viewId))
              .ifPresent(_ -> views.pop(user, false));
    }
  }

  /// Closes the modal on top: `{"as"}`; the app hears of it when the view asked for that.
  public ObjectNode close(JsonNode wish) {
    String user = Json.text(wish, "as");
    synchronized (workspace) {
      ObjectNode top = views.top(user).orElseThrow(() -> new Refusal("view_not_found"));
      if (top.path("notify_on_close").asBoolean(false)) {
        // The modal is gone whatever the app says to it.
        CompletableFuture<JsonNode> _ = ask(payloads.closed(user, top));
      }
      views.pop(user, false);
    }
    return Json.object().put("ok", true);
  }

  /// Looks at the app's home tab: `{"as"}`.
  public ObjectNode openHome(JsonNode wish) {
    synchronized (workspace) {
      String user = workspace.person(Json.text(wish, "as")).id();
      ObjectNode event = Json.object().put("type", "app_home_opened").put("user", user);
      event.put("channel", workspace.direct(user).id()).put("tab", "home");
      ObjectNode view = views.home(user);
      if (view != null) {
        event.set("view", view.deepCopy());
      }
      events.tell(event.put("event_ts", workspace.direct(user).nextTs(workspace.now())));
      ObjectNode answer = Json.object().put("ok", true);
      answer.set("view", view == null ? null : view.deepCopy());
      return answer;
    }
  }

  private CompletableFuture<JsonNode> ask(ObjectNode payload) {
    return send(Envelope.Kind.INTERACTIVE, payload);
  }

  private CompletableFuture<JsonNode> send(Envelope.Kind kind, ObjectNode payload) {
    String id = names.next("env-");
    return deliveries.ask(new Envelope(events.nextNumber(), id, kind, payload, id));
  }

  private static ObjectNode answer(CompletableFuture<JsonNode> reply) {
    try {
      ObjectNode answer = Json.object().put("ok", true);
      JsonNode response = reply.get();
      answer.set("response", response.isMissingNode() ? Json.object() : response);
      return answer;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof Refusal refusal) {
        return refusal.answer();
      }
      throw new IllegalStateException("an acknowledgement can only come or not", refused);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Refusal("operation_timeout").answer();
    }
  }
}
