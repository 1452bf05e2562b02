package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/// Says by its first bytes which kind of picture something is: Teams calls them all `image/*`.
final class PictureType {
  /// So many bytes tell.
  static final int BYTES = 12;

  private static final String WEBP = "RIFF....WEBP";

  private PictureType() {}

  /// The media type of a picture that begins with these; empty if it is none that browsers and
  /// chat clients show.
  static Optional<String> of(byte[] first) {
    String start = new String(first, 0, Math.min(first.length, BYTES), ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\032\n")) {
      return Optional.of("image/png");
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    return start.length() == BYTES && start.matches("(?s)" + WEBP)
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  /// The media type of a picture as a header names it, without parameters; empty if it names none.
  static Optional<String> named(String header) {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.of(type).filter(known -> known.matches("image/[a-z0-9][a-z0-9.+-]{0,40}"));
  }

  /// What a file's name ends with, dot and all.
  static String ending(String type) {
    return switch (type) {
      case "image/jpeg" -> ".jpg";
      case "image/svg+xml" -> ".svg";
      default -> type.matches("image/[a-z]{2,8}") ? "." + type.substring("image/".length()) : "";
    };
  }
}
