package io.threadbridge.slack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file as they come; ends with an exception where more come than may. Closing it
/// ends the connection.
final class SlackBytes extends FilterInputStream {
  private long left;

  SlackBytes(InputStream stream, long most) {
    super(stream);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("larger than it may be");
    }
  }
}
