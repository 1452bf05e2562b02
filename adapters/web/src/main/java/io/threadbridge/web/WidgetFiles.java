package io.threadbridge.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The widget's files, read once from the class path. Only what was found there is ever served, by
/// its exact name: no name leads anywhere else.
final class WidgetFiles {
  private static final String ROOT = "io/threadbridge/widget/";

  /// What browsers load; other files there, such as the protocol's samples, are not served.
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "html", "text/html;charset=UTF-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  /// One file; `tag` changes with its bytes.
  static final class File {
    final byte[] bytes;
    final byte[] zipped;
    final String type;
    final String tag;

    private File(byte[] bytes, byte[] zipped, String type, String tag) {
      this.bytes = bytes;
      this.zipped = zipped;
      this.type = type;
      this.tag = tag;
    }
  }

  private final Map<String, File> files;

  private WidgetFiles(Map<String, File> files) {
    this.files = Map.copyOf(files);
  }

  /// All files of the widget's module.
  static WidgetFiles fromClassPath() {
    Map<String, File> files = new HashMap<>();
    try {
      for (Resource resource :
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**")) {
        String address = resource.getURL().toString();
        String name = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type != null && !name.startsWith("protocol/")) {
          files.put(name, file(resource.getContentAsByteArray(), type));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the widget's files cannot be read", e);
    }
    return new WidgetFiles(files);
  }

  /// The file of this name, such as `frame.html` or `languages/fi.json`.
  Optional<File> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static File file(byte[] bytes, String type) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }
    return new File(bytes, zipped.toByteArray(), type, tag(bytes));
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
