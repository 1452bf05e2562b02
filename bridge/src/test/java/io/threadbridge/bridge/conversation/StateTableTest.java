package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// ARCHITECTURE's table of events and states is what the rules do. With
/// `-Dtranscripts.rewrite=true`
/// it is written anew.
class StateTableTest {
  private static final Path FILE = Path.of("../ARCHITECTURE.md");
  private static final String BEGIN = "<!-- events and states: written by StateTableTest -->\n";
  private static final String END = "<!-- end of events and states -->";

  @Test
  void theTableIsTrue() throws IOException {
    String text = Files.readString(FILE);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = "\n" + EventsAndStates.markdown() + "\n";
    if (Boolean.getBoolean("transcripts.rewrite")) {
      Files.writeString(FILE, text.substring(0, begin) + table + text.substring(end));
    } else {
      assertThat(text.substring(begin, end)).isEqualTo(table);
    }
  }
}
