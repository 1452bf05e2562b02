package io.threadbridge.bridge.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Reads the languages that lie beside this class: `languages.txt` names them, one a line, and each
/// has a file such as `en.txt`.
final class Languages {
  private static final String INDEX = "languages.txt";

  private Languages() {}

  /// The texts of the files by the code of their language, in the order of the index.
  ///
  /// @throws IllegalStateException if a file is not there
  static SequencedMap<String, String> files() {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    text(INDEX)
        .lines()
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .forEach(code -> files.put(code, text(code + ".txt")));
    return files;
  }

  /// The languages of such files, in their order.
  static List<Language> of(SequencedMap<String, String> files) {
    return files.sequencedEntrySet().stream()
        .map(file -> Language.parse(file.getKey(), file.getValue()))
        .toList();
  }

  /// All languages of the index.
  static List<Language> all() {
    return of(files());
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
