package io.threadbridge.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a secret from its setting or from the file that its setting names; never prints it.
final class Secrets {
  private static final int BYTES_MAX = 4_096;

  private Secrets() {}

  static Optional<String> read(String key, @Nullable String value, @Nullable Path file) {
    if (value != null && file != null) {
      throw new SettingsProblem(
          "threadbridge." + key + " is given twice",
          "keep one of " + key + " and " + key + "-file");
    }
    if (file == null) {
      return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new SettingsProblem(
            "the file of threadbridge." + key + "-file is no secret", "name a file with one line");
      }
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      throw new SettingsProblem(
          "threadbridge." + key + "-file cannot be read: " + file,
          "name a file that the program may read",
          e);
    }
  }
}
