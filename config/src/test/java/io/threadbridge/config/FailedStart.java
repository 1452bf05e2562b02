package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A start of the program that fails, and what it tells the person at the console.
final class FailedStart {
  private FailedStart() {}

  /// Starts with these settings; fails if that works.
  static String with(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--server.port=0");
    PrintStream console = System.out;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> Threadbridge.application().run(all.toArray(String[]::new)))
          .isInstanceOf(Exception.class);
    } finally {
      System.setOut(console);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
