package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.SharedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Shows files in a way that no browser runs anything of them: a picture whose bytes are one is
/// shown under its own type, everything else is a download without one.
///
/// What names itself a picture and is none is refused: an HTML page saved as an image may come from
/// either side.
final class FileWindow {
  /// A file never changes under its id.
  private static final String KEPT = "private, max-age=86400, immutable";

  private static final String POLICY = "sandbox; default-src 'none'";

  /// When a file that broke off at its beginning may be asked for again.
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final FileSniffer sniffer;

  FileWindow(FileSniffer sniffer) {
    this.sniffer = sniffer;
  }

  /// The file, whose bytes are read as they go out; the stream is closed with the answer.
  FileResponse show(SharedFile file, InputStream bytes) {
    boolean shown = false;
    try {
      byte[] start = bytes.readNBytes(FileSniffer.BYTES);
      Optional<FileType> type = file.isPicture() ? sniffer.picture(start) : Optional.empty();
      if (file.isPicture() && type.isEmpty()) {
        throw Refusal.fileType();
      }
      shown = true;
      return new FileResponse(
          headers(file.name(), type),
          new SequenceInputStream(new ByteArrayInputStream(start), bytes),
          length(file));
    } catch (IOException _) {
      throw Refusal.later(AGAIN);
    } finally {
      if (!shown) {
        close(bytes);
      }
    }
  }

  /// Only of our own files the size is certain; another's that breaks off has no end instead.
  private static Optional<Long> length(SharedFile file) {
    return switch (file.source()) {
      case SharedFile.Source.Kept _ -> Optional.of(file.size());
      case SharedFile.Source.OnDesk _ -> Optional.empty();
    };
  }

  /// @param type what it is shown as; empty: a download
  static HttpHeaders headers(String name, Optional<FileType> type) {
    HttpHeaders headers = new HttpHeaders();
    ContentDisposition.Builder how =
        type.isPresent() ? ContentDisposition.inline() : ContentDisposition.attachment();
    headers.set(
        HttpHeaders.CONTENT_TYPE,
        type.map(FileType::mediaType).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE));
    headers.setContentDisposition(how.filename(name, UTF_8).build());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", POLICY);
    headers.set(HttpHeaders.CACHE_CONTROL, KEPT);
    return headers;
  }

  private static void close(InputStream bytes) {
    try {
      bytes.close();
    } catch (IOException _) {
      // nothing is to be had of it anyway
    }
  }
}
