package io.threadbridge.web.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the frames and bodies of the visitor protocol, field by field: what is not there is left
/// out.
public final class FrameWriter {
  private final JsonMapper json = JsonMapper.builder().build();

  /// One frame as a JSON object on one line.
  public String encode(FrameToVisitor frame) {
    return json.writeValueAsString(tree(frame));
  }

  /// The answer to a posted frame.
  public String frames(List<FrameToVisitor> frames) {
    ObjectNode body = object();
    ArrayNode list = body.putArray("frames");
    frames.forEach(frame -> list.add(tree(frame)));
    return json.writeValueAsString(body);
  }

  /// The answer to a wish for a conversation.
  public String opened(String conversation, String token) {
    return json.writeValueAsString(object().put("conversation", conversation).put("token", token));
  }

  /// The answer to a file that was sent.
  public String kept(FrameToVisitor.FileFacts file) {
    ObjectNode body = object();
    body.set("file", file(file));
    return json.writeValueAsString(body);
  }

  /// An error's body; `message` is for the person who builds a client.
  public String error(Reason reason, String message, Optional<Duration> retryAfter) {
    ObjectNode body = object().put("reason", reason.word()).put("message", message);
    retryAfter.ifPresent(wait -> body.put("retryAfter", seconds(wait)));
    return json.writeValueAsString(body);
  }

  /// What a client needs to know of a site before the first word.
  ///
  /// @param files whether visitors may send files
  public String site(
      String name,
      String title,
      List<String> languages,
      FrameToVisitor.Availability availability,
      boolean files) {
    ObjectNode body = object().put("site", name).put("title", title);
    ArrayNode list = body.putArray("languages");
    languages.forEach(list::add);
    put(body.putObject("availability"), availability);
    body.put("peek", false);
    body.put("files", files);
    body.putObject("texts");
    body.putObject("consent");
    return json.writeValueAsString(body);
  }

  /// Whole seconds, at least one, never shorter than the wait.
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private static ObjectNode tree(FrameToVisitor frame) {
    return switch (frame) {
      case FrameToVisitor.Welcome welcome ->
          frame("welcome")
              .put("conversation", welcome.conversation())
              .put("seq", welcome.seq())
              .put("peek", false);
      case FrameToVisitor.Pong _ -> frame("pong");
      case FrameToVisitor.Accepted accepted -> accepted(accepted);
      case FrameToVisitor.Refused refused -> refused(refused);
      case FrameToVisitor.Said said -> said(said);
      case FrameToVisitor.Edited edited ->
          numbered("edited", edited.seq()).put("text", edited.text());
      case FrameToVisitor.Deleted deleted -> numbered("deleted", deleted.seq());
      case FrameToVisitor.Delivered delivered -> numbered("delivered", delivered.seq());
      case FrameToVisitor.State state -> state(state);
      case FrameToVisitor.Availability availability -> put(frame("availability"), availability);
      case FrameToVisitor.Token token -> frame("token").put("token", token.token());
      case FrameToVisitor.Moved moved ->
          frame("moved").put("conversation", moved.conversation()).put("token", moved.token());
    };
  }

  private static ObjectNode accepted(FrameToVisitor.Accepted accepted) {
    ObjectNode tree = frame("accepted").put("id", accepted.id()).put("seq", accepted.seq());
    accepted.at().ifPresent(at -> tree.put("at", at.toString()));
    return tree;
  }

  private static ObjectNode refused(FrameToVisitor.Refused refused) {
    ObjectNode tree = frame("refused");
    refused.id().ifPresent(id -> tree.put("id", id));
    tree.put("reason", refused.reason().word());
    refused.retryAfter().ifPresent(wait -> tree.put("retryAfter", seconds(wait)));
    return tree;
  }

  private static ObjectNode said(FrameToVisitor.Said said) {
    ObjectNode tree = numbered("message", said.seq());
    said.id().ifPresent(id -> tree.put("id", id));
    ObjectNode from = tree.putObject("from").put("role", said.from().role());
    said.from().face().ifPresent(face -> put(from, face));
    tree.put("text", said.text()).put("at", said.at().toString());
    if (!said.files().isEmpty()) {
      ArrayNode files = tree.putArray("files");
      said.files().forEach(file -> files.add(file(file)));
    }
    if (said.edited()) {
      tree.put("edited", true);
    }
    if (said.deleted()) {
      tree.put("deleted", true);
    }
    return tree;
  }

  private static ObjectNode file(FrameToVisitor.FileFacts file) {
    return object()
        .put("id", file.id())
        .put("name", file.name())
        .put("type", file.type())
        .put("size", file.size());
  }

  private static ObjectNode state(FrameToVisitor.State state) {
    ObjectNode tree = frame("state").put("phase", state.phase());
    state.with().ifPresent(face -> put(tree.putObject("with"), face));
    state.until().ifPresent(until -> tree.put("until", until.toString()));
    putAll(tree, "choices", state.choices());
    putAll(tree, "told", state.told());
    if (state.rate()) {
      tree.put("rate", true);
    }
    return tree;
  }

  private static void putAll(ObjectNode tree, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = tree.putArray(name);
      texts.forEach(list::add);
    }
  }

  /// `open` says for clients that know no form what `mode` says.
  private static ObjectNode put(ObjectNode tree, FrameToVisitor.Availability availability) {
    tree.put("open", availability.mode().equals("chat")).put("mode", availability.mode());
    availability.opens().ifPresent(opens -> tree.put("opens", opens.toString()));
    return tree;
  }

  private static void put(ObjectNode tree, FrameToVisitor.Face face) {
    tree.put("name", face.name());
    face.photo().ifPresent(photo -> tree.put("photo", photo));
  }

  private static ObjectNode numbered(String type, int seq) {
    return frame(type).put("seq", seq);
  }

  private static ObjectNode frame(String type) {
    return object().put("type", type);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
