package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.Optional;

/// What a button of ours carries and brings back. It names no conversation: whoever presses may say
/// anything, so what they may do is decided by who they are, and where.
///
/// @param verb the name of a [io.threadbridge.bridge.port.Card.Deed], or [#REPLY]
/// @param desk whose card it is, also where the button stands in a personal chat
/// @param thread the card's thread; on a card that is not posted yet it is empty, and then the
///     activity that the button stands on is the thread
/// @param value what goes with the deed; empty where an input [#VALUE] or nothing does
record TeamsDeed(String verb, DeskRef desk, Optional<ThreadRef> thread, Optional<String> value) {
  /// The verb of the box on the card in which a reply can be written.
  static final String REPLY = "REPLY";

  /// The input of a menu: what was chosen or written in it.
  static final String VALUE = "value";

  /// The input of the reply box.
  static final String REPLY_INPUT = "reply";

  private static final String VERB = "verb";
  private static final String DESK = "desk";
  private static final String THREAD = "thread";
  private static final String FIXED = "fixed";

  /// The `data` of the action.
  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put(VERB, verb).put(DESK, desk.value());
    thread.ifPresent(known -> data.put(THREAD, known.value()));
    value.ifPresent(fixed -> data.put(FIXED, fixed));
    return data;
  }

  /// What came back; empty if it is not ours.
  static Optional<TeamsDeed> read(JsonNode data) {
    String verb = data.path(VERB).asText("");
    String desk = data.path(DESK).asText("");
    if (verb.isEmpty() || !desk.startsWith("teams:") || desk.indexOf('/') < 0) {
      return Optional.empty();
    }
    Optional<ThreadRef> thread = text(data, THREAD).map(ThreadRef::new);
    Optional<String> value = text(data, FIXED).or(() -> text(data, VALUE));
    return Optional.of(new TeamsDeed(verb, new DeskRef(desk), thread, value));
  }

  private static Optional<String> text(JsonNode data, String name) {
    return Optional.of(data.path(name).asText("")).filter(text -> !text.isBlank());
  }
}
