package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.application.ReadableText;
import io.threadbridge.teams.Told.Mention;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.parser.Parser;

/// What a member wrote, as plain text for a visitor: our own name left out, other people as
/// `@Name`, nothing of the platform's writing.
///
/// A message's HTML is read where it has one, since that is what the staff see; else its text is.
/// Who is mentioned, the message's list of mentions says, never the words that show it.
final class TeamsReading {
  /// A longer text is cut; Teams itself takes about as much.
  static final int TEXT_MAX = 20_000;

  private final String us;
  private final Supplier<String> team;

  /// @param us our id as a bot, `28:<app id>`
  /// @param team what a visitor reads in place of a tag, a channel or a team
  TeamsReading(String us, Supplier<String> team) {
    this.us = us;
    this.team = team;
  }

  /// What was read of a message.
  record Words(String text, AttachedFiles files) {
    @Override
    public String toString() {
      return "Words[" + files + "]";
    }
  }

  Words read(Told told) {
    List<Mention> mentions = told.mentions();
    Optional<StaffHtml.Words> html =
        html(told).map(written -> StaffHtml.read(written, index -> name(mentions, index, told)));
    String text = html.map(StaffHtml.Words::text).orElseGet(() -> plain(told, mentions));
    int pictures = html.map(StaffHtml.Words::pictures).orElse(0);
    return new Words(readable(text), AttachedFiles.of(told, pictures));
  }

  /// Whether a message is addressed to us.
  boolean mentionsUs(Told told) {
    return told.mentions().stream().anyMatch(mention -> isUs(mention, told));
  }

  /// The first person who is mentioned.
  Optional<Mention> person(Told told) {
    return told.mentions().stream().filter(Mention::isPerson).findFirst();
  }

  /// A text as it is typed into a box, and as every text must be.
  static String readable(String text) {
    String plain = ReadableText.text(text.replace('\u00a0', ' '));
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
    if (composed.length() <= TEXT_MAX) {
      return composed;
    }
    int end = Character.isLowSurrogate(composed.charAt(TEXT_MAX)) ? TEXT_MAX - 1 : TEXT_MAX;
    return composed.substring(0, end) + "…";
  }

  private static Optional<String> html(Told told) {
    for (JsonNode attachment : told.tree().path("attachments")) {
      JsonNode content = attachment.path("content");
      if (AttachedFiles.kind(attachment).equals(AttachedFiles.HTML)
          && content.isTextual()
          && !content.asText().isBlank()) {
        return Optional.of(content.asText());
      }
    }
    return Optional.empty();
  }

  /// Mentions first, entities after: a typed `&lt;at&gt;` must not become a mention.
  private String plain(Told told, List<Mention> mentions) {
    String written = told.tree().path("text").asText("");
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i < mentions.size(); i++) {
      String mark = mentions.get(i).written();
      int at = mark.isEmpty() ? -1 : written.indexOf(mark, from);
      if (at >= 0) {
        text.append(literal(written.substring(from, at))).append(name(mentions, i, told));
        from = at + mark.length();
      }
    }
    return text.append(literal(written.substring(from))).toString();
  }

  private static String literal(String written) {
    return Parser.unescapeEntities(written.replaceAll("<at[^<>]*>[^<>]*</at>", ""), false);
  }

  private String name(List<Mention> mentions, int index, Told told) {
    if (index < 0 || index >= mentions.size()) {
      return "";
    }
    Mention mention = mentions.get(index);
    if (isUs(mention, told) || mention.isABot()) {
      return "";
    }
    return mention.isPerson() && !mention.name().isBlank() ? "@" + mention.name() : team.get();
  }

  private boolean isUs(Mention mention, Told told) {
    return mention.id().equals(us)
        || (!told.recipient().isEmpty() && mention.id().equals(told.recipient()));
  }
}
