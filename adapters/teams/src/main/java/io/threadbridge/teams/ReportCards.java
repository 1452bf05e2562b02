package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.teams.CardParts.Look;
import java.util.ArrayList;
import java.util.List;

/// Draws a report as a card: its title, its text with links that can be clicked, and its pictures
/// over the whole width. A card has less than 24 KB: the pictures stay with us, and Teams fetches
/// each from its address.
///
/// @param lines draws the text
/// @param reach which pictures can be fetched; the others are left out, since the text says all
record ReportCards(LinkedLines lines, PictureReach reach) {
  private static final int TITLE_MAX = 300;
  private static final int ALT_MAX = 1_000;

  ObjectNode of(Report report, TeamsWords words) {
    List<ObjectNode> body = new ArrayList<>();
    String title = String.join(" ", TeamsText.lines(report.title()));
    body.add(CardParts.line(TeamsText.cut(title, TITLE_MAX), Look.HEADING));
    body.addAll(lines.of(report.text(), words));
    report.pictures().stream()
        .filter(shown -> reach.isReached(shown.address()))
        .map(ReportCards::picture)
        .forEach(body::add);
    return CardParts.card(body, List.of()).put("fallbackText", TeamsText.summary(report.words()));
  }

  private static ObjectNode picture(Report.Shown shown) {
    ObjectNode image = CardParts.element("Image").put("url", shown.address().toString());
    String alt = String.join(" ", TeamsText.lines(shown.picture().alt()));
    image.put("altText", TeamsText.cut(TeamsText.plain(alt), ALT_MAX)).put("size", "Stretch");
    // Whoever wants to read a single hour opens the picture alone.
    image.putObject("msteams").put("allowExpand", true);
    return image;
  }

  /// A text of the bridge's that answers somebody.
  ObjectNode text(String text, TeamsWords words) {
    return CardParts.card(lines.of(text, words), List.of());
  }
}
