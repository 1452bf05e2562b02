package io.threadbridge.slack;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import io.threadbridge.bridge.port.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws a report: its title, its text, and its pictures.
///
/// The text is rich text, in which Slack reads no mark-up, no mention and no entity, and in which
/// nothing but what we call a link is one: an address at the end of its line, where ours stand.
/// What visitors said is quoted, so an address of theirs is followed by a quotation mark at least.
final class ReportBlocks {
  /// So much of a report's text is shown in a post. With the title and the most pictures it makes
  /// 14 blocks at most; a message holds 50.
  static final int POST_MAX = 4 * SlackText.SECTION_MAX;

  /// So much of it in a home: one block.
  static final int HOME_MAX = SlackText.SECTION_MAX;

  /// Slack takes 2,000 characters of what a picture shows in words.
  private static final int ALT_MAX = 1_900;

  private static final Pattern LINK =
      Pattern.compile("(?<!\\S)https?://[^\\s\"“”„«»]+$", Pattern.MULTILINE);

  private ReportBlocks() {}

  /// @param files of the report's pictures, in their order, or none: then none is shown
  /// @param most characters of the text
  static List<LayoutBlock> of(Report report, List<String> files, int most) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        HeaderBlock.builder().text(Blocks.plain(report.title(), SlackText.HEADER_MAX)).build());
    blocks.addAll(text(report.text(), most));
    for (int i = 0; i < files.size(); i++) {
      blocks.add(picture(files.get(i), report.pictures().get(i).picture().alt()));
    }
    return List.copyOf(blocks);
  }

  private static LayoutBlock picture(String file, String alt) {
    return ImageBlock.builder()
        .slackFile(SlackFileObject.builder().id(file).build())
        .altText(SlackText.cut(alt, ALT_MAX))
        .build();
  }

  /// Blocks of whole lines, as far as those are short enough.
  private static List<LayoutBlock> text(String text, int most) {
    List<LayoutBlock> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : SlackText.cut(text, most).split("\n", -1)) {
      for (String piece : SlackText.pieces(line, SlackText.SECTION_MAX)) {
        if (!block.isEmpty() && block.length() + 1 + piece.length() > SlackText.SECTION_MAX) {
          blocks.add(richText(block.toString()));
          block.setLength(0);
        }
        block.append(block.isEmpty() ? "" : "\n").append(piece);
      }
    }
    blocks.add(richText(block.toString()));
    return blocks;
  }

  private static LayoutBlock richText(String text) {
    List<RichTextElement> elements = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int from = 0;
    while (link.find()) {
      words(text.substring(from, link.start()), elements);
      elements.add(RichTextSectionElement.Link.builder().url(link.group()).build());
      from = link.end();
    }
    words(text.substring(from), elements);
    return RichTextBlock.builder()
        .elements(List.of(RichTextSectionElement.builder().elements(elements).build()))
        .build();
  }

  private static void words(String words, List<RichTextElement> elements) {
    if (!words.isEmpty()) {
      String shown = SlackText.callingNobody(words);
      elements.add(RichTextSectionElement.Text.builder().text(shown).build());
    }
  }
}
