package io.threadbridge.bridge.recognition;

import java.util.AbstractList;
import java.util.List;

/// A row of words that counts how often one is asked for.
final class CountedWords extends AbstractList<String> {
  private final List<String> words;
  private long asked;

  CountedWords(List<String> words) {
    this.words = List.copyOf(words);
  }

  @Override
  public String get(int index) {
    asked++;
    return words.get(index);
  }

  @Override
  public int size() {
    return words.size();
  }

  long asked() {
    return asked;
  }
}
