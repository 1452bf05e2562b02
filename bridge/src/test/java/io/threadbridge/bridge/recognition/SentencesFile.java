package io.threadbridge.bridge.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sentences of one language under headings that say what they are. They were written from the
/// language, not from the lists of words.
record SentencesFile(Map<String, List<String>> sentences) {
  static SentencesFile of(String code) {
    String name = "/sentences/" + code + ".txt";
    try (InputStream file =
        Objects.requireNonNull(SentencesFile.class.getResourceAsStream(name), name)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SentencesFile parse(String text) {
    Map<String, List<String>> sentences = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sentences.put(line.substring(1, line.length() - 1), current);
      } else {
        current.add(line.strip());
      }
    }
    return new SentencesFile(sentences);
  }

  /// The sentences under a heading.
  List<String> under(String heading) {
    return Objects.requireNonNull(sentences.get(heading), heading);
  }
}
