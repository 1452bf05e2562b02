package io.threadbridge.bridge.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Divides a text into sentences.
final class Sentences {
  private Sentences() {}

  /// The sentences that are no questions, each with its words and commas, and with the marks within
  /// numbers (*14:30*, *1.5*).
  ///
  /// @param abbreviated words after which a full stop does not end a sentence
  static List<List<String>> of(String text, Set<String> abbreviated) {
    List<List<String>> sentences = new ArrayList<>();
    List<String> current = new ArrayList<>();
    List<Token> tokens = Token.all(text);
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean abbreviates =
          token.raw().equals(".") && at > 0 && abbreviated.contains(tokens.get(at - 1).form());
      if (!token.isMark() || token.raw().equals(",") || isWithinNumbers(tokens, at)) {
        current.add(token.form());
      } else if (!abbreviates) {
        if (!token.raw().equals("?")) {
          sentences.add(List.copyOf(current));
        }
        current.clear();
      }
    }
    sentences.add(List.copyOf(current));
    return sentences;
  }

  private static boolean isWithinNumbers(List<Token> tokens, int at) {
    return at > 0
        && at + 1 < tokens.size()
        && ".:".contains(tokens.get(at).raw())
        && tokens.get(at - 1).isNumber()
        && tokens.get(at + 1).isNumber();
  }
}
