package io.threadbridge.bridge.application;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that fails as soon as more comes out of it than was agreed on, such as a file that a
/// platform said to be smaller. Closing it closes what it reads from.
public final class CappedStream extends FilterInputStream {
  private long left;

  /// The bytes of this stream.
  ///
  /// @param most how many bytes may come
  public CappedStream(InputStream stream, long most) {
    super(stream);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    counted(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    counted(skipped);
    return skipped;
  }

  private void counted(long count) throws IOException {
    left -= count;
    if (left < 0) {
      throw new IOException("larger than was agreed on");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
