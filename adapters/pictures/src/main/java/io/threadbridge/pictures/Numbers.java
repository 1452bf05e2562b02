package io.threadbridge.pictures;

import java.math.RoundingMode;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Numbers as readers of a language write them: whole up to 9,999, and short from there on, such
/// as *1.2M*.
final class Numbers extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final long LONGEST_WHOLE = 9_999;

  private final NumberFormat whole;
  private final NumberFormat brief;

  /// @param language a BCP 47 tag
  Numbers(String language) {
    Locale locale = Locale.forLanguageTag(language);
    whole = NumberFormat.getIntegerInstance(locale);
    brief = NumberFormat.getCompactNumberInstance(locale, Style.SHORT);
    brief.setMaximumFractionDigits(1);
    brief.setRoundingMode(RoundingMode.HALF_UP);
  }

  @Override
  public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
    return format(Math.round(number), text, position);
  }

  @Override
  public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
    return (number > LONGEST_WHOLE ? brief : whole).format(number, text, position);
  }

  @Override
  public Number parse(String text, ParsePosition position) {
    return whole.parse(text, position);
  }
}
