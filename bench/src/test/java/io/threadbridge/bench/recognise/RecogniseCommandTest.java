package io.threadbridge.bench.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecogniseCommandTest {
  private static final String HEAD =
      "conversationId\tturnNumber\tutteranceId\tutterance\tslot-labels\tintent\n";

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /// Each look at it is a microsecond later: no test hangs on how busy the machine is.
  private final AtomicLong clock = new AtomicLong();

  private final CommandLine command =
      new CommandLine(new RecogniseCommand(() -> clock.addAndGet(1_000)));

  @BeforeEach
  void listen() {
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
  }

  @Test
  void theTableCountsWhatWasLabelledFoundAndBoth() throws IOException {
    String file =
        file(
            "a.tsv",
            row("one", "hi", "openinggreeting")
                + row("one", "ok bye", "closinggreeting")
                + row("two", "hi", "bookflight")
                + row("two", "bye", "thankyou")
                + row("three", "\"i want\na ticket\"", "bookflight<div>getseatinfo")
                + row("four", "hello anna", "openinggreeting"));
    assertThat(command.execute(file)).isZero();
    assertThat(out.toString())
        .contains("|  | all | a.tsv |")
        .contains("| lines | 6 | 6 |")
        .contains("| bare greeting: labelled, found, both | 2, 3, 2 |")
        .contains("| bare greeting: precision | 0.6667 |")
        .contains("| farewell: labelled, found, both | 1, 1, 1 |")
        .contains("| first messages with a request | 1 and 1 that only greet |")
        .contains("| taken for a bare greeting | 0 (0.00 %) |")
        .containsPattern("\\| time for a promise: median, 99 % \\| \\d+ µs, \\d+ µs \\|")
        .contains("Missed: greeting precision");
  }

  @Test
  void aMissedTargetFailsOnlyACheck() throws IOException {
    String missed = file("missed.tsv", row("one", "blub", "openinggreeting"));
    assertThat(command.execute(missed)).isZero();
    assertThat(command.execute(missed, "--check")).isEqualTo(1);
  }

  @Test
  void metTargetsPassACheck() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      rows.append(row("c" + i, "hi", "openinggreeting"));
    }
    assertThat(command.execute(file("met.tsv", rows.toString()), "--check")).isZero();
    assertThat(out.toString()).contains("All targets are met.");
  }

  @Test
  void aFileThatIsHeldOutIsReadWithOnlyTheWordsThatTheOthersNeed() throws IOException {
    String one =
        file("one.tsv", row("a", "howdy", "openinggreeting") + row("a", "bye", "closinggreeting"));
    String other =
        file(
            "two.tsv",
            row("b", "greetings", "openinggreeting") + row("b", "bye", "closinggreeting"));
    assertThat(command.execute(one, other, "--held-out")).isZero();
    assertThat(out.toString())
        .contains("| bare greeting: labelled, found, both | 2, 2, 2 | 1, 1, 1 | 1, 1, 1 |")
        .contains("|  | held out: all | held out: one.tsv | held out: two.tsv |")
        .contains("| bare greeting: labelled, found, both | 2, 0, 0 | 1, 0, 0 | 1, 0, 0 |")
        .contains("| farewell: labelled, found, both | 2, 2, 2 | 1, 1, 1 | 1, 1, 1 |");
  }

  @Test
  void oneFileAloneCannotBeHeldOut() throws IOException {
    assertThat(command.execute(file("one.tsv", row("a", "hi", "openinggreeting")), "--held-out"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("--held-out needs two files or more");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(command.execute(folder.resolve("none.tsv").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("none.tsv cannot be read");
  }

  @Test
  void aFileOfAnotherFormIsNamedWithTheReason() throws IOException {
    Path other = folder.resolve("other.tsv");
    Files.writeString(other, "a\tb\n1\t2\n");
    assertThat(command.execute(other.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("other.tsv: the first row must name conversationId");
    assertThat(command.execute(file("short.tsv", "one\t1\thi\n"))).isEqualTo(2);
    assertThat(errors.toString()).contains("short.tsv: 3 columns at one");
  }

  private String file(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEAD + rows).toString();
  }

  private static String row(String conversation, String text, String label) {
    return conversation + "\t0\tid\t" + text + "\tO\t" + label + "\n";
  }
}
