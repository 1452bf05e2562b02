package io.threadbridge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import io.threadbridge.bridge.port.ThreadPost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Draws a visitor's messages as one post: each message stands alone in its own section.
///
/// Whose words they are is shown in one of two ways, and [SlackSettings#visitorAsAuthor] says in
/// which. With it the visitor's name and picture stand where an author's do (`username`), which is
/// how people expect a chat to look. But a visitor chooses that name and may choose a colleague's,
/// so it bears a mark that no member's has; it needs the scope `chat:write.customize`; and Slack
/// may refuse to delete such a post when it has put it outside its thread. Without it, or where the
/// scope is missing, the app's own name is the author and the visitor's stands in the first line.
final class PostBlocks {
  /// A message of Slack's has 50 blocks at most; the name and a remark take one each.
  static final int SECTIONS_MAX = 48;

  private static final int NAME_MAX = 200;
  private static final int AUTHOR_MAX = 70;

  private PostBlocks() {}

  /// @param named whether the first line says whose words they are
  static List<LayoutBlock> of(ThreadPost post, boolean named) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (named) {
      blocks.add(name(post.name()));
    }
    List<LayoutBlock> sections = sections(post);
    blocks.addAll(sections.size() <= SECTIONS_MAX ? sections : List.of(oneBlock(post)));
    post.remark().ifPresent(said -> blocks.add(Blocks.context(Blocks.plain(said, NAME_MAX))));
    return List.copyOf(blocks);
  }

  /// The line that says whose post it is.
  static LayoutBlock name(String name) {
    return Blocks.context(Blocks.plain(Face.of(name).unicode() + "  " + name, NAME_MAX));
  }

  private static List<LayoutBlock> sections(ThreadPost post) {
    List<LayoutBlock> sections = new ArrayList<>();
    int message = 0;
    for (String line : post.lines()) {
      if (line.isEmpty()) {
        sections.add(Blocks.context(Blocks.plain(post.takenBack(), NAME_MAX)));
      } else {
        sections.addAll(Blocks.words(message, line));
      }
      message++;
    }
    return sections;
  }

  /// Very many short messages: one block whose elements are the messages.
  private static RichTextBlock oneBlock(ThreadPost post) {
    List<BlockElement> messages = new ArrayList<>();
    for (String line : post.lines()) {
      String shown = line.isEmpty() ? post.takenBack() : line;
      messages.add(
          RichTextSectionElement.builder()
              .elements(List.of(RichTextSectionElement.Text.builder().text(shown).build()))
              .build());
    }
    return RichTextBlock.builder().elements(List.copyOf(messages)).build();
  }

  /// What a notification shows of a post.
  static String fallback(ThreadPost post) {
    String words =
        post.lines().stream()
            .map(line -> line.isEmpty() ? post.takenBack() : line)
            .collect(Collectors.joining("\n"));
    return SlackText.fallback(post.name() + ": " + words);
  }

  /// The visitor's name as an author: marked, on one line, and never beginning like a mention.
  static String author(String shown) {
    String name = shown.replaceAll("[\\p{Cntrl}@#<>&*_~`\\s]+", " ").strip();
    return "🌐 " + SlackText.cut(name, AUTHOR_MAX);
  }
}
