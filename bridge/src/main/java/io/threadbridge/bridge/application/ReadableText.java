package io.threadbridge.bridge.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes what staff wrote fit for a visitor to read, whichever platform it was written on: what can
/// be read of a text, and links as text.
public final class ReadableText {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  private ReadableText() {}

  /// A text without what cannot be read: control characters but line ends and tabs, halves of
  /// characters, marks that turn the direction, and letters without width.
  public static String text(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(ReadableText::isReadable)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean isReadable(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean zeroWidth = c == 0x200B || c == 0x2060 || c == 0xFEFF;
    return !control && !surrogate && !turnsDirection && !zeroWidth;
  }

  /// An address of the web, a mailbox or a telephone, with its label where that says more than the
  /// address does; of any other address only the label.
  public static String link(String url, String label) {
    String scheme = scheme(url);
    if (!SCHEMES.contains(scheme)) {
      return label;
    }
    String shown = scheme.startsWith("http") ? url : url.substring(scheme.length() + 1);
    return label.isBlank() || saysTheSame(url, label) ? shown : label + " (" + shown + ")";
  }

  private static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static boolean saysTheSame(String url, String label) {
    String bare = bare(label);
    return bare.equals(bare(url)) || host(url).map(bare(label)::equals).orElse(false);
  }

  private static String bare(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(https?://|mailto:|tel:)", "")
        .replaceFirst("/$", "");
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
