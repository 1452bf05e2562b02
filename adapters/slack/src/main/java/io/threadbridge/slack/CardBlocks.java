package io.threadbridge.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Deed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws a card: who and how it stands, their words, the small facts, what can be done. One mark of
/// colour says how urgent it is; nothing else is coloured.
final class CardBlocks {
  private static final int FACTS_MAX = 1_500;
  private static final int STATUS_MAX = 300;
  private static final String BETWEEN_FACTS = "  ·  ";
  private static final DateTimeFormatter FALLBACK_TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private CardBlocks() {}

  static List<LayoutBlock> of(Card card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String title = Face.of(card.name()).unicode() + "  " + card.name();
    blocks.add(HeaderBlock.builder().text(Blocks.plain(title, SlackText.HEADER_MAX)).build());
    blocks.add(status(card));
    blocks.addAll(Blocks.words(0, card.words()));
    facts(card).ifPresent(blocks::add);
    if (!card.actions().isEmpty()) {
      blocks.add(buttons(card.actions()));
    }
    return List.copyOf(blocks);
  }

  private static ContextBlock status(Card card) {
    String status = mark(card.tone()) + "  " + card.status();
    return Blocks.context(Blocks.plain(status, STATUS_MAX), since(card));
  }

  /// The moment in the reader's own time zone. The label is ours, but it is escaped all the same.
  private static MarkdownTextObject since(Card card) {
    String label = SlackText.escaped(SlackText.cut(card.sinceLabel(), STATUS_MAX));
    return MarkdownTextObject.builder()
        .text(label + " " + date(card.since()))
        .verbatim(true)
        .build();
  }

  private static String date(Instant moment) {
    return "<!date^"
        + moment.getEpochSecond()
        + "^{date_short_pretty} {time}|"
        + FALLBACK_TIME.format(moment)
        + ">";
  }

  /// The page and what else is known; plain text, so that a visitor's page is an address to read
  /// and no link to fall for.
  private static Optional<LayoutBlock> facts(Card card) {
    Stream<String> page = card.page().stream().map(CardBlocks::page);
    List<String> facts =
        Stream.concat(page, card.facts().stream()).filter(f -> !f.isBlank()).toList();
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Blocks.context(Blocks.plain(String.join(BETWEEN_FACTS, facts), FACTS_MAX)));
  }

  private static String page(Card.Link link) {
    return link.title().isBlank() ? link.url() : link.title() + " (" + link.url() + ")";
  }

  private static ActionsBlock buttons(List<Card.Action> actions) {
    List<BlockElement> elements = actions.stream().<BlockElement>map(CardBlocks::button).toList();
    return ActionsBlock.builder().elements(elements).build();
  }

  private static ButtonElement button(Card.Action action) {
    return ButtonElement.builder()
        .actionId(actionId(action.deed()))
        .value(actionId(action.deed()))
        .text(Blocks.plain(action.label(), SlackText.BUTTON_MAX))
        .style(action.primary() ? "primary" : null)
        .build();
  }

  private static String mark(Card.Tone tone) {
    return switch (tone) {
      case WAITING -> "🟠";
      case CALLED -> "🟡";
      case MISSED -> "🔴";
      case LEAD -> "🔵";
      case CALM -> "🟢";
      case OVER -> "⚪";
      case BAD -> "🔴";
    };
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
