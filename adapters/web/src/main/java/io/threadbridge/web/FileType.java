package io.threadbridge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A type of file that visitors may send. Anything else is refused: what a browser would run (HTML,
/// SVG, scripts), what a computer would, and containers in which anything may be (archives, and the
/// office formats before 2007, which share theirs with installers).
enum FileType {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  PDF("application/pdf", "pdf"),
  TEXT("text/plain", "txt", "log"),
  CSV("text/csv", "csv"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", "odp"),
  MP4("video/mp4", "mp4", "m4v"),
  QUICKTIME("video/quicktime", "mov"),
  M4A("audio/mp4", "m4a"),
  MP3("audio/mpeg", "mp3");

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes never changes
  private final List<String> extensions;

  FileType(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  String mediaType() {
    return mediaType;
  }

  /// Whether browsers and chat clients show it as a picture.
  boolean isPicture() {
    return switch (this) {
      case PNG, JPEG, GIF, WEBP -> true;
      default -> false;
    };
  }

  /// The type whose files' names end like this one's.
  static Optional<FileType> named(String name) {
    String extension = extension(name);
    return Arrays.stream(values()).filter(type -> type.extensions.contains(extension)).findFirst();
  }

  static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /// The name with an ending of this type's: another type's is replaced, and to any other something
  /// is added, so that no computer takes the file for what it is not.
  String fit(String name) {
    if (extensions.contains(extension(name))) {
      return name;
    }
    String stem = named(name).isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
    return stem + "." + extensions.getFirst();
  }

  /// What follows the last point, in small letters; empty if there is none.
  static String extension(String name) {
    int point = name.lastIndexOf('.');
    return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
  }
}
