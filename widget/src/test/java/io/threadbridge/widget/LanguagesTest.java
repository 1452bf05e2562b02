package io.threadbridge.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LanguagesTest {

  private static final Path LANGUAGES = Path.of("src/languages");
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  static List<Path> languages() throws IOException {
    try (var files = Files.list(LANGUAGES)) {
      return files.sorted().toList();
    }
  }

  /// `dir` is the one key that a language may add: `rtl` where it is read from the right.
  @MethodSource("languages")
  @ParameterizedTest
  void everyLanguageHasTheSameKeysAndPlaces(Path language) {
    assertThat(places(language)).isEqualTo(places(LANGUAGES.resolve("en.json")));
  }

  private static Map<String, List<String>> places(Path language) {
    var places = new TreeMap<String, List<String>>();
    JsonNode words = JsonMapper.shared().readTree(language);
    for (var word : words.properties()) {
      assertThat(word.getValue().asString()).as(word.getKey()).isNotBlank();
      places.put(
          word.getKey(),
          PLACE
              .matcher(word.getValue().asString())
              .results()
              .map(MatchResult::group)
              .sorted()
              .toList());
    }
    places.remove("dir");
    return places;
  }
}
