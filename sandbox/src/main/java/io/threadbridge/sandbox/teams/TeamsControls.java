package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a test, a load run or the page may turn in Teams.
///
/// Each method takes the control API's JSON and answers the settings that came of it.
public final class TeamsControls {
  private static final long MAX_MILLIS = 600_000;
  private static final int MAX_COUNT = 100;

  private final TeamsWorld world;
  private final Parts parts;
  private final TeamsShow show;

  /// The parts that can be turned.
  record Parts(
      TeamsFaults faults,
      TeamsLimits limits,
      TeamsCounters counters,
      Login login,
      BotKeys keys,
      Connector connector,
      BotDelivery bot,
      TeamEvents events,
      Dialogs dialogs,
      TeamsImages images,
      GraphPresence presence) {}

  TeamsControls(TeamsWorld world, Parts parts, ChangeListener page) {
    this.world = world;
    this.parts = parts;
    this.show = new TeamsShow(page);
  }

  /// `{"url"?,"answer_millis"?,"repeats"?,"duplicates"?,"parallel"?,"announce"?}`; `base` is
  /// where the bot finds the sandbox.
  public ObjectNode bot(JsonNode wish, String base) {
    if (wish.has("url")) {
      world.setBase(base);
      parts.bot().setEndpoint(Json.text(wish, "url"));
    }
    if (wish.has("answer_millis")) {
      long millis = wish.path("answer_millis").asLong(0);
      parts.bot().setAnswerMillis(Math.clamp(millis, 1, MAX_MILLIS));
    }
    if (wish.has("repeats")) {
      parts.bot().setRepeats(Math.clamp(wish.path("repeats").asInt(0), 0, MAX_COUNT));
    }
    if (wish.has("duplicates")) {
      parts.bot().setDuplicates(Math.clamp(wish.path("duplicates").asInt(0), 0, MAX_COUNT));
    }
    if (wish.has("parallel")) {
      parts.bot().setParallel(wish.path("parallel").asBoolean(false));
    }
    if (wish.path("announce").asBoolean(false)) {
      synchronized (world) {
        parts.events().announce();
      }
    }
    return settings();
  }

  /// Whether the bot may read every message of standard channels: `{"enabled"}`.
  public ObjectNode reading(JsonNode wish) {
    synchronized (world) {
      world.setReading(wish.path("enabled").asBoolean(true));
      show.state();
    }
    return settings();
  }

  /// `{"enabled"?,"count_updates"?,"strict"?}`; `strict` answers overlapping calls with 412.
  public ObjectNode limits(JsonNode wish) {
    parts.limits().set(wish);
    parts.connector().setStrict(wish.path("strict").asBoolean(parts.connector().isStrict()));
    return settings();
  }

  public ObjectNode fault(JsonNode wish) {
    parts.faults().plan(wish);
    return settings();
  }

  public ObjectNode clearFaults() {
    parts.faults().clear();
    return settings();
  }

  /// `{"revoke"?,"lifetime_seconds"?,"rotate"?}`: the bot's tokens, and the key of its callers.
  public ObjectNode tokens(JsonNode wish) {
    if (wish.path("revoke").asBoolean(false)) {
      parts.login().revoke();
    }
    if (wish.has("lifetime_seconds")) {
      long seconds = wish.path("lifetime_seconds").asLong(0);
      parts.login().setLifetime(Math.clamp(seconds, 1, 86_400));
    }
    if (wish.path("rotate").asBoolean(false)) {
      parts.keys().rotate();
    }
    return settings();
  }

  /// `{"user","availability"}`, or `{"granted":false}` to take the right away.
  public ObjectNode presence(JsonNode wish) {
    synchronized (world) {
      if (wish.has("granted")) {
        parts.presence().setGranted(wish.path("granted").asBoolean(true));
      }
      if (Json.has(wish, "user")) {
        TeamsPerson person =
            world
                .person(Json.text(wish, "user"))
                .orElseThrow(() -> new Refusal("person_not_found"));
        world.setPresence(person.id(), Json.text(wish, "availability"));
      }
      show.state();
    }
    return Json.object();
  }

  public ObjectNode counters() {
    return parts.counters().json().put("waiting", parts.bot().waiting());
  }

  public ObjectNode resetCounters() {
    parts.counters().reset();
    return counters();
  }

  /// Everything as at the start, but for the address of the bot and the keys.
  public ObjectNode reset() {
    synchronized (world) {
      world.reset();
      parts.dialogs().reset();
      parts.presence().setGranted(true);
      show.reset();
    }
    parts.images().reset();
    parts.faults().clear();
    parts.limits().reset();
    parts.connector().setStrict(false);
    parts.login().setLifetime(Login.LIFETIME);
    parts.bot().reset();
    parts.counters().reset();
    return settings();
  }

  /// Where the bot is, limits and faults as they stand.
  public ObjectNode settings() {
    ObjectNode settings = Json.object().put("service_url", world.serviceUrl());
    settings.set("bot", parts.bot().json());
    settings.set("limits", parts.limits().json().put("strict", parts.connector().isStrict()));
    settings.set("faults", parts.faults().json());
    synchronized (world) {
      return settings.put("rsc", world.isReading()).put("installed", world.isInTeam());
    }
  }
}
