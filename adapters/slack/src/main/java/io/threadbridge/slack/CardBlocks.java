package io.threadbridge.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.threadbridge.bridge.port.Card;
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

  static List<LayoutBlock> of(Card card, SlackWords words) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String title = Face.of(card.name()).unicode() + "  " + card.name();
    blocks.add(HeaderBlock.builder().text(Blocks.plain(title, SlackText.HEADER_MAX)).build());
    blocks.add(status(card));
    blocks.addAll(Blocks.words(0, card.words()));
    facts(card).ifPresent(blocks::add);
    card.goesOn()
        .flatMap(link -> DirectBlocks.link(link.url(), link.title()))
        .ifPresent(blocks::add);
    blocks.addAll(ActionBlocks.of(card.actions(), words));
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
    Stream<String> known = Stream.concat(page, card.facts().stream());
    List<String> facts =
        Stream.concat(card.remark().stream(), known).filter(f -> !f.isBlank()).toList();
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Blocks.context(Blocks.plain(String.join(BETWEEN_FACTS, facts), FACTS_MAX)));
  }

  private static String page(Card.Link link) {
    return link.title().isBlank() ? link.url() : link.title() + " (" + link.url() + ")";
  }

  /// From yellow over amber to red as a wait grows. What went wrong for good has another shape than
  /// what is still to be answered, for those who do not tell the colours apart.
  private static String mark(Card.Tone tone) {
    return switch (tone) {
      case WAITING -> "🟡";
      case CALLED -> "🟠";
      case MISSED -> "🔴";
      case LEAD -> "🔵";
      case CALM -> "🟢";
      case OVER -> "⚪";
      case BAD -> "⛔";
    };
  }
}
