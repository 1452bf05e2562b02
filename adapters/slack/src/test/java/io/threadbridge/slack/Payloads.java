package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Payloads as Slack sends them, kept as files.
final class Payloads {
  /// Who we are in them.
  static final SlackIdentity SELF = new SlackIdentity("T0FIRM", "U0BRIDGE", "B0BRIDGE");

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

  static JsonObject tree(String name) {
    return SlackJson.parse(text(name)).orElseThrow();
  }
}
