package io.threadbridge.bridge.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of one language, from its file. A file has headings in brackets, one for each
/// [Section], lines below them, and comments after `#`. Commas divide phrases on a line.
///
/// @param code such as `en`
/// @param lines what each section holds; absent where the file lacks it
/// @param sets the named sets of words
record Language(String code, Map<Section, List<String>> lines, Map<String, Set<String>> sets) {
  /// The set of the language's first names, which every file has.
  private static final String NAME = "name";

  Language {
    lines = Map.copyOf(lines);
    sets = Map.copyOf(sets);
  }

  /// @throws IllegalArgumentException if a line is none of the above
  static Language parse(String code, String file) {
    Map<Section, List<String>> lines = new EnumMap<>(Section.class);
    List<String> current = new ArrayList<>();
    for (String line : file.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
      if (line.startsWith("[")) {
        current = lines.computeIfAbsent(section(code, line), _ -> new ArrayList<>());
      } else {
        Arrays.stream(line.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .forEach(current::add);
      }
    }
    Map<String, Set<String>> sets = sets(lines.getOrDefault(Section.SETS, List.of()));
    sets.put(NAME, new HashSet<>());
    lines
        .getOrDefault(Section.NAMES, List.of())
        .forEach(line -> sets.get(NAME).addAll(forms(line)));
    return new Language(code, lines, sets);
  }

  private static Section section(String code, String line) {
    String heading = line.substring(1, line.length() - 1);
    return Section.of(heading)
        .orElseThrow(() -> new IllegalArgumentException(code + " has a section " + heading));
  }

  private static Map<String, Set<String>> sets(List<String> lines) {
    Map<String, Set<String>> sets = new HashMap<>();
    for (String line : lines) {
      List<String> sides = List.of(line.split("=", 2));
      sets.computeIfAbsent(sides.getFirst().strip(), _ -> new HashSet<>())
          .addAll(forms(sides.getLast()));
    }
    return sets;
  }

  /// The single words of a section, in the form in which they are compared.
  Set<String> words(Section section) {
    Set<String> words = new HashSet<>();
    of(section).forEach(line -> words.addAll(forms(line)));
    return Set.copyOf(words);
  }

  /// The phrases of a section.
  ///
  /// @throws IllegalArgumentException if one names a set that is not there
  List<Phrase> phrases(Section section) {
    return of(section).stream().map(line -> Phrase.parse(line, sets)).toList();
  }

  /// The lines `phrase = number` of a section.
  Map<String, Integer> numbers(Section section) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : of(section)) {
      List<String> sides = List.of(line.split("=", 2));
      numbers.put(sides.getFirst().strip(), Integer.parseInt(sides.getLast().strip()));
    }
    return Map.copyOf(numbers);
  }

  /// The sections that this language lacks.
  List<Section> missing() {
    return Arrays.stream(Section.values()).filter(section -> of(section).isEmpty()).toList();
  }

  private List<String> of(Section section) {
    return lines.getOrDefault(section, List.of());
  }

  private static List<String> forms(String words) {
    return Token.words(words).stream().map(Token::form).toList();
  }
}
