package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a test, a load run or the page may turn: rates, faults, rights, events, sockets.
///
/// Each method takes the control API's JSON and answers the state that came of it.
public final class Controls {
  private static final long MAX_MILLIS = 3_600_000;

  private final Workspace workspace;
  private final Parts parts;
  private final ChangeListener page;

  /// The parts that can be turned.
  record Parts(
      RateLimits rates,
      Faults faults,
      Scopes scopes,
      Counters counters,
      Posts posts,
      EventStream events,
      Deliveries deliveries,
      SocketMode sockets,
      HttpEvents http,
      AutoAnswer autoAnswer,
      Views views,
      Files files,
      ResponseUrls responses) {}

  Controls(Workspace workspace, Parts parts, ChangeListener page) {
    this.workspace = workspace;
    this.parts = parts;
    this.page = page;
  }

  public ObjectNode rates(JsonNode wish) {
    parts.rates().set(wish);
    return parts.rates().json();
  }

  public ObjectNode fault(JsonNode wish) {
    parts.faults().plan(wish);
    return settings();
  }

  public ObjectNode clearFaults() {
    parts.faults().clear();
    return settings();
  }

  /// Takes rights away and gives them: `{"remove":[…]}`, `{"add":[…]}`, or both.
  public ObjectNode scopes(JsonNode wish) {
    synchronized (workspace) {
      parts.scopes().remove(strings(wish.path("remove")));
      parts.scopes().add(strings(wish.path("add")));
      return Json.object().put("provided", parts.scopes().provided());
    }
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(node -> node.asString("")).toList();
  }

  /// Changes a channel: `{"channel","bot"?: in or out,"joins"?,"leaves"?: a user,"archived"?,
  /// "name"?}`; a `name` makes the channel when it is new.
  public ObjectNode channel(JsonNode wish) {
    synchronized (workspace) {
      String id = Json.text(wish, "channel");
      Channel channel =
          Json.has(wish, "name")
              ? workspace.open(id, Json.text(wish, "name"))
              : workspace.channel(id);
      if (wish.has("bot")) {
        membership(channel, SandboxIds.BOT_USER, wish.path("bot").asBoolean(true));
      }
      if (Json.has(wish, "joins")) {
        membership(channel, workspace.person(Json.text(wish, "joins")).id(), true);
      }
      if (Json.has(wish, "leaves")) {
        membership(channel, workspace.person(Json.text(wish, "leaves")).id(), false);
      }
      if (wish.has("archived")) {
        channel.archive(wish.path("archived").asBoolean(false));
        String type = channel.isArchived() ? "channel_archive" : "channel_unarchive";
        parts.posts().channelEvent(channel, type, SandboxIds.OLENA);
      }
      page.changed(Json.object().put("type", "state"));
      return channel.json();
    }
  }

  private void membership(Channel channel, String user, boolean in) {
    if (in && channel.members().add(user)) {
      parts.posts().channelEvent(channel, "member_joined_channel", user);
    } else if (!in && channel.members().contains(user)) {
      parts.posts().channelEvent(channel, "member_left_channel", user);
      channel.members().remove(user);
    }
  }

  /// Sets who is at work: `{"user","presence":"active|away"}`.
  public ObjectNode presence(JsonNode wish) {
    synchronized (workspace) {
      String user = Json.text(wish, "user");
      workspace.setAway(user, Json.text(wish, "presence").equals("away"));
      page.changed(Json.object().put("type", "state"));
      return Json.object().put("away", workspace.isAway(user));
    }
  }

  /// Disconnects the sockets: `{"reason"?,"close_after_millis"?}`; an empty reason cuts without a
  /// word.
  public ObjectNode disconnect(JsonNode wish) {
    long after = Math.clamp(wish.path("close_after_millis").asLong(0), 0, MAX_MILLIS);
    parts.sockets().disconnect(Json.text(wish, "reason"), after);
    return parts.deliveries().json();
  }

  /// Changes how events reach the app; what is absent stays, but `duplicate`, `reverse` and
  /// `noise`.
  ///
  /// `{"request_url"?,"verify"?,"duplicate"?,"reverse"?,"noise"?,"ack_millis"?,"retry_millis"?}`
  public ObjectNode events(JsonNode wish) {
    if (wish.has("request_url")) {
      requestUrl(Json.text(wish, "request_url"), wish.path("verify").asBoolean(false));
    }
    if (wish.has("ack_millis")) {
      parts.deliveries().setAckMillis(Math.clamp(wish.path("ack_millis").asLong(0), 1, MAX_MILLIS));
    }
    if (wish.path("retry_millis").isArray()) {
      parts
          .http()
          .setRetryMillis(
              wish.path("retry_millis").valueStream().map(each -> each.asLong(0)).toList());
    }
    synchronized (workspace) {
      parts.events().duplicate(wish.path("duplicate").asInt(0));
      parts.events().reverse(wish.path("reverse").asInt(0));
      parts.posts().setNoise(wish.path("noise").asBoolean(false));
    }
    return parts.deliveries().json();
  }

  private void requestUrl(String url, boolean verify) {
    if (!url.isEmpty() && !isLoopback(url)) {
      throw new Refusal("request_url_not_loopback");
    }
    if (verify && !parts.http().verifies(url, Deliveries.ACK_MILLIS)) {
      throw new Refusal("request_url_not_verified");
    }
    parts.deliveries().setRequestUrl(url);
  }

  private static boolean isLoopback(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  public ObjectNode autoAnswer(JsonNode wish) {
    synchronized (workspace) {
      parts.autoAnswer().set(wish);
    }
    return settings();
  }

  public ObjectNode counters() {
    return parts.counters().json().put("waiting", parts.deliveries().waitingCount());
  }

  public ObjectNode resetCounters() {
    parts.counters().reset();
    return counters();
  }

  /// Everything as at the start; open sockets stay open.
  public ObjectNode reset() {
    synchronized (workspace) {
      workspace.reset();
      parts.rates().reset();
      parts.faults().clear();
      parts.scopes().reset();
      parts.counters().reset();
      parts.events().reset();
      parts.posts().setNoise(false);
      parts.deliveries().reset();
      parts.http().setRetryMillis(HttpEvents.RETRY_MILLIS);
      parts.autoAnswer().reset();
      parts.views().reset();
      parts.files().reset();
      parts.responses().reset();
      page.changed(Json.object().put("type", "reset"));
    }
    return settings();
  }

  /// Rates, faults, scopes and deliveries as they stand.
  public ObjectNode settings() {
    ObjectNode settings = Json.object();
    settings.set("rates", parts.rates().json());
    settings.set("faults", parts.faults().json());
    settings.set("deliveries", parts.deliveries().json());
    synchronized (workspace) {
      return settings.put("scopes", parts.scopes().provided());
    }
  }
}
