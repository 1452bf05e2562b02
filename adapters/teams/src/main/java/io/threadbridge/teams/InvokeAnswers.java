package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.teams.InboundWords.Word;
import java.util.Optional;

/// The bodies of the answers to presses and dialogs. A card is not sent back with them: what
/// everybody sees is written anew in its place.
final class InvokeAnswers {
  /// The longest answer to the dialog's question, in characters.
  static final int ANSWER_MAX = 40;

  private static final String CARD = "application/vnd.microsoft.card.adaptive";
  private static final int DIALOG_WIDTH = 420;
  private static final int DIALOG_HEIGHT = 240;

  private final InboundWords words;

  InvokeAnswers(InboundWords words) {
    this.words = words;
  }

  /// It was taken in; `said` is shown to who pressed.
  static ObjectNode taken(String said) {
    return object()
        .put("statusCode", 200)
        .put("type", "application/vnd.microsoft.activity.message")
        .put("value", said);
  }

  /// Nothing came of it, and pressing again changes nothing.
  static ObjectNode refused(String why) {
    return error(400, "BadRequest", why);
  }

  /// Something of ours is away, or slow.
  static ObjectNode failed(String why) {
    return error(500, "InternalServerError", why);
  }

  private static ObjectNode error(int status, String code, String why) {
    ObjectNode answer = object().put("statusCode", status);
    answer.put("type", "application/vnd.microsoft.error");
    answer.putObject("value").put("code", code).put("message", why);
    return answer;
  }

  /// The dialog that asks for how long somebody is away; `wrong` stands above the question.
  ObjectNode asksHowLong(DeskRef desk, ThreadRef thread, Optional<Word> wrong) {
    ObjectNode answer = object();
    ObjectNode task = answer.putObject("task").put("type", "continue");
    ObjectNode value = task.putObject("value");
    value.put("title", words.of(desk, Word.BACK_TITLE));
    value.put("width", DIALOG_WIDTH).put("height", DIALOG_HEIGHT);
    value.putObject("card").put("contentType", CARD).set("content", question(desk, thread, wrong));
    return answer;
  }

  /// The dialog closes, with something to read in its place where there is something to say.
  static ObjectNode closes(String said) {
    ObjectNode answer = object();
    if (!said.isEmpty()) {
      answer.putObject("task").put("type", "message").put("value", said);
    }
    return answer;
  }

  private ObjectNode question(DeskRef desk, ThreadRef thread, Optional<Word> wrong) {
    ObjectNode card = object().put("type", "AdaptiveCard").put("version", "1.5");
    var body = card.putArray("body");
    wrong.ifPresent(
        word ->
            body.addObject()
                .put("type", "TextBlock")
                .put("text", words.of(desk, word))
                .put("color", "Attention")
                .put("wrap", true));
    body.addObject()
        .put("type", "Input.Text")
        .put("id", TeamsDeed.VALUE)
        .put("label", words.of(desk, Word.BACK_QUESTION))
        .put("maxLength", ANSWER_MAX);
    body.addObject()
        .put("type", "TextBlock")
        .put("text", words.of(desk, Word.BACK_HINT))
        .put("isSubtle", true)
        .put("wrap", true);
    TeamsDeed deed =
        new TeamsDeed(Deed.BACK_IN.name(), desk, Optional.of(thread), Optional.empty());
    card.putArray("actions")
        .addObject()
        .put("type", "Action.Submit")
        .put("title", words.of(desk, Word.BACK_SUBMIT))
        .set("data", deed.data());
    return card;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
