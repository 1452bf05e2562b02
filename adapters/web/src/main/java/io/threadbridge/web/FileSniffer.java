package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is by its first bytes, never by what its sender says. A name only chooses
/// among types that share their beginning, and is never enough.
final class FileSniffer {
  /// More than this is never looked at.
  static final int BYTES = 64 * 1024;

  /// What the detector calls some of our types: brands of one container, mostly.
  private static final Map<String, FileType> OTHER_NAMES =
      Map.of(
          "image/heif", FileType.HEIC,
          "image/heic-sequence", FileType.HEIC,
          "image/heif-sequence", FileType.HEIC,
          "application/mp4", FileType.MP4,
          "video/x-m4v", FileType.MP4);

  private static final String ZIP = "application/zip";
  private static final String OFFICE = "application/x-tika-ooxml";
  private static final String TEXT = "text/plain";

  /// The detector takes some MP4 for it: their containers are one.
  private static final String FILM = "video/quicktime";

  private static final Optional<FileType> QUICKTIME = Optional.of(FileType.QUICKTIME);

  /// How long a zip entry's head is before its name, and where it says how long the name is.
  private static final int ZIP_HEAD = 30;

  private static final int ZIP_NAME_LENGTH = 26;
  private static final int BYTE = 0xFF;

  /// With what an office document's archive begins, whoever wrote it.
  private static final List<String> OFFICE_ENTRIES =
      List.of("[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/");

  /// Its own table of magic numbers: no parser is needed, and none is on the class path.
  private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

  /// The type of a file that begins with these bytes, if it is one of ours.
  ///
  /// @param start its first [#BYTES], or all of it
  Optional<FileType> type(byte[] start, String name) {
    String found = detected(start);
    return switch (found) {
      case TEXT -> text(start, name);
      case FILM -> FileType.named(name).filter(type -> type == FileType.MP4).or(() -> QUICKTIME);
      case ZIP, OFFICE -> office(start, name);
      default -> FileType.of(found).or(() -> Optional.ofNullable(OTHER_NAMES.get(found)));
    };
  }

  /// Which kind of picture begins with these bytes, if any.
  Optional<FileType> picture(byte[] start) {
    return FileType.of(detected(start)).filter(FileType::isPicture);
  }

  private String detected(byte[] start) {
    try {
      return magic.detect(new ByteArrayInputStream(start), new Metadata()).getBaseType().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /// Any script is text too, so its name must be a text's; a name without an ending is made one.
  /// What begins as markup does is none, whatever the detector knows of it.
  private static Optional<FileType> text(byte[] start, String name) {
    Optional<FileType> named = FileType.named(name);
    if (new String(start, ISO_8859_1).stripLeading().startsWith("<")) {
      return Optional.empty();
    }
    return FileType.extension(name).isEmpty()
        ? Optional.of(FileType.TEXT)
        : named.filter(type -> type == FileType.TEXT || type == FileType.CSV);
  }

  /// All of them are archives, and the bytes do not say of which program: the name does, if the
  /// archive begins as such documents do. What else is in it is looked at by nobody here; it is
  /// only ever handed out as a download under this name.
  private static Optional<FileType> office(byte[] start, String name) {
    return FileType.named(name)
        .filter(type -> type == FileType.DOCX || type == FileType.XLSX || type == FileType.PPTX)
        .filter(_ -> OFFICE_ENTRIES.stream().anyMatch(firstEntry(start)::startsWith));
  }

  private static String firstEntry(byte[] zip) {
    if (zip.length < ZIP_HEAD) {
      return "";
    }
    int length = (zip[ZIP_NAME_LENGTH] & BYTE) | (zip[ZIP_NAME_LENGTH + 1] & BYTE) << Byte.SIZE;
    return new String(zip, ZIP_HEAD, Math.min(length, zip.length - ZIP_HEAD), ISO_8859_1);
  }
}
