package io.threadbridge.bridge.port;

import java.util.List;

/// What a desk is told of how it went: a text, and what can be seen of it.
///
/// @param text lines; a link stands in it as it is
/// @param pictures in their order, at most [#PICTURES_MAX]; the text says everything without them
public record Report(String text, List<Picture> pictures) {
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
}
