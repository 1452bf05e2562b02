package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.VisitorFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a member of staff did, as JSON and back: kept where its thread is not known yet.
public final class StaffEventCodec {
  private StaffEventCodec() {}

  /// The text of an event.
  public static String write(StaffEvent event) {
    ObjectNode node =
        switch (event) {
          case StaffEvent.Wrote wrote -> wrote(wrote);
          case StaffEvent.Edited edited ->
              about("edited", edited.post(), edited.message()).put("text", edited.text());
          case StaffEvent.Deleted deleted -> about("deleted", deleted.post(), deleted.message());
          case StaffEvent.Claimed _ -> named("claimed");
          case StaffEvent.ClosedIt _ -> named("closed");
          case StaffEvent.NothingOwed _ -> named("nothing-owed");
          case StaffEvent.TookIt _ -> named("took-it");
          case StaffEvent.Promised promised ->
              Json.put(named("promised"), "until", promised.until());
          case StaffEvent.HandedOver handed -> {
            ObjectNode body = named("handed-over");
            body.set("to", Parts.staff(handed.to()));
            yield body;
          }
          case StaffEvent.HandedOverToDesk handed ->
              Json.put(
                  named("handed-over-to-desk").put("name", handed.name()),
                  "desk",
                  handed.to().map(DeskRef::value));
          case StaffEvent.InEarlierThread earlier ->
              throw new IllegalArgumentException("known to its conversation already: " + earlier);
          case StaffEvent.Asked asked -> named("asked").put("question", Names.of(asked.question()));
          case StaffEvent.LeadDone _ -> named("lead-done");
        };
    Json.put(node, "at", event.at());
    node.set("staff", Parts.staff(event.staff()));
    return Json.document(node);
  }

  /// The event of a text.
  public static StaffEvent read(String text) {
    JsonNode node = Json.read(text);
    Instant at = Json.instant(node, "at");
    Staff staff = Parts.staff(Json.required(node, "staff"));
    String name = Json.text(node, "event");
    return switch (name) {
      case "wrote" ->
          new StaffEvent.Wrote(
              at,
              staff,
              post(node),
              Json.text(node, "text"),
              files(node),
              withheld(node),
              facts(node));
      case "edited" ->
          new StaffEvent.Edited(at, staff, post(node), message(node), Json.text(node, "text"));
      case "deleted" -> new StaffEvent.Deleted(at, staff, post(node), message(node));
      case "claimed" -> new StaffEvent.Claimed(at, staff);
      case "closed" -> new StaffEvent.ClosedIt(at, staff);
      case "nothing-owed" -> new StaffEvent.NothingOwed(at, staff);
      case "took-it" -> new StaffEvent.TookIt(at, staff);
      case "promised" -> new StaffEvent.Promised(at, staff, Json.instant(node, "until"));
      case "handed-over" ->
          new StaffEvent.HandedOver(at, staff, Parts.staff(Json.required(node, "to")));
      case "handed-over-to-desk" ->
          new StaffEvent.HandedOverToDesk(
              at,
              staff,
              Json.text(node, "name"),
              Json.optionalText(node, "desk").map(DeskRef::new));
      case "asked" ->
          new StaffEvent.Asked(
              at,
              staff,
              Names.find(StaffEvent.Question.values(), Names::of, Json.text(node, "question")));
      case "lead-done" -> new StaffEvent.LeadDone(at, staff);
      default -> throw Json.unknown("event", name);
    };
  }

  private static ObjectNode named(String name) {
    return Json.object().put("event", name);
  }

  private static ObjectNode wrote(StaffEvent.Wrote wrote) {
    ObjectNode node = named("wrote").put("post", wrote.post().value());
    node.put("text", wrote.text()).put("withheld", wrote.withheld());
    FilesJson.write(node, wrote.files());
    node.set("facts", Parts.facts(wrote.facts()));
    return node;
  }

  /// Before files could be passed on, their number stood where they stand now.
  private static List<SharedFile> files(JsonNode node) {
    return node.path("files").isNumber() ? List.of() : FilesJson.read(node);
  }

  private static int withheld(JsonNode node) {
    return Json.number(node, node.has("withheld") ? "withheld" : "files");
  }

  private static ObjectNode about(String name, PostRef post, Optional<Message> message) {
    ObjectNode node = named(name).put("post", post.value());
    message.ifPresent(present -> node.set("message", Parts.message(present)));
    return node;
  }

  private static PostRef post(JsonNode node) {
    return new PostRef(Json.text(node, "post"));
  }

  private static Optional<Message> message(JsonNode node) {
    return Json.optional(node, "message").map(Parts::message);
  }

  private static VisitorFacts facts(JsonNode node) {
    return Parts.facts(Json.required(node, "facts"));
  }
}
