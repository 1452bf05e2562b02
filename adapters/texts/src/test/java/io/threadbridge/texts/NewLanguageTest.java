package io.threadbridge.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.conversation.TextKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A language is added by adding a file and its line in the index, and nothing else.
final class NewLanguageTest {
  private static final Path FOLDER = Path.of("src/main/resources/texts");
  private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
  private static final InstantSource CLOCK = InstantSource.fixed(Documented.AFTERNOON);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copyTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aFileAndItsLineInTheIndexAreALanguage() throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("en.properties")).stream()
            .map(line -> line.startsWith("still-there =") ? "still-there = Olete veel siin?" : line)
            .toList();
    Files.write(folder.resolve("et.properties"), lines);
    addToTheIndex("et");

    IcuTexts texts = texts();

    assertThat(texts.languages()).contains("et").hasSize(7);
    assertThat(texts.text("et-EE", TALLINN, TextKey.STILL_THERE, Map.of()))
        .isEqualTo("Olete veel siin?");
  }

  @Test
  void aFileThatIsNotInTheIndexIsNotRead() throws IOException {
    Files.writeString(folder.resolve("et.properties"), "still-there = {\n");

    assertThat(texts().languages()).doesNotContain("et");
  }

  @Test
  void whatTheNewLanguageLacksIsNamed() throws IOException {
    Files.writeString(folder.resolve("et.properties"), "still-there = Olete veel siin?\n");
    addToTheIndex("et");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(this::texts)
        .withMessageStartingWith("the texts in language et lack abandoned, ask-clarify, ")
        .withMessageContaining("card.back-in.minutes")
        .withMessageContaining("wait-estimate")
        .withMessageNotContaining("still-there");
  }

  @Test
  void aLineWithoutItsFileIsNamed() throws IOException {
    addToTheIndex("et");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(this::texts)
        .withMessage("cannot read the texts in language et");
  }

  private IcuTexts texts() {
    LanguageFiles files = name -> Files.newInputStream(folder.resolve(name));
    return new IcuTexts(CLOCK, files.all());
  }

  private void addToTheIndex(String language) throws IOException {
    Path index = folder.resolve("index.txt");
    Files.writeString(index, Files.readString(index) + language + "\n");
  }
}
