package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HungFilesTest {
  private final List<String> asked = new ArrayList<>();

  private HungFiles.Hung hung(String... files) {
    String message = "{\"files\":[" + String.join(",", files) + "]}";
    return new HungFiles(this::info).of("C0SALES", SlackJson.parse(message).orElseThrow());
  }

  private Optional<JsonObject> info(String file) {
    asked.add(file);
    return Optional.empty();
  }

  private static String file(String name, String type) {
    JsonObject file = new JsonObject();
    file.addProperty("id", "F0A");
    file.addProperty("name", name);
    file.addProperty("mimetype", type);
    file.addProperty("size", 7);
    return file.toString();
  }

  @Test
  void aPostPassesOnAsManyFilesAsAMessageCarries() {
    String[] twelve =
        IntStream.range(0, 12)
            .mapToObj(n -> "{\"id\":\"F%d\",\"name\":\"a.png\",\"size\":5}".formatted(n))
            .toArray(String[]::new);
    HungFiles.Hung hung = hung(twelve);

    assertThat(hung.files()).hasSize(SharedFile.PER_MESSAGE_MAX);
    assertThat(hung.withheld()).isEqualTo(12 - SharedFile.PER_MESSAGE_MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u202Egnp.exe', agnp.exe",
    "'../../etc/passwd', '.. .. etc passwd'",
    "'two\nlines.txt', 'two lines.txt'",
    "'\u200B', F0A",
    "'', F0A",
    "' Boat 🛶.png ', 'Boat 🛶.png'",
  })
  void aNameIsReadableAndOnOneLine(String name, String shown) {
    assertThat(hung(file(name, "image/png")).files())
        .singleElement()
        .extracting(SharedFile::name)
        .isEqualTo(shown);
  }

  @Test
  void aLongNameIsCut() {
    assertThat(hung(file("🛶".repeat(300), "image/png")).files().getFirst().name())
        .hasSizeBetween(SharedFile.NAME_MAX - 2, SharedFile.NAME_MAX)
        .endsWith("…");
  }

  @ParameterizedTest
  @CsvSource({
    "image/PNG, image/png",
    "application/vnd.oasis.opendocument.text, application/vnd.oasis.opendocument.text",
    "'', application/octet-stream",
    "'text/html\r\nX: y', application/octet-stream",
    "nonsense, application/octet-stream",
  })
  void aTypeIsAMediaTypeAndNothingElse(String type, String told) {
    assertThat(hung(file("a", type)).files().getFirst().type()).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":7,\"size\":3}",
        "{\"id\":\"../F1\",\"size\":3}",
        "{\"id\":\"F0A\",\"size\":\"3\"}",
        "{\"id\":\"F0A\",\"size\":-3}",
        "{\"id\":\"F0A\",\"size\":3,\"file_access\":\"access_denied\"}",
        "{\"id\":\"F0A\",\"size\":99999999999}",
      })
  void whatIsNoFileOfOursIsWithheld(String file) {
    assertThat(hung(file)).isEqualTo(new HungFiles.Hung(List.of(), 1));
  }

  @Test
  void slackIsAskedOnceAtMost() {
    String unknown =
        IntStream.range(0, 5)
            .mapToObj(n -> "{\"id\":\"F%d\",\"file_access\":\"check_file_info\"}".formatted(n))
            .collect(Collectors.joining(","));

    assertThat(hung(unknown)).isEqualTo(new HungFiles.Hung(List.of(), 5));
    assertThat(asked).containsExactly("F0");
  }
}
