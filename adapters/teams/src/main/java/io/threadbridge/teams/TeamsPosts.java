package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.teams.CardParts.Look;
import io.threadbridge.teams.TeamsWords.Word;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Draws what is no conversation's card: a visitor's words in the thread, and the bridge's own.
///
/// All of it are cards. A message's text would be shown a little more like a person's, but Teams
/// reads HTML and links in it, and an activity is a text or a card, never both.
final class TeamsPosts {
  /// More messages than this in one post stand in one block.
  static final int MESSAGES_MAX = 100;

  /// So many people are mentioned in a call; a team with more has a rota.
  static final int MENTIONS_MAX = 20;

  /// So many UTF-16 units of words stand in one post. What is posted has less; a post whose
  /// messages were changed into longer ones shows the beginning of each. Together with
  /// [#LINES_MAX] this keeps a post under 80 KB, counted as UTF-16, whatever the words are.
  static final int TEXT_MAX = 10_000;

  /// So many lines of a post stand in blocks of their own.
  static final int LINES_MAX = 100;

  private static final int NAME_MAX = 200;
  private static final String BETWEEN_MESSAGES = " ⏎ ";

  private TeamsPosts() {}

  /// The visitor's words under the visitor's name. The name bears a mark that no member's has: a
  /// visitor may choose a colleague's.
  static ObjectNode words(ThreadPost post) {
    List<ObjectNode> body = new ArrayList<>();
    body.add(CardParts.line("🌐 " + TeamsText.cut(post.name(), NAME_MAX), Look.NAME));
    if (post.lines().size() > MESSAGES_MAX) {
      body.addAll(CardParts.words(TeamsText.cut(joined(post, BETWEEN_MESSAGES), TEXT_MAX)));
    } else {
      body.addAll(messages(post));
    }
    post.remark().ifPresent(remark -> body.add(CardParts.line(remark, Look.SMALL)));
    return CardParts.card(body, List.of());
  }

  /// Where there is too much of them, each message has the same share.
  private static List<ObjectNode> messages(ThreadPost post) {
    List<String> messages = post.lines();
    int one = Math.max(1, messages.size());
    int characters = messages.stream().mapToInt(String::length).sum();
    int lines = messages.stream().mapToInt(each -> TeamsText.lines(each).length).sum();
    int charactersEach = characters > TEXT_MAX ? TEXT_MAX / one : TEXT_MAX;
    int linesEach = lines > LINES_MAX ? LINES_MAX / one : LINES_MAX;
    return messages.stream()
        .flatMap(each -> message(post, each, charactersEach, linesEach).stream())
        .toList();
  }

  private static List<ObjectNode> message(ThreadPost post, String words, int most, int lines) {
    return words.isEmpty()
        ? List.of(CardParts.line(post.takenBack(), Look.TAKEN_BACK))
        : CardParts.words(TeamsText.cut(words, most), lines);
  }

  /// What a notification shows of it.
  static String summary(ThreadPost post) {
    return TeamsText.summary(post.name() + ": " + joined(post, " "));
  }

  private static String joined(ThreadPost post, String between) {
    return post.lines().stream()
        .map(line -> line.isEmpty() ? post.takenBack() : line)
        .flatMap(line -> Arrays.stream(TeamsText.lines(line)))
        .collect(Collectors.joining(between));
  }

  /// What a member of staff wrote elsewhere, under their name.
  static ObjectNode said(String name, String text) {
    List<ObjectNode> body = new ArrayList<>();
    body.add(CardParts.line(TeamsText.cut(name, NAME_MAX), Look.NAME));
    body.addAll(CardParts.words(TeamsText.cut(text, TEXT_MAX)));
    return CardParts.card(body, List.of());
  }

  /// A text of the bridge's.
  static ObjectNode text(String text) {
    return CardParts.card(CardParts.words(text), List.of());
  }

  /// A text to one person: whose conversation it is about, the words, and the way there.
  ///
  /// @param about the visitor's name, if it is known
  static ObjectNode aside(
      Optional<String> about, String text, URI link, TeamsWords words, List<ObjectNode> more) {
    List<ObjectNode> body = new ArrayList<>();
    about.ifPresent(
        name -> body.add(CardParts.line("🌐 " + TeamsText.cut(name, NAME_MAX), Look.NAME)));
    body.addAll(CardParts.words(text));
    List<ObjectNode> actions = new ArrayList<>(more);
    actions.add(open(link, words));
    return CardParts.card(body, actions);
  }

  /// One button that stands outside the thread that it is about.
  static List<ObjectNode> elsewhere(
      Card.Action action, DeskRef desk, ThreadRef thread, TeamsWords words) {
    return new TeamsActions(desk, Optional.of(thread), words).buttons(List.of(action));
  }

  /// A call in the channel that mentions these people. A bot can mention neither a channel nor a
  /// team, and a tag only by an id that must be asked for elsewhere; nobody who is not mentioned
  /// is notified of a bot's post.
  static ObjectNode call(String text, URI link, TeamsWords words, List<TeamsMembers.Member> team) {
    List<ObjectNode> body = new ArrayList<>(CardParts.words(text));
    List<TeamsMembers.Member> called = team.stream().limit(MENTIONS_MAX).toList();
    if (!called.isEmpty()) {
      String tags =
          called.stream()
              .map(each -> TeamsText.tagged(each.name()))
              .collect(Collectors.joining(" "));
      body.add(CardParts.element("TextBlock").put("text", tags).put("wrap", true));
    }
    ObjectNode card = CardParts.card(body, List.of(open(link, words)));
    ArrayNode entities = ((ObjectNode) card.path("msteams")).putArray("entities");
    for (TeamsMembers.Member each : called) {
      ObjectNode entity = entities.addObject().put("type", "mention");
      entity.put("text", TeamsText.tagged(each.name()));
      entity.putObject("mentioned").put("id", each.account()).put("name", each.name());
    }
    return card;
  }

  private static ObjectNode open(URI link, TeamsWords words) {
    ObjectNode open = CardParts.element("Action.OpenUrl").put("title", words.of(Word.OPEN_THREAD));
    return open.put("url", link.toString());
  }
}
