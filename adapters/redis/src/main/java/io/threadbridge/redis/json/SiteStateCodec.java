package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.Attendance;
import io.threadbridge.bridge.site.Comments;
import io.threadbridge.bridge.site.Crowd;
import io.threadbridge.bridge.site.Digests;
import io.threadbridge.bridge.site.FirstAnswers;
import io.threadbridge.bridge.site.FormReason;
import io.threadbridge.bridge.site.Leads;
import io.threadbridge.bridge.site.Overrule;
import io.threadbridge.bridge.site.SiteMode;
import io.threadbridge.bridge.site.SiteState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A site's value as JSON, and back.
public final class SiteStateCodec {
  /// What an older document says of the digests: nothing.
  private static final Digests NO_DIGESTS = new Digests(Optional.empty(), Optional.empty());

  private SiteStateCodec() {}

  /// The text of a site's value.
  public static String write(SiteState state) {
    ObjectNode node = Json.object().put("name", state.name().value());
    Json.put(node, "at", state.at());
    node.set("mode", mode(state.mode()));
    state.overrule().ifPresent(word -> node.set("overrule", overrule(word)));
    node.set("waiting", moments(state.crowd().waiting()));
    node.set("missed", moments(state.crowd().missed()));
    node.set("team", TeamJson.write(state.team()));
    node.set("answers", answers(state.answers()));
    node.set("leads", moments(state.leads().open()));
    node.set("comments", moments(state.comments().given()));
    node.set("digests", digests(state.digests()));
    node.set("words", SiteWordsJson.write(state.words()));
    node.set("attendance", AttendanceJson.write(state.attendance()));
    return Json.document(node);
  }

  /// The value of a text.
  public static SiteState read(String text) {
    JsonNode node = Json.read(text);
    return new SiteState(
        new SiteName(Json.text(node, "name")),
        Json.instant(node, "at"),
        mode(Json.required(node, "mode")),
        Json.optional(node, "overrule").map(SiteStateCodec::overrule),
        new Crowd(moments(node, "waiting"), moments(node, "missed")),
        TeamJson.read(Json.required(node, "team")),
        answers(Json.required(node, "answers")),
        new Leads(node.has("leads") ? moments(node, "leads") : Map.of()),
        new Comments(node.has("comments") ? moments(node, "comments") : Map.of()),
        Json.optional(node, "digests").map(SiteStateCodec::digests).orElse(NO_DIGESTS),
        SiteWordsJson.read(Json.required(node, "words")),
        Json.optional(node, "attendance").map(AttendanceJson::read).orElse(Attendance.NONE));
  }

  private static ObjectNode mode(SiteMode mode) {
    return switch (mode) {
      case SiteMode.Chat() -> Json.object().put("mode", "chat");
      case SiteMode.Form(FormReason reason, Instant since, Optional<Instant> gone) -> {
        ObjectNode node = Json.object().put("mode", "form").put("reason", Names.of(reason));
        yield Json.put(Json.put(node, "since", since), "goneSince", gone);
      }
    };
  }

  private static SiteMode mode(JsonNode node) {
    String mode = Json.text(node, "mode");
    return switch (mode) {
      case "chat" -> new SiteMode.Chat();
      case "form" ->
          new SiteMode.Form(
              Names.find(FormReason.values(), Names::of, Json.text(node, "reason")),
              Json.instant(node, "since"),
              Json.optionalInstant(node, "goneSince"));
      default -> throw Json.unknown("mode", mode);
    };
  }

  private static ObjectNode overrule(Overrule overrule) {
    ObjectNode node = Json.object().put("form", overrule.form());
    node.set("by", Parts.staff(overrule.by()));
    return Json.put(node, "until", overrule.until());
  }

  private static Overrule overrule(JsonNode node) {
    return new Overrule(
        Json.flag(node, "form"),
        Parts.staff(Json.required(node, "by")),
        Json.instant(node, "until"));
  }

  private static ObjectNode digests(Digests digests) {
    ObjectNode node = Json.object();
    digests.day().ifPresent(day -> node.put("day", day.toString()));
    digests.week().ifPresent(week -> node.put("week", week.toString()));
    return node;
  }

  private static Digests digests(JsonNode node) {
    return new Digests(date(node, "day"), date(node, "week"));
  }

  private static Optional<LocalDate> date(JsonNode node, String name) {
    return Json.optional(node, name).map(JsonNode::stringValue).map(LocalDate::parse);
  }

  private static ObjectNode moments(Map<ConversationId, Instant> moments) {
    ObjectNode node = Json.object();
    moments.forEach((id, moment) -> Json.put(node, id.value(), moment));
    return node;
  }

  private static Map<ConversationId, Instant> moments(JsonNode node, String name) {
    Map<ConversationId, Instant> moments = new LinkedHashMap<>();
    Json.required(node, name)
        .propertyStream()
        .forEach(
            entry ->
                moments.put(
                    new ConversationId(entry.getKey()),
                    Instant.parse(entry.getValue().stringValue())));
    return moments;
  }

  /// Moment (seconds since 1970) and length (seconds) in turns: there may be thousands.
  private static ArrayNode answers(FirstAnswers answers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    answers.all().forEach(one -> array.add(one.at().getEpochSecond()).add(one.seconds()));
    return array;
  }

  private static FirstAnswers answers(JsonNode array) {
    List<FirstAnswers.Answer> all = new ArrayList<>();
    for (int place = 0; place + 1 < array.size(); place += 2) {
      Instant at = Instant.ofEpochSecond(array.get(place).longValue());
      all.add(new FirstAnswers.Answer(at, array.get(place + 1).intValue()));
    }
    return new FirstAnswers(all);
  }
}
