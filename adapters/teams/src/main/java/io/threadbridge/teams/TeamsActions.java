package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Card.Option;
import io.threadbridge.teams.TeamsWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws what can be done. Everything is an `Action.Execute`, which is answered at once, with an
/// `Action.Submit` for clients that do not know it.
///
/// @param desk whose card it is
/// @param thread the card's thread, once it is posted
record TeamsActions(DeskRef desk, Optional<ThreadRef> thread, TeamsWords words) {
  /// The value of the last choice of [Deed#BACK_IN], which opens a dialog.
  static final String OTHER = "other";

  /// Teams shows so many buttons; those behind stand in the menu of three dots.
  static final int SHOWN_MAX = 6;

  /// The people of the channel, as Teams itself offers them; their values are Entra object ids.
  private static final String PEOPLE_HERE = "graph.microsoft.com/users?scope=currentContext";

  private static final int QUESTION_MAX = 300;

  /// The buttons under a card.
  List<ObjectNode> buttons(List<Action> actions) {
    List<ObjectNode> drawn = new ArrayList<>();
    for (Action action : actions) {
      ObjectNode button = button(action);
      if (drawn.size() >= SHOWN_MAX) {
        button.put("mode", "secondary");
      }
      drawn.add(button);
    }
    return drawn;
  }

  private ObjectNode button(Action action) {
    return switch (action.ask()) {
      case Ask.Nothing _ -> styled(execute(action, Optional.empty()), action.primary());
      case Ask.Value(String value) -> styled(execute(action, Optional.of(value)), action.primary());
      case Ask.Sure _ -> toggle(action.deed(), action.label());
      case Ask.OneOf(List<Option> options) ->
          behind(action, List.of(), choices(action.deed(), options));
      case Ask.Person _ -> behind(action, List.of(people()), List.of(picked(action)));
    };
  }

  /// The questions that are shown in the card when their button is pressed.
  List<ObjectNode> questions(List<Action> actions) {
    return actions.stream()
        .filter(action -> action.ask() instanceof Ask.Sure)
        .map(action -> question(action, (Ask.Sure) action.ask()))
        .toList();
  }

  /// Hidden until it is asked for. No card of its own (`Action.ShowCard`): nothing in such a card
  /// can close it again, so *no* would have no button.
  private ObjectNode question(Action action, Ask.Sure sure) {
    ObjectNode row = CardParts.element("ActionSet");
    row.putArray("actions")
        .add(pressed(action.deed().name(), sure.yes(), "none"))
        .add(toggle(action.deed(), sure.no()));
    ObjectNode asked =
        CardParts.line(TeamsText.cut(sure.question(), QUESTION_MAX), CardParts.Look.PLAIN);
    return CardParts.field("emphasis", List.of(asked, row))
        .put("id", questionOf(action.deed()))
        .put("isVisible", false);
  }

  private static ObjectNode toggle(Deed deed, String title) {
    ObjectNode toggle = CardParts.element("Action.ToggleVisibility").put("title", label(title));
    toggle.putArray("targetElements").add(questionOf(deed));
    return toggle;
  }

  private static String questionOf(Deed deed) {
    return "sure-" + deed.name();
  }

  /// One button a choice: one press, as in a menu.
  private List<ObjectNode> choices(Deed deed, List<Option> options) {
    Stream<ObjectNode> given =
        options.stream().limit(Ask.OPTIONS_MAX).map(option -> choice(deed, option));
    return Stream.concat(given, other(deed).stream()).toList();
  }

  private ObjectNode choice(Deed deed, Option option) {
    return execute(new Action(deed, option.label(), false), Optional.of(option.value()));
  }

  /// Opens a dialog, which only an `Action.Submit` can.
  private Optional<ObjectNode> other(Deed deed) {
    if (deed != Deed.BACK_IN) {
      return Optional.empty();
    }
    ObjectNode data = data(deed.name(), Optional.of(OTHER));
    data.putObject("msteams").put("type", "task/fetch");
    ObjectNode other = CardParts.element("Action.Submit").put("title", words.of(Word.OTHER));
    other.put("associatedInputs", "none").set("data", data);
    return Optional.of(other);
  }

  private ObjectNode people() {
    ObjectNode input = CardParts.element("Input.ChoiceSet").put("id", TeamsDeed.VALUE);
    input.put("isRequired", true).put("errorMessage", words.of(Word.WHOM));
    input.put("label", words.of(Word.WHOM));
    input.putArray("choices");
    input.putObject("choices.data").put("type", "Data.Query").put("dataset", PEOPLE_HERE);
    return input;
  }

  private ObjectNode picked(Action action) {
    ObjectNode pick = execute(action, Optional.empty());
    pick.put("associatedInputs", "auto");
    ((ObjectNode) pick.path("fallback")).put("associatedInputs", "auto");
    return pick;
  }

  private static ObjectNode behind(Action action, List<ObjectNode> body, List<ObjectNode> actions) {
    ObjectNode card = CardParts.element("AdaptiveCard");
    card.putArray("body").addAll(body);
    card.putArray("actions").addAll(actions);
    ObjectNode show = CardParts.element("Action.ShowCard").put("title", label(action.label()));
    show.set("card", card);
    return show;
  }

  /// The box in which a reply can be written where replies in the thread are not heard.
  List<ObjectNode> replyBox() {
    ObjectNode input = CardParts.element("Input.Text").put("id", TeamsDeed.REPLY_INPUT);
    input.put("isMultiline", true).put("placeholder", words.of(Word.REPLY_HINT));
    // What is longer does not reach the visitor, and is better not taken.
    input.put("separator", true).put("maxLength", Policy.TEXT_MAX);
    ObjectNode row = CardParts.element("ActionSet");
    row.putArray("actions").add(pressed(TeamsDeed.REPLY, words.of(Word.REPLY), "auto"));
    return List.of(input, row);
  }

  private ObjectNode execute(Action action, Optional<String> value) {
    return execute(action.deed().name(), action.label(), value, "none");
  }

  private ObjectNode pressed(String verb, String title, String inputs) {
    return execute(verb, title, Optional.empty(), inputs);
  }

  private ObjectNode execute(String verb, String title, Optional<String> value, String inputs) {
    ObjectNode execute = CardParts.element("Action.Execute").put("verb", verb);
    execute.put("title", label(title)).put("associatedInputs", inputs);
    execute.set("data", data(verb, value));
    ObjectNode submit = CardParts.element("Action.Submit").put("title", label(title));
    submit.put("associatedInputs", inputs).set("data", data(verb, value));
    execute.set("fallback", submit);
    return execute;
  }

  private ObjectNode data(String verb, Optional<String> value) {
    return new TeamsDeed(verb, desk, thread, value).data();
  }

  private static ObjectNode styled(ObjectNode button, boolean primary) {
    if (primary) {
      button.put("style", "positive");
    }
    return button;
  }

  private static String label(String label) {
    return TeamsText.cut(TeamsText.plain(label), TeamsText.BUTTON_MAX);
  }
}
