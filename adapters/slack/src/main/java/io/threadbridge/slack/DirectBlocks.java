package io.threadbridge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/// Draws a direct message to a member: the words, and under them the thread's address as a link.
final class DirectBlocks {
  private DirectBlocks() {}

  static List<LayoutBlock> of(String text, String link) {
    List<LayoutBlock> blocks = new ArrayList<>(Blocks.words(0, text));
    if (link.startsWith("http") && !link.matches("(?s).*[<>|\\s].*")) {
      MarkdownTextObject shown =
          MarkdownTextObject.builder().text("<" + link + ">").verbatim(true).build();
      blocks.add(SectionBlock.builder().text(shown).build());
    }
    return List.copyOf(blocks);
  }
}
