package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.Care;
import io.threadbridge.bridge.conversation.Deferral;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.QuietEnding;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.Wait;
import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The clocks of the states as JSON, and back.
final class ClocksJson {
  private ClocksJson() {}

  static ObjectNode write(Wait clock) {
    ObjectNode node = Json.put(Json.object(), "since", clock.since());
    node.put("column", Names.of(clock.column()));
    Json.put(node, "from", clock.from()).put("stepsDone", clock.stepsDone());
    Json.put(node, "stepAt", clock.stepAt());
    Json.put(Json.put(node, "abandonAt", clock.abandonAt()), "lookAt", clock.lookAt());
    node.set("care", care(clock.care()));
    return node;
  }

  static Wait wait(JsonNode state) {
    JsonNode node = Json.required(state, "clock");
    return new Wait(
        Json.instant(node, "since"),
        Names.find(StaffClock.Column.values(), Names::of, Json.text(node, "column")),
        Json.instant(node, "from"),
        Json.number(node, "stepsDone"),
        Json.optionalInstant(node, "stepAt"),
        Json.instant(node, "abandonAt"),
        Json.instant(node, "lookAt"),
        care(Json.required(node, "care")));
  }

  private static ObjectNode care(Care care) {
    ObjectNode node = Json.object().put("holds", care.holds());
    node.put("choiceOffered", care.choiceOffered());
    node.set("told", Json.array(care.told(), Parts::staff));
    node.set("toldAt", Json.array(care.toldAt(), at -> StringNode.valueOf(at.toString())));
    Json.put(node, "lifeAt", care.lifeAt());
    return node.put("opener", Names.of(care.opener()));
  }

  private static Care care(JsonNode node) {
    return new Care(
        Json.number(node, "holds"),
        Json.flag(node, "choiceOffered"),
        Json.list(node, "told", Parts::staff),
        Names.find(Opener.values(), Names::of, Json.text(node, "opener")),
        node.has("toldAt") ? Json.list(node, "toldAt", ClocksJson::moment) : List.of(),
        Json.optionalInstant(node, "lifeAt"));
  }

  private static Instant moment(JsonNode node) {
    return Instant.parse(node.stringValue());
  }

  static ObjectNode write(Promise promise) {
    ObjectNode node = Json.object();
    node.set("owner", Parts.staff(promise.owner()));
    Json.put(Json.put(node, "since", promise.since()), "until", promise.until());
    Json.put(node, "lateAt", promise.lateAt());
    node.put("reminded", promise.reminded()).put("replied", promise.replied());
    return Json.put(node, "replyAt", promise.replyAt());
  }

  static Promise promise(JsonNode state) {
    JsonNode node = Json.required(state, "promise");
    return new Promise(
        Parts.staff(Json.required(node, "owner")),
        Json.instant(node, "since"),
        Json.instant(node, "until"),
        Json.instant(node, "lateAt"),
        Json.flag(node, "reminded"),
        Json.flag(node, "replied"),
        Json.optionalInstant(node, "replyAt"));
  }

  static ObjectNode write(Deferral deferral) {
    return Json.put(Json.put(Json.object(), "since", deferral.since()), "until", deferral.until());
  }

  static Deferral deferral(JsonNode state) {
    JsonNode node = Json.required(state, "deferral");
    return new Deferral(Json.instant(node, "since"), Json.instant(node, "until"));
  }

  static ObjectNode write(Silence silence) {
    ObjectNode node = Json.put(Json.object(), "since", silence.since());
    node.put("next", Names.of(silence.next()));
    Json.put(Json.put(node, "from", silence.from()), "dueAt", silence.dueAt());
    Json.put(node.put("goneTold", silence.goneTold()), "promisedUntil", silence.promisedUntil());
    return Json.put(node, "lookAt", silence.lookAt());
  }

  static Silence silence(JsonNode state) {
    JsonNode node = Json.required(state, "silence");
    return new Silence(
        Json.instant(node, "since"),
        Names.find(Silence.Step.values(), Names::of, Json.text(node, "next")),
        Json.instant(node, "from"),
        Json.instant(node, "dueAt"),
        Json.flag(node, "goneTold"),
        Json.optionalInstant(node, "promisedUntil"),
        Json.optionalInstant(node, "lookAt"));
  }

  static ObjectNode write(QuietEnding ending) {
    ObjectNode node = Json.object().put("kind", Names.of(ending.kind()));
    return Json.put(Json.put(node, "from", ending.from()), "dueAt", ending.dueAt());
  }

  static QuietEnding ending(JsonNode state) {
    JsonNode node = Json.required(state, "ending");
    return new QuietEnding(
        Names.find(ClosingKind.values(), Names::of, Json.text(node, "kind")),
        Json.instant(node, "from"),
        Json.instant(node, "dueAt"));
  }
}
