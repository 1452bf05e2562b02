package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.web.SignedLinks.FileOf;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Small pictures of large ones, at most [#SIDE_MAX] by [#SIDE_MAX] pixels and [#BYTES_MAX], as PNG
/// or JPEG: what chat clients show. The last ones are kept, as each reader's client asks for them.
///
/// One at a time is made: a large one takes up to some 150 MB for a moment, since the JDK unpacks
/// the whole of a progressive JPEG before it leaves pixels out.
final class Previews {
  static final int SIDE_MAX = 1_024;
  static final int BYTES_MAX = 1_000_000;

  /// All that are kept have so many bytes together.
  private static final int KEPT_MAX = 16 * BYTES_MAX;

  private final FileSniffer sniffer;
  private final Semaphore one = new Semaphore(1, true);
  private final Map<FileOf, Picture> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /// A picture as it is shown.
  @SuppressWarnings("ArrayRecordComponent") // made once, read by nobody who would change it
  record Picture(FileType type, byte[] bytes) {}

  Previews(FileSniffer sniffer) {
    this.sniffer = sniffer;
  }

  /// The small picture of a file, or the file itself if none can be made of it and it is small
  /// enough; empty if it is neither, or no picture.
  ///
  /// @throws IOException if the file breaks off
  Optional<Picture> of(FileOf file, InputStream bytes) throws IOException {
    Optional<Picture> known = known(file);
    if (known.isPresent()) {
      return known;
    }
    one.acquireUninterruptibly();
    try {
      Optional<Picture> meanwhile = known(file);
      return meanwhile.isPresent() ? meanwhile : made(file, bytes);
    } finally {
      one.release();
    }
  }

  private Optional<Picture> made(FileOf file, InputStream bytes) throws IOException {
    byte[] original = bytes.readNBytes(Math.toIntExact(SharedFile.SIZE_MAX) + 1);
    if (original.length > SharedFile.SIZE_MAX) {
      return Optional.empty();
    }
    byte[] start = Arrays.copyOf(original, Math.min(original.length, FileSniffer.BYTES));
    Optional<Picture> made =
        sniffer
            .picture(start)
            .flatMap(
                type ->
                    Shrinking.of(type, original)
                        .or(
                            () ->
                                Optional.of(new Picture(type, original))
                                    .filter(whole -> whole.bytes().length <= BYTES_MAX)));
    made.ifPresent(picture -> keep(file, picture));
    return made;
  }

  private synchronized Optional<Picture> known(FileOf file) {
    return Optional.ofNullable(kept.get(file));
  }

  private synchronized void keep(FileOf file, Picture picture) {
    kept.put(file, picture);
    size += picture.bytes().length;
    var oldest = kept.entrySet().iterator();
    while (size > KEPT_MAX && oldest.hasNext()) {
      size -= oldest.next().getValue().bytes().length;
      oldest.remove();
    }
  }
}
