package io.threadbridge.bridge.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells a bare thanks, *nothing else* or farewell from everything else, in the six languages.
/// Cautious: a message of which
/// anything but such words is left is not one, so a question never ends a conversation.
public final class ClosingWords {
  /// What such a message says.
  public enum Kind {
    /// *Thank you!*
    THANKS,
    /// *No, nothing else.*
    NOTHING_ELSE,
    /// *Goodbye!*
    FAREWELL
  }

  private static final int WORDS_MAX = 8;
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}' ]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Set<String> FAREWELLS =
      phrases(
          "bye, bye bye, goodbye, good bye, see you, see ya, have a nice day, have a good day,"
              + " have a great day, good night, take care, hei hei, heippa, moikka, näkemiin, hyvää"
              + " päivänjatkoa, mukavaa päivää, hyvää illanjatkoa, бувай, бувайте, до побачення, на все"
              + " добре, гарного дня, всього найкращого, farvel, hej hej, vi ses, ha en god dag, fortsat"
              + " god dag, hej då, adjö, ha en bra dag, ha det bra, tschüss, tschüß, auf wiedersehen, ciao,"
              + " schönen tag, schönen tag noch, einen schönen tag noch, bis bald");
  private static final Set<String> THANKS =
      phrases(
          "thanks, thank you, thank u, thankyou, thx, ty, tnx, many thanks, thanks a lot, thank you so much,"
              + " thank you very much, cheers, great thanks, thanks for your help, thank you for your help,"
              + " kiitos, kiitti, kiitoksia, suuri kiitos, kiitos paljon, kiitos avusta, kiitos avustasi,"
              + " дякую, дуже дякую, щиро дякую, спасибі, дякую за допомогу, tak, mange tak, tusind tak,"
              + " tak for hjælpen, tack, tack så mycket, stort tack, tusen tack, tack för hjälpen, danke,"
              + " vielen dank, danke schön, danke sehr, herzlichen dank, danke für die hilfe");
  private static final Set<String> NOTHING_ELSE =
      phrases(
          "no, nope, no thanks, no thank you, nothing else, nothing more, that's all, thats all, that is all,"
              + " that's it, thats it, all good, ei, ei muuta, ei kiitos, siinä kaikki, siinä se, ні, нічого"
              + " більше, це все, ні дякую, nej, nej tak, ikke andet, det var alt, det var det hele, ikke"
              + " mere, nej tack, inget annat, inget mer, det var allt, nein, nein danke, nichts weiter,"
              + " das war alles, das wars, das ist alles");
  private static final Set<String> FILLERS =
      phrases(
          "ok, okay, great, perfect, super, good, nice, cool, very much, so much, a lot, again, too, you too,"
              + " and, all, selvä, hyvä, hienoa, joo, ok kiitos, добре, гаразд, чудово, та, fint, godt, okej,"
              + " bra, og, och, ja, gut, alles klar, prima, toll, und, for now, sir, madam, dear, very, day");

  private ClosingWords() {}

  /// What kind of ending this message is, if it is nothing else. A farewell outweighs thanks,
  /// thanks outweigh *nothing else*.
  public static Optional<Kind> in(String text) {
    String rest = normalized(text);
    if (rest.isEmpty() || rest.split(" ", -1).length > WORDS_MAX || text.indexOf('?') >= 0) {
      return Optional.empty();
    }
    boolean farewell = false;
    boolean thanks = false;
    boolean nothing = false;
    while (!rest.isEmpty()) {
      String phrase = longestPhraseAtTheBeginningOf(rest);
      if (phrase.isEmpty()) {
        return Optional.empty();
      }
      farewell |= FAREWELLS.contains(phrase);
      thanks |= THANKS.contains(phrase);
      nothing |= NOTHING_ELSE.contains(phrase);
      rest = rest.substring(phrase.length()).strip();
    }
    if (farewell) {
      return Optional.of(Kind.FAREWELL);
    }
    if (thanks) {
      return Optional.of(Kind.THANKS);
    }
    return nothing ? Optional.of(Kind.NOTHING_ELSE) : Optional.empty();
  }

  private static String longestPhraseAtTheBeginningOf(String rest) {
    List<String> words = List.of(rest.split(" ", -1));
    for (int length = words.size(); length > 0; length--) {
      String phrase = String.join(" ", words.subList(0, length));
      if (FAREWELLS.contains(phrase)
          || THANKS.contains(phrase)
          || NOTHING_ELSE.contains(phrase)
          || FILLERS.contains(phrase)) {
        return phrase;
      }
    }
    return "";
  }

  private static String normalized(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    String letters = NOT_A_LETTER.matcher(lower).replaceAll(" ");
    return BLANKS.matcher(letters).replaceAll(" ").strip();
  }

  private static Set<String> phrases(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }
}
