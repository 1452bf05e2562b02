package io.threadbridge.bench.replay;

import java.util.List;

/// What one visitor said and heard.
///
/// @param whole whether every line was said; else time was up
/// @param answers of the staff, in order of their numbers in the conversation
/// @param comeBacks how often the line had to be opened anew
/// @param held how often a line was refused for a while and said again
/// @param troubles what must not happen
record Played(
    Script script,
    boolean whole,
    List<Said> said,
    List<Heard> answers,
    int comeBacks,
    int held,
    List<String> troubles) {

  /// One accepted line.
  ///
  /// @param sent when it was first sent after the last refusal, if there was one, in microseconds
  /// @param accepted when the visitor heard so, in microseconds
  record Said(String text, long sent, long accepted) {}

  /// One message of the staff.
  ///
  /// @param at when it reached the visitor, in microseconds
  record Heard(String text, long at) {}
}
