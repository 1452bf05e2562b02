package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The stories can be played, and the table of what each platform can do is theirs. It is written
/// anew with `-Dplatforms.rewrite=true`.
final class StoriesTest {
  private static final Path FILE = Path.of("../docs/platforms.md");
  private static final String BEGIN =
      "<!-- what each platform can do: written by StoriesTest -->\n\n";
  private static final String END = "\n<!-- end of what each platform can do -->";

  @Test
  void everyLineOfEveryStoryIsASentence() {
    List<String> unknown =
        Story.all().stream()
            .flatMap(
                story ->
                    story.lines().stream()
                        .filter(line -> !Sentence.isOne(line.words()))
                        .map(line -> story.file() + ":" + line.number() + ": " + line.words()))
            .toList();

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyStoryHasATitleOfItsOwnAndNamesWhatItNeeds() {
    assertThat(Story.all().stream().map(Story::title)).doesNotHaveDuplicates().doesNotContain("");
    assertThat(Story.all()).allMatch(story -> !story.needs().isEmpty());
    assertThat(Story.all())
        .allMatch(story -> List.of("calm", "hurried", "quiet").contains(story.site()));
  }

  @Test
  void everyCapabilityIsProvenByAStory() {
    assertThat(Story.all().stream().flatMap(story -> story.needs().stream()).distinct())
        .containsExactlyInAnyOrder(Capability.values());
  }

  @Test
  void theTableOfPlatformsIsWhatTheStoriesNeed() throws IOException {
    String text = Files.readString(FILE);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("platforms.rewrite")) {
      Files.writeString(FILE, text.substring(0, begin) + table() + text.substring(end));
    } else {
      assertThat(text.substring(begin, end)).isEqualTo(table());
    }
  }

  private static String table() {
    String heads =
        Stream.of(Platform.values()).map(Platform::called).collect(Collectors.joining(" | "));
    String lines = "---|".repeat(Platform.values().length + 2);
    return "| what | "
        + heads
        + " | stories |\n|"
        + lines
        + "\n"
        + Stream.of(Capability.values()).map(StoriesTest::row).collect(Collectors.joining());
  }

  private static String row(Capability capability) {
    long stories = Story.all().stream().filter(story -> story.needs().contains(capability)).count();
    String cells =
        Stream.of(Platform.values())
            .map(platform -> platform.whyNot(capability).map(why -> "no: " + why).orElse("yes"))
            .collect(Collectors.joining(" | "));
    return "| " + capability.meaning() + " | " + cells + " | " + stories + " |\n";
  }
}
