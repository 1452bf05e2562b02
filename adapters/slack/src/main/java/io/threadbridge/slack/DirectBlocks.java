package io.threadbridge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/// Draws a post outside the thread that it is about: the words, and under them a link to the
/// thread.
final class DirectBlocks {
  private DirectBlocks() {}

  /// @param link the thread's address; if it is none, there is no link
  static List<LayoutBlock> of(String text, String link, SlackWords words) {
    List<LayoutBlock> blocks = new ArrayList<>(Blocks.words(0, text));
    if (link.startsWith("http") && !link.matches("(?s).*[<>|\\s].*")) {
      String label = SlackText.escaped(words.of(SlackWords.Word.OPEN_THREAD)).replace("|", "/");
      MarkdownTextObject shown =
          MarkdownTextObject.builder().text("<" + link + "|" + label + ">").verbatim(true).build();
      blocks.add(SectionBlock.builder().text(shown).build());
    }
    return List.copyOf(blocks);
  }
}
