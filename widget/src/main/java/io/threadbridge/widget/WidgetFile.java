package io.threadbridge.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One file of the widget as a browser gets it.
///
/// @param contentType with its charset, for the header of that name
/// @param text the whole file
public record WidgetFile(String contentType, String text) {

  private static final int TAG_BYTES = 12;

  public byte[] plain() {
    return text.getBytes(UTF_8);
  }

  /// The file as `Content-Encoding: gzip`.
  public byte[] gzipped() {
    return Gzip.of(plain());
  }

  /// A strong entity tag with its quotes: the same text has the same one on every instance.
  public String entityTag() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(plain());
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
