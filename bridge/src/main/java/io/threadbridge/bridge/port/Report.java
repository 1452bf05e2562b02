package io.threadbridge.bridge.port;

import java.net.URI;
import java.util.List;

/// How it went at a desk: a title, a text, and what can be seen of it.
///
/// @param title one line
/// @param text lines; a link stands in it as it is, and so do words of visitors, which neither ping
///     nor format wherever it is shown
/// @param pictures in their order, at most [#PICTURES_MAX]; the text says everything without them
public record Report(String title, String text, List<Shown> pictures) {
  /// So many pictures are looked at.
  public static final int PICTURES_MAX = 4;

  /// A report that nobody changes afterwards.
  ///
  /// @throws IllegalArgumentException with too many pictures
  public Report {
    pictures = List.copyOf(pictures);
    if (pictures.size() > PICTURES_MAX) {
      throw new IllegalArgumentException(pictures.size() + " pictures in a report");
    }
  }

  /// A picture, and where the same can be seen later.
  ///
  /// @param address on our own origin, for as long as figures are kept; whoever has it needs
  ///     nothing else
  public record Shown(Picture picture, URI address) {}

  /// Everything that is said, the title first.
  public String words() {
    return title + "\n" + text;
  }

  /// The same with a remark at its end.
  public Report remarked(String remark) {
    return new Report(title, text + " " + remark, pictures);
  }
}
