package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.teams.CardParts.Look;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws a card: who and how it stands, on a colour that says how urgent it is; their words; the
/// small facts; what can be done.
///
/// A card of a visitor's longest message has less than 24 KB; Teams takes about 100.
final class TeamsCards {
  private static final int FACTS_MAX = 1_500;
  private static final int STATUS_MAX = 300;
  private static final int NAME_MAX = 140;
  private static final String BETWEEN_FACTS = "  ·  ";

  private final Function<DeskRef, TeamsWords> words;
  private final Predicate<String> hears;

  /// @param words the adapter's own, in each desk's language
  /// @param hears whether replies that mention nobody reach us from the team with this id; where
  ///     they do not, a box for a reply stands on the card
  TeamsCards(Function<DeskRef, TeamsWords> words, Predicate<String> hears) {
    this.words = words;
    this.hears = hears;
  }

  /// @param thread the card's thread, once it is posted
  ObjectNode of(DeskRef desk, Optional<ThreadRef> thread, Card card) {
    TeamsActions actions = new TeamsActions(desk, thread, words.apply(desk));
    List<ObjectNode> body = new ArrayList<>();
    body.add(head(card));
    body.addAll(CardParts.words(card.words()));
    facts(card).ifPresent(body::add);
    card.remark().ifPresent(remark -> body.add(CardParts.line(remark, Look.SMALL)));
    if (!hears.test(TeamsPlace.of(desk).team()) && !card.actions().isEmpty()) {
      body.addAll(actions.replyBox());
    }
    body.addAll(actions.questions(card.actions()));
    List<ObjectNode> buttons = new ArrayList<>();
    card.goesOn().map(CardParts::open).ifPresent(buttons::add);
    buttons.addAll(actions.buttons(card.actions()));
    return CardParts.card(body, buttons);
  }

  private static ObjectNode head(Card card) {
    ObjectNode name = CardParts.line(TeamsText.cut(card.name(), NAME_MAX), Look.TITLE);
    String status = mark(card.tone()) + "  " + TeamsText.cut(card.status(), STATUS_MAX);
    ObjectNode shown = CardParts.line(status, Look.PLAIN).put("spacing", "Small");
    return CardParts.field(style(card.tone()), List.of(name, shown, since(card)));
  }

  /// The moment in the reader's own time zone: the one text block of the card, because only there
  /// the functions are promised. What stands before it is ours, but is escaped all the same.
  private static ObjectNode since(Card card) {
    String moment = card.since().truncatedTo(ChronoUnit.SECONDS).toString();
    String label = TeamsText.markdown(TeamsText.cut(card.sinceLabel(), STATUS_MAX));
    String text = label + " {{DATE(" + moment + ", SHORT)}} {{TIME(" + moment + ")}}";
    ObjectNode block = CardParts.element("TextBlock").put("text", text);
    return block
        .put("isSubtle", true)
        .put("size", "Small")
        .put("wrap", true)
        .put("spacing", "None");
  }

  /// The page and what else is known; plain text, so that a visitor's page is an address to read
  /// and no link to fall for.
  private static Optional<ObjectNode> facts(Card card) {
    Stream<String> page = card.page().stream().map(TeamsCards::page);
    String facts =
        Stream.concat(page, card.facts().stream())
            .filter(fact -> !fact.isBlank())
            .map(fact -> String.join(" ", TeamsText.lines(fact)))
            .collect(Collectors.joining(BETWEEN_FACTS));
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(CardParts.line(TeamsText.cut(facts, FACTS_MAX), Look.SMALL));
  }

  private static String page(Card.Link link) {
    return link.title().isBlank() ? link.url() : link.title() + " (" + link.url() + ")";
  }

  private static String style(Card.Tone tone) {
    return switch (tone) {
      case WAITING, OVER -> "emphasis";
      case CALLED -> "warning";
      case MISSED, BAD -> "attention";
      case LEAD -> "accent";
      case CALM -> "good";
    };
  }

  /// The same in shape and colour, for those who do not tell the fields apart.
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
