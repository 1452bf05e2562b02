package io.threadbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.threadbridge.bridge.port.Notebook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All that a [Notebook] promises.
public interface NotebookContract {
  /// The notebook under test; empty before each test.
  Notebook notebook();

  @Test
  default void whatWasNotedIsReadAgainAsItWas() {
    notebook().write("one", "place", Samples.DIFFICULT_WORDS);
    notebook().write("one", Samples.DIFFICULT_WORDS, "");

    assertThat(notebook().read("one", "place")).contains(Samples.DIFFICULT_WORDS);
    assertThat(notebook().read("one", Samples.DIFFICULT_WORDS)).contains("");
    assertThat(notebook().read("one", "another")).isEmpty();
  }

  @Test
  default void theLatestNoteCounts() {
    notebook().write("one", "place", "here");
    notebook().write("one", "place", "there");
    notebook().write("one", "place", "there");

    assertThat(notebook().read("one", "place")).contains("there");
  }

  @Test
  default void noAdapterReadsAnothersNotes() {
    notebook().write("one", "place", "here");
    notebook().write("other", "place", "there");

    assertThat(notebook().read("one", "place")).contains("here");
    assertThat(notebook().read("other", "place")).contains("there");
    assertThat(notebook().read("third", "place")).isEmpty();
  }

  @Test
  default void whatIsTooLongIsRefusedAndWhatIsNotIsKept() {
    String longest = "x".repeat(Notebook.LENGTH_MAX);
    notebook().write("one", longest, longest);

    assertThat(notebook().read("one", longest)).contains(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notebook().write("one", "place", longest + "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notebook().write("one", longest + "x", "here"));
    assertThat(notebook().read("one", "place")).isEmpty();
  }

  @Test
  default void whenItIsFullThoseGoThatWereWrittenLongestAgo() {
    notebook().write("one", "first", "kept: written again");
    notebook().write("one", "second", "goes");
    notebook().write("one", "third", "kept: the last that has room");
    notebook().write("one", "first", "kept: written again");
    fill(Notebook.NOTES_MAX - 2);

    assertThat(notebook().read("one", "second")).isEmpty();
    assertThat(notebook().read("one", "third")).isPresent();
    assertThat(notebook().read("one", "first")).isPresent();
    assertThat(notebook().read("one", "note-0")).contains("0");
    notebook().write("one", "one more", "");
    assertThat(notebook().read("one", "third")).isEmpty();
  }

  @Test
  default void ofManyWhoWriteAtOnceEachIsHeard() {
    List<Boolean> done =
        AtOnce.call(
            8,
            number -> {
              notebook().write("one", "note-" + number, Integer.toString(number));
              return true;
            });

    assertThat(done).hasSize(8);
    assertThat(IntStream.range(0, 8))
        .allSatisfy(
            number ->
                assertThat(notebook().read("one", "note-" + number))
                    .contains(Integer.toString(number)));
  }

  private void fill(int count) {
    int writers = 50;
    List<Integer> _ =
        AtOnce.call(
            writers,
            first -> {
              for (int number = first; number < count; number += writers) {
                notebook().write("one", "note-" + number, Integer.toString(number));
              }
              return first;
            });
  }
}
