package io.threadbridge.bridge.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A file or picture that came with a message: what is known of it. Its bytes are kept elsewhere.
///
/// @param id names it within its conversation: 1 to [#ID_MAX] ASCII letters, digits, `-` and `_`
/// @param name as people read it, at most [#NAME_MAX] characters
/// @param type its media type, such as `image/png`; of a visitor's file as its bytes tell, of a
///     desk's file as the platform says
/// @param size in bytes; 0 where a platform does not tell it
/// @param source where its bytes are
/// @param stands the posts of desks that show it
public record SharedFile(
    String id, String name, String type, long size, Source source, List<Standing> stands) {
  /// The longest id.
  public static final int ID_MAX = 64;

  /// A longer name is cut.
  public static final int NAME_MAX = 120;

  /// A larger file is passed on by neither side.
  public static final long SIZE_MAX = 8L * 1024 * 1024;

  /// A message carries at most so many: what a post of Slack's holds.
  public static final int PER_MESSAGE_MAX = 10;

  /// Where the bytes of a file are.
  public sealed interface Source {
    /// With us, under this conversation: it may have gone on in another one since.
    record Kept(ConversationId in) implements Source {}

    /// With the platform of this desk, under a name that only its adapter reads; never shown to a
    /// browser.
    record OnDesk(DeskRef desk, String reference) implements Source {
      @Override
      public String toString() {
        return "OnDesk[" + desk.value() + "]";
      }
    }
  }

  /// A post of a desk that shows the file.
  public record Standing(Place place, PostRef post) {}

  /// A file that stands nowhere yet.
  public SharedFile(String id, String name, String type, long size, Source source) {
    this(id, name, type, size, source, List.of());
  }

  /// Whether it is a picture that browsers and chat clients show: PNG, JPEG, GIF or WebP.
  public boolean isPicture() {
    return switch (type) {
      case "image/png", "image/jpeg", "image/gif", "image/webp" -> true;
      default -> false;
    };
  }

  SharedFile standing(Standing standing) {
    return new SharedFile(
        id, name, type, size, source, Stream.concat(stands.stream(), Stream.of(standing)).toList());
  }

  /// The file of this id among these.
  public static Optional<SharedFile> find(List<SharedFile> files, String id) {
    return files.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  static List<SharedFile> change(
      List<SharedFile> files, String id, Function<SharedFile, SharedFile> change) {
    return files.stream().map(file -> file.id().equals(id) ? change.apply(file) : file).toList();
  }

  @Override
  public String toString() {
    return "SharedFile[" + id + "]";
  }
}
