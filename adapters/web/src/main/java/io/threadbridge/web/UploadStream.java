package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SharedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;

/// A file as it comes from a browser, which has until a certain moment to send it. A sender who
/// stops altogether is cut by the container sooner.
final class UploadStream extends FilterInputStream {
  /// The file came too slowly.
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final InstantSource clock;
  private final Instant until;
  private long count;

  UploadStream(InputStream in, InstantSource clock, Instant until) {
    super(in);
    this.clock = clock;
    this.until = until;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!clock.instant().isBefore(until)) {
      throw new TooSlow();
    }
    int read = super.read(target, offset, length);
    count += Math.max(0, read);
    return read;
  }

  /// Reads what is left of a file that is not wanted, as far as it might have been: a browser hears
  /// an answer only once it has sent everything.
  void drain() throws IOException {
    byte[] unwanted = new byte[FileSniffer.BYTES];
    while (count <= SharedFile.SIZE_MAX && read(unwanted) >= 0) {
      // nothing is done with it
    }
  }
}
