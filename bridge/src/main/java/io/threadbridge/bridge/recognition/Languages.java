package io.threadbridge.bridge.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the languages that lie beside this class: `languages.txt` names them, one a line, and each
/// has a file such as `en.txt`.
final class Languages {
  private static final String INDEX = "languages.txt";

  private Languages() {}

  /// All languages of the index.
  ///
  /// @throws IllegalStateException if a file is not there
  static List<Language> all() {
    return text(INDEX)
        .lines()
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(code -> Language.parse(code, text(code + ".txt")))
        .toList();
  }

  private static String text(String name) {
    try (@Nullable InputStream in = Languages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + name + " beside the words");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " cannot be read", broken);
    }
  }
}
