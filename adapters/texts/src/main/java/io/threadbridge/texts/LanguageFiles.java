package io.threadbridge.texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A folder with the file `index.txt`, which names languages line by line, and one properties file
/// for each.
interface LanguageFiles {
  /// Opens one file.
  ///
  /// @throws IOException if it is not there or cannot be read
  InputStream open(String name) throws IOException;

  /// The folder that comes with the program.
  static LanguageFiles packaged() {
    return name -> {
      InputStream stream = LanguageFiles.class.getResourceAsStream("/texts/" + name);
      if (stream == null) {
        throw new IOException("the file texts/" + name + " is missing");
      }
      return stream;
    };
  }

  /// All languages of the index, in its order.
  ///
  /// @throws UncheckedIOException if a file is missing, naming it
  /// @throws IllegalStateException if a message is malformed
  default List<LanguageFile> all() {
    try (BufferedReader index = new BufferedReader(reader("index.txt"))) {
      return index
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .map(this::language)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the index of the texts", failed);
    }
  }

  private LanguageFile language(String language) {
    try (Reader reader = reader(language + ".properties")) {
      return LanguageFile.read(language, reader);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the texts in language " + language, failed);
    }
  }

  private Reader reader(String name) throws IOException {
    return new InputStreamReader(open(name), StandardCharsets.UTF_8);
  }
}
