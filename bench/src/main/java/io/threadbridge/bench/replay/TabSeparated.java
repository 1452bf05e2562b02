package io.threadbridge.bench.replay;

import java.util.ArrayList;
import java.util.List;

/// Reads tab-separated values in which a field that begins with a quote ends at the next single
/// quote: it may hold tabs and line ends, and quotes written twice. A quote inside any other field
/// is only a character.
public final class TabSeparated {
  private final String text;
  private int at;

  private TabSeparated(String text) {
    this.text = text;
  }

  /// The rows with their fields; empty lines are no rows.
  ///
  /// @throws IllegalArgumentException if a quoted field does not end
  public static List<List<String>> rows(String text) {
    TabSeparated reader = new TabSeparated(text);
    List<List<String>> rows = new ArrayList<>();
    while (reader.at < text.length()) {
      List<String> row = reader.row();
      if (row.size() > 1 || !row.getFirst().isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == '\t') {
      at++;
      fields.add(field());
    }
    endOfLine();
    return List.copyOf(fields);
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      quoted(field);
    }
    while (at < text.length() && "\t\r\n".indexOf(text.charAt(at)) < 0) {
      field.append(text.charAt(at++));
    }
    return field.toString();
  }

  private void quoted(StringBuilder field) {
    int start = at++;
    while (true) {
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw new IllegalArgumentException("the quote at character " + start + " does not end");
      }
      field.append(text, at, end);
      at = end + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return;
      }
      field.append('"');
      at++;
    }
  }
}
