package io.threadbridge.slack;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import io.threadbridge.bridge.port.FilePost;
import java.util.ArrayList;
import java.util.List;

/// Draws a file as a post of a thread: as a picture, as a file of the workspace, or as a link.
final class FileBlocks {
  private static final int NAME_MAX = 200;
  private static final int ALT_MAX = 1_900;

  private FileBlocks() {}

  /// What blocks of `image` may show.
  static boolean isShownAsImage(FilePost post) {
    return switch (post.file().type()) {
      case "image/png", "image/jpeg", "image/gif" -> true;
      default -> false;
    };
  }

  static List<LayoutBlock> picture(FilePost post, String id) {
    String name = post.file().name();
    return around(
        post,
        true,
        List.of(
            ImageBlock.builder()
                .slackFile(SlackFileObject.builder().id(id).build())
                .altText(SlackText.cut(name, ALT_MAX))
                .title(Blocks.plain(name, NAME_MAX))
                .build()));
  }

  /// Slack shows the file itself under a post with its permalink.
  static List<LayoutBlock> linked(FilePost post, String permalink) {
    return around(post, true, List.of(opening(post, permalink)));
  }

  /// @param named whether the first line says who sent it
  static List<LayoutBlock> elsewhere(FilePost post, boolean named) {
    return around(post, named, List.of(opening(post, post.link().toString())));
  }

  /// Its name alone where an address is none.
  private static LayoutBlock opening(FilePost post, String address) {
    return DirectBlocks.link(address, "📎 " + post.open())
        .orElseGet(() -> Blocks.context(Blocks.plain("📎 " + post.file().name(), NAME_MAX)));
  }

  private static List<LayoutBlock> around(FilePost post, boolean named, List<LayoutBlock> inner) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (named) {
      blocks.add(PostBlocks.name(post.name()));
    }
    blocks.addAll(inner);
    post.remark().ifPresent(said -> blocks.add(Blocks.context(Blocks.plain(said, NAME_MAX))));
    return List.copyOf(blocks);
  }

  /// What a notification shows. A name that is an address must not be made a link.
  static String fallback(FilePost post) {
    String said = post.name() + ": 📎 " + post.file().name();
    return SlackText.fallback(said.replace("://", ":\u2060//"));
  }
}
