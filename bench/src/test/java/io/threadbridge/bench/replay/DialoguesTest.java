package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialoguesTest {
  private static final String HEAD =
      "conversationId\tturnNumber\tutteranceId\tutterance\tslot-labels\tintent\n";

  @Test
  void aDialogueHasItsLinesInOrderAndNoEmptyOnes() {
    String file =
        HEAD
            + row("one", "hi")
            + row("one", "\"from hamburg \n to perth\"")
            + row("two", "hello")
            + row("two", " ")
            + row("three", "")
            + row("one", "bye");
    assertThat(Dialogues.of(file))
        .containsExactly(
            new Dialogue("one", List.of("hi", "from hamburg \n to perth", "bye")),
            new Dialogue("two", List.of("hello")));
  }

  @Test
  void aRowWithAnotherNumberOfColumnsIsRefused() {
    assertThatThrownBy(() -> Dialogues.of(HEAD + "one\t1\thi\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 columns at one");
  }

  @Test
  void theFilesOfAFolderAreTakenInTurn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.tsv"), HEAD + row("a1", "x") + row("a2", "x"));
    Files.writeString(folder.resolve("b.tsv"), HEAD + row("b1", "x"));
    Files.writeString(folder.resolve("notes.md"), "nothing to play");
    assertThat(Dialogues.read(folder)).extracting(Dialogue::id).containsExactly("a1", "b1", "a2");
  }

  @Test
  void aFolderWithoutSuchFilesIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Dialogues.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("*.tsv");
  }

  private static String row(String conversation, String utterance) {
    return conversation + "\t0\tid\t" + utterance + "\tO\tnone\n";
  }
}
