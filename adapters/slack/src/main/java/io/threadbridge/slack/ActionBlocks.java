package io.threadbridge.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Card.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws what can be done: buttons and menus, in even rows.
///
/// No block has an id of ours: Slack makes new ones with each update, and with them a menu forgets
/// what was chosen in it.
final class ActionBlocks {
  /// The value of the last choice for how long, which asks for something else than those before it.
  static final String OTHER = "other";

  /// More in a row are hard to tell apart; Slack would allow 25.
  static final int ROW_MAX = 5;

  private static final int CONFIRM_TITLE_MAX = 90;
  private static final int CONFIRM_TEXT_MAX = 280;
  private static final int CONFIRM_BUTTON_MAX = 28;

  private ActionBlocks() {}

  /// The actions of a card, which stands in the thread that they are about.
  static List<LayoutBlock> of(List<Action> actions, SlackWords words) {
    List<BlockElement> elements =
        actions.stream().map(action -> element(action, Optional.empty(), words)).toList();
    int count = elements.size();
    int rows = (count + ROW_MAX - 1) / ROW_MAX;
    List<LayoutBlock> blocks = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<BlockElement> here = elements.subList(row * count / rows, (row + 1) * count / rows);
      blocks.add(ActionsBlock.builder().elements(List.copyOf(here)).build());
    }
    return blocks;
  }

  /// One action that stands outside the thread that it is about.
  static LayoutBlock elsewhere(Action action, ButtonValue.Place thread, SlackWords words) {
    BlockElement element = element(action, Optional.of(thread), words);
    return ActionsBlock.builder().elements(List.of(element)).build();
  }

  private static BlockElement element(
      Action action, Optional<ButtonValue.Place> thread, SlackWords words) {
    return switch (action.ask()) {
      case Ask.Nothing _ -> button(action, thread, "").build();
      case Ask.Value(String value) -> button(action, thread, value).build();
      case Ask.Sure sure -> button(action, thread, "").confirm(confirm(action, sure)).build();
      case Ask.OneOf(List<Option> options) -> menu(action, options, words);
      case Ask.Person _ ->
          UsersSelectElement.builder()
              .actionId(actionId(action.deed()))
              .placeholder(Blocks.plain(action.label(), SlackText.BUTTON_MAX))
              .build();
    };
  }

  private static ButtonElement.ButtonElementBuilder button(
      Action action, Optional<ButtonValue.Place> thread, String value) {
    String carried = new ButtonValue(value, thread).written();
    return ButtonElement.builder()
        .actionId(actionId(action.deed()))
        .value(carried.isEmpty() ? null : carried)
        .text(Blocks.plain(action.label(), SlackText.BUTTON_MAX))
        .style(action.primary() ? "primary" : null);
  }

  private static ConfirmationDialogObject confirm(Action action, Ask.Sure sure) {
    return ConfirmationDialogObject.builder()
        .title(Blocks.plain(action.label(), CONFIRM_TITLE_MAX))
        .text(Blocks.plain(sure.question(), CONFIRM_TEXT_MAX))
        .confirm(Blocks.plain(sure.yes(), CONFIRM_BUTTON_MAX))
        .deny(Blocks.plain(sure.no(), CONFIRM_BUTTON_MAX))
        .build();
  }

  private static StaticSelectElement menu(Action action, List<Option> options, SlackWords words) {
    Stream<Option> other =
        action.deed() == Deed.BACK_IN
            ? Stream.of(new Option(words.of(SlackWords.Word.OTHER), OTHER))
            : Stream.empty();
    List<OptionObject> shown =
        Stream.concat(options.stream().limit(Ask.OPTIONS_MAX), other)
            .map(
                option ->
                    OptionObject.builder()
                        .text(Blocks.plain(option.label(), SlackText.BUTTON_MAX))
                        .value(option.value())
                        .build())
            .toList();
    return StaticSelectElement.builder()
        .actionId(actionId(action.deed()))
        .placeholder(Blocks.plain(action.label(), SlackText.BUTTON_MAX))
        .options(shown)
        .build();
  }

  /// The name under which a button's press comes back; cards with it stay in channels for ever, so
  /// it never changes.
  static String actionId(Deed deed) {
    return switch (deed) {
      case CLAIM -> "threadbridge.claim";
      case CLOSE -> "threadbridge.close";
      case NOTHING_OWED -> "threadbridge.nothing-owed";
      case TAKE -> "threadbridge.take";
      case BACK_IN -> "threadbridge.back-in";
      case HAND_OVER -> "threadbridge.hand-over";
      case MOVE -> "threadbridge.move";
      case ASK_CONTACT -> "threadbridge.ask-contact";
      case CLARIFY -> "threadbridge.clarify";
      case LEAD_DONE -> "threadbridge.lead-done";
    };
  }

  /// What a button of ours does; empty for any other.
  static Optional<Deed> deed(String actionId) {
    return Stream.of(Deed.values()).filter(deed -> actionId(deed).equals(actionId)).findFirst();
  }
}
