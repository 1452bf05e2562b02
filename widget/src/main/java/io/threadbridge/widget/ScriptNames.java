package io.threadbridge.widget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells the names of a script apart: which word is a variable, which a property, and which
/// variables the script declares itself. What is not surely a declaration counts as none.
final class ScriptNames {

  enum Role {
    NONE,
    VARIABLE,
    PROPERTY,
    /// `{ name }`: a property and a variable in one word.
    BOTH
  }

  private enum Bracket {
    BLOCK,
    CLASS,
    OBJECT,
    OBJECT_PATTERN,
    LIST,
    LIST_PATTERN;

    boolean isObject() {
      return this == OBJECT || this == OBJECT_PATTERN;
    }

    boolean isPattern() {
      return this == OBJECT_PATTERN || this == LIST_PATTERN;
    }
  }

  private static final Set<String> KEYWORDS =
      Set.of(
          "async",
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "default",
          "delete",
          "do",
          "else",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "import",
          "in",
          "instanceof",
          "let",
          "new",
          "null",
          "of",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "undefined",
          "void",
          "while");
  private static final Set<String> DECLARING = Set.of("const", "let", "class", "function");
  private static final Set<String> NO_CALL = Set.of("if", "for", "while", "switch");
  private static final Set<String> BLOCK_AFTER =
      Set.of("", ")", "=>", ";", "}", "else", "try", "finally", "catch", "do");

  private final List<ScriptToken> tokens;
  private final List<Role> roles = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> everywhere = new HashSet<>();
  private final List<Integer> parts = new ArrayList<>();
  private final List<Bracket> open = new ArrayList<>();

  /// Whether the outermost bracket that is open belongs to a declaration at the top level.
  private boolean atTop;

  ScriptNames(List<ScriptToken> tokens) {
    this.tokens = tokens;
    for (int at = 0; at < tokens.size(); at++) {
      ScriptToken token = tokens.get(at);
      parts.add(partOf(at));
      roles.add(token.isWord() ? role(at) : Role.NONE);
      nest(at, token);
    }
  }

  Role roleOf(int at) {
    return roles.get(at);
  }

  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  /// Whether the variable is declared at the top level, so that it may be meant anywhere.
  boolean isEverywhere(String name) {
    return everywhere.contains(name);
  }

  /// In which part of the script this stands. A function or method is wholly within one part, so a
  /// variable that is not [#isEverywhere] has nothing to do with another part's of the same name.
  int partAt(int at) {
    return parts.get(at);
  }

  private int partOf(int at) {
    int before = parts.isEmpty() ? 0 : parts.getLast();
    boolean member =
        within() == Bracket.CLASS && (sign(at - 1).equals("{") || sign(at - 1).equals("}"));
    boolean function = open.isEmpty() && tokens.get(at).is("function");
    return member || function ? before + 1 : before;
  }

  /// The variables that the script uses and does not declare: what the browser must know.
  Set<String> free() {
    Set<String> free = new HashSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      boolean variable = roles.get(at) == Role.VARIABLE || roles.get(at) == Role.BOTH;
      if (variable && !declared.contains(tokens.get(at).text())) {
        free.add(tokens.get(at).text());
      }
    }
    return free;
  }

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  private Role role(int at) {
    String word = tokens.get(at).text();
    String before = sign(at - 1);
    String after = sign(at + 1);
    if (before.equals(".") || before.equals("?.")) {
      return Role.PROPERTY;
    }
    boolean named = within().isObject() && (before.equals("{") || before.equals(","));
    if ((named && (after.equals(":") || after.equals("(")))
        || (within() == Bracket.CLASS && after.equals("("))) {
      return Role.PROPERTY;
    }
    if (KEYWORDS.contains(word)) {
      return Role.NONE;
    }
    if (declares(before, after)) {
      declared.add(word);
      if (open.isEmpty() || (open.size() == 1 && atTop)) {
        everywhere.add(word);
      }
    }
    return named ? Role.BOTH : Role.VARIABLE;
  }

  private boolean declares(String before, String after) {
    boolean inPattern =
        within().isPattern() && Set.of("(", "{", "[", ",", "...", ":").contains(before);
    return inPattern || after.equals("=>") || DECLARING.contains(before);
  }

  private void nest(int at, ScriptToken token) {
    if (open.isEmpty()) {
      atTop = sign(at - 1).equals("const") || sign(at - 1).equals("let");
    }
    switch (token.kind() == ScriptToken.Kind.SIGN ? token.text() : "") {
      case "{" -> open.add(brace(at));
      case "[" -> open.add(opensPattern(at) ? Bracket.LIST_PATTERN : Bracket.LIST);
      case "(" -> open.add(takesParameters(at) ? Bracket.LIST_PATTERN : Bracket.LIST);
      case "}", "]", ")" -> open.removeLast();
      default -> {}
    }
    if (token.kind() == ScriptToken.Kind.LITERAL && token.text().startsWith("}")) {
      open.removeLast();
    }
    if (token.opensValue()) {
      open.add(Bracket.LIST);
    }
  }

  private Bracket brace(int at) {
    String before = sign(at - 1);
    if (sign(at - 2).equals("class") || sign(at - 4).equals("class")) {
      return Bracket.CLASS;
    }
    boolean inBlock = before.equals("{") && within() == Bracket.BLOCK;
    if (inBlock || BLOCK_AFTER.contains(before)) {
      return Bracket.BLOCK;
    }
    return opensPattern(at) ? Bracket.OBJECT_PATTERN : Bracket.OBJECT;
  }

  private boolean opensPattern(int at) {
    String before = sign(at - 1);
    boolean nested = within().isPattern() && Set.of("(", "{", "[", ",", ":").contains(before);
    return nested || before.equals("const") || before.equals("let");
  }

  /// Whether this parenthesis holds the parameters of a function, or the fault of a `catch`.
  private boolean takesParameters(int at) {
    String after = sign(closing(at) + 1);
    String before = sign(at - 1);
    boolean named = at > 0 && tokens.get(at - 1).isWord() && !NO_CALL.contains(before);
    return after.equals("=>") || (after.equals("{") && named);
  }

  private int closing(int from) {
    int depth = 0;
    for (int at = from; at < tokens.size(); at++) {
      depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new IllegalStateException("a parenthesis of the widget's script is not closed");
  }

  private Bracket within() {
    return open.isEmpty() ? Bracket.BLOCK : open.getLast();
  }

  /// The word or sign at this place, or nothing.
  private String sign(int at) {
    boolean there = at >= 0 && at < tokens.size();
    return there && tokens.get(at).kind() != ScriptToken.Kind.LITERAL
        ? tokens.get(at).text()
        : there ? "'" : "";
  }
}
