package io.threadbridge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One story of a visitor and a desk, as a text that the owner of a shop can read: a title after
/// `#`, what it `needs:` of the platform, the `site:` on which it plays, and one line for each
/// thing that somebody does or sees.
///
/// @param file its name, for what goes wrong
/// @param site `calm`, `hurried` or `quiet`; see [StoryIT]
/// @param lines what happens, in order
record Story(String file, String title, Set<Capability> needs, String site, List<Line> lines) {
  /// One thing that is done or seen.
  record Line(int number, String words) {}

  private static final Path FOLDER = Path.of("src/test/resources/stories");
  private static final String NEEDS = "needs: ";
  private static final String SITE = "site: ";

  /// All stories, by name.
  static List<Story> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Story::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Story read(Path path) {
    try {
      return read(path.getFileName().toString(), Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The story that stands in a file.
  static Story read(String file, List<String> text) {
    String title = "";
    String site = "calm";
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    List<Line> lines = new ArrayList<>();
    for (int place = 0; place < text.size(); place++) {
      String line = text.get(place).strip();
      if (line.startsWith("# ") && title.isEmpty()) {
        title = line.substring(2);
      } else if (line.startsWith(NEEDS)) {
        Stream.of(line.substring(NEEDS.length()).split(", ", -1))
            .map(Capability::of)
            .forEach(needs::add);
      } else if (line.startsWith(SITE)) {
        site = line.substring(SITE.length());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(new Line(place + 1, line));
      }
    }
    return new Story(file, title, needs, site, List.copyOf(lines));
  }

  /// Its name in the list of tests.
  @Override
  public String toString() {
    return title;
  }
}
