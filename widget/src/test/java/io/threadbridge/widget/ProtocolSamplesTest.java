package io.threadbridge.widget;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProtocolSamplesTest {

  private static final Path SAMPLES = Path.of("protocol");
  private static final Path DOCUMENT = Path.of("../docs/visitor-protocol.md");

  private static final Set<String> TO_THE_BRIDGE =
      Set.of(
          "hello", "ping", "say", "edit", "delete", "draft", "seen", "page", "form", "choice",
          "rate", "leave", "erase");
  private static final Set<String> FROM_THE_BRIDGE =
      Set.of(
          "welcome",
          "pong",
          "accepted",
          "refused",
          "message",
          "edited",
          "deleted",
          "delivered",
          "seen",
          "state",
          "availability",
          "token",
          "moved");

  private static final Pattern SAMPLE = Pattern.compile("(visitor|bridge)-([a-z]+)[-.].*");

  static List<Path> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files.sorted().toList();
    }
  }

  @MethodSource("samples")
  @ParameterizedTest
  void everySampleIsAnObjectOfTheTypeThatItsNameSays(Path sample) {
    var name = sample.getFileName().toString().replace(".json", "");
    var object = JsonMapper.shared().readTree(sample);

    assertThat(object.isObject()).isTrue();
    var direction = name.substring(0, name.indexOf('-'));
    switch (direction) {
      case "visitor" -> assertThat(TO_THE_BRIDGE).contains(typeIn(name, object));
      case "bridge" -> assertThat(FROM_THE_BRIDGE).contains(typeIn(name, object));
      default -> assertThat(direction).isEqualTo("http");
    }
  }

  private static String typeIn(String name, JsonNode object) {
    var type = object.path("type").asString();
    assertThat(name + "-").contains("-" + type + "-");
    return type;
  }

  @Test
  void everyTypeHasASample() throws IOException {
    var types =
        samples().stream()
            .map(path -> SAMPLE.matcher(path.getFileName().toString()))
            .filter(Matcher::matches)
            .map(name -> name.group(1) + " " + name.group(2))
            .collect(toSet());

    assertThat(types)
        .containsAll(TO_THE_BRIDGE.stream().map(type -> "visitor " + type).toList())
        .containsAll(FROM_THE_BRIDGE.stream().map(type -> "bridge " + type).toList());
  }

  @Test
  void theDocumentDescribesEveryType() throws IOException {
    var document = Files.readString(DOCUMENT);

    assertThat(Stream.concat(TO_THE_BRIDGE.stream(), FROM_THE_BRIDGE.stream()))
        .allSatisfy(type -> assertThat(document).contains("| `" + type + "` |"));
  }
}
