package io.threadbridge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a post outside the thread that it is about: the words, and under them a link to the
/// thread.
final class DirectBlocks {
  private DirectBlocks() {}

  /// @param link the thread's address; if it is none, there is no link
  static List<LayoutBlock> of(String text, String link, SlackWords words) {
    List<LayoutBlock> blocks = new ArrayList<>(Blocks.words(0, text));
    link(link, words.of(SlackWords.Word.OPEN_THREAD)).ifPresent(blocks::add);
    return List.copyOf(blocks);
  }

  /// A link of ours, perhaps to another platform; nothing for what is none. Never for an address
  /// that a visitor has given.
  static Optional<LayoutBlock> link(String address, String label) {
    if (!address.startsWith("http") || address.matches("(?s).*[<>|\\s].*")) {
      return Optional.empty();
    }
    String shown = "<" + address + "|" + SlackText.escaped(label).replace("|", "/") + ">";
    MarkdownTextObject text = MarkdownTextObject.builder().text(shown).verbatim(true).build();
    return Optional.of(SectionBlock.builder().text(text).build());
  }
}
