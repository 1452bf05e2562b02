package io.threadbridge.web;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that do not come: the connection to where they are was lost.
final class BrokenStream extends InputStream {
  @Override
  public int read() throws IOException {
    throw new IOException("lost");
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return read();
  }
}
