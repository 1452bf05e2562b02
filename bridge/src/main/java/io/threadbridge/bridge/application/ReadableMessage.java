package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.SharedFile;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message as one text, for where files cannot be shown with it: its words, and a line for each
/// file, such as *📎 photo.jpg · 214 kB*.
public final class ReadableMessage {
  private static final int KILO = 1_000;

  private ReadableMessage() {}

  /// The text of a message; empty if it was taken back.
  public static String of(Message message) {
    return Stream.concat(
            Stream.of(message.text()).filter(text -> !text.isEmpty()),
            message.files().stream().map(ReadableMessage::line))
        .collect(Collectors.joining("\n"));
  }

  /// A file as one line: its name and, where it is known, its size.
  public static String line(SharedFile file) {
    return "📎 " + file.name() + (file.size() > 0 ? " · " + size(file.size()) : "");
  }

  /// In decimal units, as browsers and operating systems show it.
  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    long kilobytes = Math.round(bytes / (double) KILO);
    return kilobytes < KILO
        ? kilobytes + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) KILO / KILO);
  }
}
