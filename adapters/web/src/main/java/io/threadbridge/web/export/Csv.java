package io.threadbridge.web.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table as RFC 4180 has it, safe to open in a spreadsheet: a cell that one would take for a
/// formula begins with an apostrophe.
final class Csv {
  private static final String LINE_END = "\r\n";
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  private final StringBuilder table = new StringBuilder();

  /// One more row.
  Csv row(List<String> cells) {
    table.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append(LINE_END);
    return this;
  }

  private static String cell(String value) {
    String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
    return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
