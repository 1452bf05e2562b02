package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.application.ReadableMessage;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.teams.CardParts.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a visitor's file as a card: whose it is, a picture where it is one, its name and size, and
/// a button that opens it. A bot can put no file into a channel, so the file itself stays with us,
/// and Teams fetches the picture from us without signing in.
final class FileCards {
  private static final int NAME_MAX = 200;

  /// What Teams takes of a picture on a card: at most 1,024 × 1,024 pixels and 1 MB.
  private static final String PREVIEW = "preview=1";

  private final PictureReach reach;

  FileCards(PictureReach reach) {
    this.reach = reach;
  }

  ObjectNode of(FilePost post) {
    List<ObjectNode> body = new ArrayList<>();
    body.add(CardParts.line("🌐 " + TeamsText.cut(post.name(), NAME_MAX), Look.NAME));
    picture(post).ifPresent(body::add);
    body.add(CardParts.line(line(post), Look.PLAIN));
    post.remark().ifPresent(remark -> body.add(CardParts.line(remark, Look.SMALL)));
    return CardParts.card(body, List.of(open(post)));
  }

  /// What a notification shows of it.
  static String summary(FilePost post) {
    return TeamsText.summary(post.name() + ": " + line(post));
  }

  private static String line(FilePost post) {
    return oneLine(ReadableMessage.line(post.file()));
  }

  private static String oneLine(String words) {
    return String.join(" ", TeamsText.lines(words));
  }

  private Optional<ObjectNode> picture(FilePost post) {
    if (!isShown(post.file().type()) || !reach.isReached(post.link())) {
      return Optional.empty();
    }
    String link = post.link().toString();
    ObjectNode picture = CardParts.element("Image").put("size", "Large");
    picture.put("url", link + (link.contains("?") ? "&" : "?") + PREVIEW);
    picture.put(
        "altText",
        TeamsText.cut(TeamsText.plain(oneLine(post.file().name())), SharedFile.NAME_MAX));
    picture.set("selectAction", open(post));
    return Optional.of(picture);
  }

  /// WebP is not promised, and some clients of Teams show an empty field in its place.
  private static boolean isShown(String type) {
    return switch (type) {
      case "image/png", "image/jpeg", "image/gif" -> true;
      default -> false;
    };
  }

  private static ObjectNode open(FilePost post) {
    String title = TeamsText.plain(oneLine(post.open()));
    return CardParts.element("Action.OpenUrl")
        .put("title", TeamsText.cut(title, TeamsText.BUTTON_MAX))
        .put("url", post.link().toString());
  }
}
