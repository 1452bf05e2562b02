package io.threadbridge.bench.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The text of a language's file as parts that can be taken away one by one: phrases, words of a
/// choice within a phrase, words of a named set, names. What is never read as a greeting or an
/// ending is no part and stays.
final class WordParts {
  private static final Set<String> SINGLE_WORDS = Set.of("[names]", "[assent]");
  private static final Set<String> PHRASES =
      Set.of(
          "[greeting]",
          "[courtesy]",
          "[farewell]",
          "[farewell alone]",
          "[thanks]",
          "[nothing else]",
          "[closing filler]");
  private static final int WHOLE = -1;

  /// One place of a phrase: its choices, and a mark if it may be left out or repeated.
  private record Place(List<String> choices, String mark) {
    private boolean optional() {
      return mark.equals("?") || mark.equals("*");
    }
  }

  /// A line of the file that is written again: `before`, then its places.
  private record Entry(String before, List<Place> places, boolean fixed) {}

  /// Something that can be taken away.
  ///
  /// @param place of the entry, or [#WHOLE] for all of it
  record Part(int entry, int place, int choice) {}

  private final List<Entry> entries = new ArrayList<>();

  WordParts(String file) {
    String heading = "";
    for (String line : file.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
      heading = line.startsWith("[") ? line : heading;
      add(heading, line);
    }
  }

  private void add(String heading, String line) {
    if (line.startsWith("[")) {
      entries.add(new Entry(line, List.of(), true));
    } else if (heading.equals("[sets]") && !line.isEmpty()) {
      List<String> sides = List.of(line.split("=", 2));
      entries.add(new Entry(sides.getFirst() + "=", List.of(), true));
      addSingle(sides.getFirst() + "= ", sides.getLast());
    } else if (SINGLE_WORDS.contains(heading)) {
      addSingle("", line.replace(',', ' '));
    } else if (PHRASES.contains(heading)) {
      Stream.of(line.split(",", -1))
          .map(String::strip)
          .filter(phrase -> !phrase.isEmpty())
          .forEach(phrase -> entries.add(new Entry("", places(phrase), false)));
    } else {
      entries.add(new Entry(line, List.of(), true));
    }
  }

  private void addSingle(String before, String words) {
    Stream.of(words.strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> new Entry(before, List.of(new Place(List.of(word), "")), false))
        .forEach(entries::add);
  }

  private static List<Place> places(String phrase) {
    return Arrays.stream(phrase.split("\\s+", -1)).map(WordParts::place).toList();
  }

  private static Place place(String text) {
    String last = text.substring(text.length() - 1);
    boolean marked = "?*+".contains(last);
    String choices = marked ? text.substring(0, text.length() - 1) : text;
    return new Place(List.of(choices.split("\\|", -1)), marked ? last : "");
  }

  /// All parts, whole phrases and words first.
  List<Part> parts() {
    Stream<Part> wholes =
        IntStream.range(0, entries.size())
            .filter(entry -> !entries.get(entry).fixed)
            .mapToObj(entry -> new Part(entry, WHOLE, WHOLE));
    Stream<Part> choices = IntStream.range(0, entries.size()).boxed().flatMap(this::choices);
    return Stream.concat(wholes, choices).toList();
  }

  private Stream<Part> choices(int entry) {
    List<Place> places = entries.get(entry).places;
    return IntStream.range(0, places.size())
        .filter(place -> places.get(place).optional() || places.get(place).choices.size() > 1)
        .boxed()
        .flatMap(
            place ->
                IntStream.range(0, places.get(place).choices.size())
                    .mapToObj(choice -> new Part(entry, place, choice)));
  }

  /// The file without these parts. A phrase goes with the last word of a place that it needs.
  String without(Set<Part> gone) {
    StringBuilder file = new StringBuilder();
    for (int entry = 0; entry < entries.size(); entry++) {
      String line = gone.contains(new Part(entry, WHOLE, WHOLE)) ? "" : line(entry, gone);
      file.append(line).append('\n');
    }
    return file.toString();
  }

  private String line(int entry, Set<Part> gone) {
    Entry written = entries.get(entry);
    List<String> places = new ArrayList<>();
    for (int place = 0; place < written.places.size(); place++) {
      int at = place;
      List<String> all = written.places.get(place).choices;
      List<String> left =
          IntStream.range(0, all.size())
              .filter(choice -> !gone.contains(new Part(entry, at, choice)))
              .mapToObj(all::get)
              .toList();
      if (!left.isEmpty()) {
        places.add(String.join("|", left) + written.places.get(place).mark);
      } else if (!written.places.get(place).optional()) {
        return "";
      }
    }
    return written.before + String.join(" ", places);
  }
}
