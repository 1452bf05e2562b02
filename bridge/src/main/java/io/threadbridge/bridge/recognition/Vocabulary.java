package io.threadbridge.bridge.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of several languages together: visitors mix them.
record Vocabulary(List<Language> languages) {
  Vocabulary {
    languages = List.copyOf(languages);
  }

  List<Phrase> phrases(Section section) {
    return languages.stream().flatMap(language -> language.phrases(section).stream()).toList();
  }

  Set<String> words(Section section) {
    Set<String> words = new HashSet<>();
    languages.forEach(language -> words.addAll(language.words(section)));
    return Set.copyOf(words);
  }

  /// Words that mean what they say and are not another word with a slip.
  Set<String> plain() {
    Set<String> words = new HashSet<>(words(Section.STATING));
    words.addAll(words(Section.SMALL));
    return Set.copyOf(words);
  }
}
