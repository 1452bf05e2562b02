package io.threadbridge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The smallest part of a script that means something; comments and white space are none.
record ScriptToken(Kind kind, String text) {

  enum Kind {
    /// A name or a keyword.
    WORD,
    NUMBER,
    /// A string, a regular expression, or a piece of a template up to the next inserted value.
    LITERAL,
    SIGN
  }

  private static final Pattern SPACE = Pattern.compile("(?:\\s++|//.*+|/\\*[\\s\\S]*?\\*/)++");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*");
  private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'");
  private static final Pattern REGEX =
      Pattern.compile("/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\]|\\\\.)*])+/\\w*");
  private static final Pattern TEMPLATE =
      Pattern.compile("[`}](?:[^`\\\\$]++|\\\\.|\\$(?!\\{))*+(?:`|\\$\\{)");
  private static final Pattern SIGN =
      Pattern.compile(
          "\\.\\.\\.|=>|\\*\\*|\\?\\?=?|\\?\\.(?!\\d)|[=!]==?|[<>+*/%-]=|&&|\\|\\||\\+\\+|--|[^\\s\\w]");

  /// What a value may end with: a slash after it divides.
  private static final Set<String> ENDS = Set.of(")", "]", "}");

  /// The parts of a script, in order.
  static List<ScriptToken> of(String script) {
    return new Reader(script).read();
  }

  boolean is(String wanted) {
    return kind != Kind.LITERAL && text.equals(wanted);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /// Whether a value is inserted into a template behind this.
  boolean opensValue() {
    return kind == Kind.LITERAL && text.endsWith("${");
  }

  private boolean endsValue() {
    return (kind == Kind.WORD && !text.equals("return"))
        || kind == Kind.NUMBER
        || (kind == Kind.LITERAL && !opensValue())
        || ENDS.contains(text);
  }

  private static final class Reader {
    private final List<ScriptToken> tokens = new ArrayList<>();
    private final List<Boolean> open = new ArrayList<>();
    private final Matcher matcher;
    private int at;

    Reader(String script) {
      this.matcher = SPACE.matcher(script);
    }

    List<ScriptToken> read() {
      while (at < matcher.regionEnd()) {
        boolean afterValue = !tokens.isEmpty() && tokens.getLast().endsValue();
        boolean known =
            skip()
                || take(WORD, Kind.WORD)
                || take(NUMBER, Kind.NUMBER)
                || take(STRING, Kind.LITERAL)
                || (startsTemplate() && take(TEMPLATE, Kind.LITERAL))
                || (!afterValue && take(REGEX, Kind.LITERAL))
                || take(SIGN, Kind.SIGN);
        if (!known) {
          throw new IllegalStateException("the widget's script cannot be read at " + at);
        }
      }
      return List.copyOf(tokens);
    }

    private boolean skip() {
      boolean found = matcher.usePattern(SPACE).region(at, matcher.regionEnd()).lookingAt();
      at = found ? matcher.end() : at;
      return found;
    }

    private boolean startsTemplate() {
      matcher.usePattern(TEMPLATE).region(at, matcher.regionEnd());
      boolean goesOn = !open.isEmpty() && open.getLast();
      return matcher.lookingAt() && (matcher.group().startsWith("`") || goesOn);
    }

    private boolean take(Pattern pattern, Kind kind) {
      if (!matcher.usePattern(pattern).region(at, matcher.regionEnd()).lookingAt()) {
        return false;
      }
      at = matcher.end();
      ScriptToken token = new ScriptToken(kind, matcher.group());
      tokens.add(token);
      nest(token);
      return true;
    }

    /// Which braces are open, and whether each is one of a template's.
    private void nest(ScriptToken token) {
      boolean literal = token.kind == Kind.LITERAL;
      if (token.is("}") || (literal && token.text.startsWith("}"))) {
        open.removeLast();
      }
      if (token.is("{") || token.opensValue()) {
        open.add(token.opensValue());
      }
    }
  }
}
