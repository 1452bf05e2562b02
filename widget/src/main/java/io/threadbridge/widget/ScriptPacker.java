package io.threadbridge.widget;

import io.threadbridge.widget.ScriptNames.Role;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes a script again with as few characters as its meaning allows: without comments and spaces,
/// and with short names for the variables that it declares. A name becomes the same short one
/// wherever it stands for a variable, so scopes need not be known; properties keep theirs.
///
/// It relies on the sources' style: every statement ends with a semicolon, strings are in single
/// quotes, and no variable has the name of one of the browser's that is used elsewhere.
final class ScriptPacker {

  private static final String FIRST = "etsnrioaldcphumfgybvkwxqjzTESLAMICDRNPOUBFHVWGKYXQJZ_$";

  /// What may be written shorter; nothing assigns to a constant, so a variable does as well.
  private static final Map<String, String> SHORTER =
      Map.of("const", "let", "true", "!0", "false", "!1");

  private final List<ScriptToken> tokens;
  private final ScriptNames names;
  private final Map<String, String> shortened;
  private final Map<String, String> properties;

  private ScriptPacker(String script) {
    this.tokens = ScriptToken.of(script);
    this.names = new ScriptNames(tokens);
    this.shortened = shortened();
    this.properties = properties();
  }

  /// The same script, shorter.
  static String pack(String script) {
    return new ScriptPacker(script).written();
  }

  /// The names that a script expects of the browser.
  static Set<String> free(String script) {
    return new ScriptNames(ScriptToken.of(script)).free();
  }

  private String written() {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < tokens.size(); at++) {
      if (isIdle(at)) {
        continue;
      }
      String text = text(at);
      if (!out.isEmpty() && meet(out.charAt(out.length() - 1), text.charAt(0))) {
        out.append(' ');
      }
      out.append(text);
    }
    return out.toString();
  }

  /// A semicolon or comma before a closing bracket, and parentheses around a single parameter.
  private boolean isIdle(int at) {
    return ((is(at, ";") || is(at, ",")) && is(at + 1, "}"))
        || (is(at, ",") && (is(at + 1, "]") || is(at + 1, ")")))
        || (is(at, "(") && isSingleParameter(at))
        || (is(at, ")") && isSingleParameter(at - 2));
  }

  private boolean isSingleParameter(int at) {
    return is(at, "(") && tokens.get(at + 1).isWord() && is(at + 2, ")") && is(at + 3, "=>");
  }

  private boolean is(int at, String sign) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(sign);
  }

  private String text(int at) {
    ScriptToken token = tokens.get(at);
    String text = token.text();
    return switch (names.roleOf(at)) {
      case VARIABLE -> shortened.getOrDefault(text, text);
      case BOTH -> both(property(text), shortened.getOrDefault(text, text));
      case PROPERTY -> property(text);
      case NONE ->
          switch (token.kind()) {
            case NUMBER -> text.replace("_", "");
            case LITERAL -> text.contains("\n") ? StylePacker.pack(text) : text;
            case WORD -> SHORTER.getOrDefault(text, text);
            case SIGN -> text;
          };
    };
  }

  private static String both(String property, String variable) {
    return property.equals(variable) ? property : property + ":" + variable;
  }

  private String property(String name) {
    return properties.getOrDefault(name, name);
  }

  /// Short names for the properties of [OwnNames], each its own: the one that the variable of the
  /// same name has, where no other property has it, so that `{ name }` stays one word.
  private Map<String, String> properties() {
    List<String> all =
        IntStream.range(0, tokens.size())
            .filter(at -> names.roleOf(at) == Role.PROPERTY || names.roleOf(at) == Role.BOTH)
            .mapToObj(at -> tokens.get(at).text())
            .toList();
    Set<String> taken = new HashSet<>(all);
    Map<String, String> result = new HashMap<>();
    all.stream()
        .filter(OwnNames::has)
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(name -> -Collections.frequency(all, name))
                .thenComparing(name -> name))
        .forEach(
            name -> {
              String chosen =
                  Stream.concat(
                          Stream.ofNullable(shortened.get(name)),
                          IntStream.iterate(0, number -> number + 1).mapToObj(ScriptPacker::name))
                      .filter(each -> !taken.contains(each) && !ScriptNames.isKeyword(each))
                      .findFirst()
                      .orElseThrow();
              taken.add(chosen);
              result.put(name, chosen);
            });
    return result;
  }

  /// Whether two tokens would be read as one if nothing stood between them.
  private static boolean meet(char before, char after) {
    return (isOfName(before) && isOfName(after)) || (before == after && "+-/".indexOf(after) >= 0);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /// The most frequent names get the shortest; two may share one where they never meet.
  private Map<String, String> shortened() {
    Map<String, BitSet> places = places();
    List<String> order =
        places.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(name -> -count(name)).thenComparing(name -> name))
            .toList();
    Set<String> free = names.free();
    Map<String, BitSet> taken = new HashMap<>();
    Map<String, String> result = new HashMap<>();
    for (String name : order) {
      String chosen =
          IntStream.iterate(0, number -> number + 1)
              .mapToObj(ScriptPacker::name)
              .filter(each -> !free.contains(each) && !ScriptNames.isKeyword(each))
              .filter(each -> !taken.getOrDefault(each, new BitSet()).intersects(places.get(name)))
              .findFirst()
              .orElseThrow();
      taken.computeIfAbsent(chosen, _ -> new BitSet()).or(places.get(name));
      result.put(name, chosen);
    }
    return result;
  }

  /// In which parts of the script each declared name stands; those of the top level in all.
  private Map<String, BitSet> places() {
    Map<String, BitSet> places = new HashMap<>();
    for (int at = 0; at < tokens.size(); at++) {
      String name = tokens.get(at).text();
      if (isVariable(at) && names.isDeclared(name)) {
        places.computeIfAbsent(name, _ -> new BitSet()).set(names.partAt(at));
      }
    }
    int parts = names.partAt(tokens.size() - 1) + 1;
    places.forEach((name, set) -> set.set(0, names.isEverywhere(name) ? parts : 0));
    return places;
  }

  private int count(String name) {
    return (int)
        IntStream.range(0, tokens.size())
            .filter(at -> isVariable(at) && tokens.get(at).text().equals(name))
            .count();
  }

  private boolean isVariable(int at) {
    return names.roleOf(at) == Role.VARIABLE || names.roleOf(at) == Role.BOTH;
  }

  private static String name(int number) {
    int base = FIRST.length();
    String last = FIRST.substring(number % base, number % base + 1);
    return number < base ? last : name(number / base - 1) + last;
  }
}
