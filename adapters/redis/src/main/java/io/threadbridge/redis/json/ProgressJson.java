package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.Call;
import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Correction;
import io.threadbridge.bridge.conversation.Counts;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Mailing;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.Stays;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a conversation has come to, as JSON and back.
final class ProgressJson {
  private ProgressJson() {}

  static ObjectNode write(Progress progress) {
    ObjectNode node = Json.put(Json.object(), "begunAt", progress.begunAt());
    Json.put(node, "thread", progress.thread().map(ThreadRef::value));
    progress.claim().ifPresent(claim -> node.set("claim", claim(claim)));
    progress.formerClaimer().ifPresent(staff -> node.set("formerClaimer", Parts.staff(staff)));
    node.set("counts", counts(progress.counts()));
    node.set("verdict", verdict(progress.verdict()));
    progress.lead().ifPresent(lead -> node.set("lead", lead(lead)));
    node.set("mailing", mailing(progress.mailing()));
    node.set("calls", Json.array(progress.calls(), ProgressJson::call));
    node.set("early", Json.array(progress.early(), ProgressJson::correction));
    if (progress.stays().now().number() > 0) {
      node.set("stays", StaysJson.write(progress.stays()));
    }
    return Json.put(node, "lastMoment", progress.lastMoment());
  }

  /// @param opening of the same conversation: without stays it has never moved
  static Progress read(JsonNode node, Opening opening) {
    return new Progress(
        Json.instant(node, "begunAt"),
        Json.optionalText(node, "thread").map(ThreadRef::new),
        Json.optional(node, "claim").map(ProgressJson::claim),
        Json.optional(node, "formerClaimer").map(Parts::staff),
        counts(Json.required(node, "counts")),
        verdict(Json.required(node, "verdict")),
        Json.optional(node, "lead").map(ProgressJson::lead),
        mailing(Json.required(node, "mailing")),
        Json.list(node, "calls", ProgressJson::call),
        Json.list(node, "early", ProgressJson::correction),
        Json.optional(node, "stays")
            .map(StaysJson::read)
            .orElseGet(() -> Stays.at(opening.desk(), Json.instant(node, "begunAt"))),
        Json.instant(node, "lastMoment"));
  }

  private static ObjectNode counts(Counts counts) {
    ObjectNode node =
        Json.object()
            .put("lastSeq", counts.lastSeq())
            .put("lastStaffSeq", counts.lastStaffSeq())
            .put("revision", counts.revision())
            .put("delivered", counts.delivered())
            .put("seen", counts.seen())
            .put("holds", counts.holds());
    counts.lastStaffAt().ifPresent(at -> Json.put(node, "lastStaffAt", at));
    return node;
  }

  private static Counts counts(JsonNode node) {
    return new Counts(
        Json.number(node, "lastSeq"),
        Json.number(node, "lastStaffSeq"),
        Json.optionalInstant(node, "lastStaffAt"),
        Json.number(node, "revision"),
        Json.number(node, "delivered"),
        Json.number(node, "seen"),
        Json.number(node, "holds"));
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode node =
        Json.object().put("answered", verdict.answered()).put("missed", verdict.missed());
    verdict.rating().ifPresent(rating -> node.set("rating", rating(rating)));
    return node;
  }

  private static Verdict verdict(JsonNode node) {
    return new Verdict(
        Json.flag(node, "answered"),
        Json.flag(node, "missed"),
        Json.optional(node, "rating").map(ProgressJson::rating));
  }

  private static ObjectNode rating(Rating rating) {
    return Json.object().put("stars", rating.stars()).put("comment", rating.comment());
  }

  private static Rating rating(JsonNode node) {
    return new Rating(Json.number(node, "stars"), Json.text(node, "comment"));
  }

  private static ObjectNode lead(Lead lead) {
    ObjectNode node = Json.object().put("way", Names.of(lead.way()));
    return Json.put(Json.put(node, "contact", lead.contact()), "since", lead.since());
  }

  private static Lead lead(JsonNode node) {
    return new Lead(
        Names.find(Lead.Way.values(), Names::of, Json.text(node, "way")),
        Json.optionalText(node, "contact"),
        Json.instant(node, "since"));
  }

  private static ObjectNode mailing(Mailing mailing) {
    ObjectNode node = Json.put(Json.object(), "address", mailing.address());
    Json.put(node.put("stopped", mailing.stopped()), "lastAt", mailing.lastAt());
    return Json.put(node.put("upTo", mailing.upTo()), "dueAt", mailing.dueAt());
  }

  private static Mailing mailing(JsonNode node) {
    return new Mailing(
        Json.optionalText(node, "address"),
        Json.flag(node, "stopped"),
        Json.optionalInstant(node, "lastAt"),
        Json.number(node, "upTo"),
        Json.optionalInstant(node, "dueAt"));
  }

  private static JsonNode call(Call call) {
    ObjectNode node = Json.object().put("desk", call.desk().value());
    return Json.put(node, "post", call.post().map(PostRef::value));
  }

  private static Call call(JsonNode node) {
    return new Call(
        new DeskRef(Json.text(node, "desk")), Json.optionalText(node, "post").map(PostRef::new));
  }

  private static ObjectNode claim(Claim claim) {
    ObjectNode node = Json.object();
    node.set("by", Parts.staff(claim.by()));
    return Json.put(node, "at", claim.at());
  }

  private static Claim claim(JsonNode node) {
    return new Claim(Parts.staff(Json.required(node, "by")), Json.instant(node, "at"));
  }

  private static JsonNode correction(Correction correction) {
    ObjectNode node = Json.object().put("post", correction.post().value());
    return Json.put(node, "text", correction.text());
  }

  private static Correction correction(JsonNode node) {
    return new Correction(new PostRef(Json.text(node, "post")), Json.optionalText(node, "text"));
  }
}
