package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Activities as Teams sends them, kept as files.
final class Payloads {
  private static final ObjectMapper MAPPER = TeamsMapper.create();

  private Payloads() {}

  static String text(String name) {
    String path = "/payloads/" + name + ".json";
    try (InputStream file =
        Objects.requireNonNull(Payloads.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String name) {
    try {
      return MAPPER.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Told told(String name) {
    return new Told(tree(name));
  }
}
