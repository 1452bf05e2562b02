package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.application.VisitorText;
import io.threadbridge.bridge.conversation.SharedFile;
import org.springframework.web.util.UriUtils;

/// Names of files as visitors send them: on one line, without a path and without characters that
/// cannot be read or turn others around.
final class FileNames {
  private static final String NAMELESS = "file";

  private FileNames() {}

  /// The name in a header.
  ///
  /// @param encoded UTF-8, percent-encoded
  /// @throws IllegalArgumentException if it is not
  static String decoded(String encoded) {
    String clean =
        VisitorText.clean(UriUtils.decode(encoded, UTF_8))
            .replaceAll("\\s+", " ")
            .replaceFirst("^.*[/\\\\]", "")
            .replaceFirst("^[. ]+", "");
    return clean.isEmpty() ? NAMELESS : clean;
  }

  /// The name as one of this type, of at most [SharedFile#NAME_MAX] characters: what is too much is
  /// cut out before its ending.
  static String of(FileType type, String name) {
    String fitting = type.fit(name);
    int over = fitting.length() - SharedFile.NAME_MAX;
    if (over <= 0) {
      return fitting;
    }
    int point = fitting.lastIndexOf('.');
    int end = point - over;
    int whole = Character.isHighSurrogate(fitting.charAt(end - 1)) ? end - 1 : end;
    return fitting.substring(0, whole).strip() + fitting.substring(point);
  }
}
