package io.threadbridge.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.ArrayList;
import java.util.List;

/// Blocks that show words as they are: `plain_text` without emoji names, in which Slack neither
/// formats nor links nor pings. Words are not escaped in them.
final class Blocks {
  private Blocks() {}

  static PlainTextObject plain(String words, int most) {
    return PlainTextObject.builder().text(SlackText.cut(words, most)).emoji(false).build();
  }

  static ContextBlock context(ContextBlockElement... elements) {
    return ContextBlock.builder().elements(List.of(elements)).build();
  }

  /// One message: a section, or several for one that is longer than a section may be. The block's
  /// id, `words-<message>-<piece>`, says which sections are one message.
  static List<LayoutBlock> words(int message, String words) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (String piece : SlackText.pieces(words, SlackText.SECTION_MAX)) {
      String id = "words-" + message + "-" + blocks.size();
      PlainTextObject text = plain(piece, SlackText.SECTION_MAX);
      blocks.add(SectionBlock.builder().blockId(id).text(text).build());
    }
    return blocks;
  }
}
