package io.threadbridge.widget;

import java.io.ByteArrayOutputStream;

/// Bits, the lowest first.
final class BitWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long pending;
  private int count;

  void write(int value, int bits) {
    pending |= (long) value << count;
    count += bits;
    while (count >= Byte.SIZE) {
      out.write((int) pending);
      pending >>>= Byte.SIZE;
      count -= Byte.SIZE;
    }
  }

  /// All of them, filled up with zeros.
  byte[] bytes() {
    write(0, (Byte.SIZE - count) % Byte.SIZE);
    return out.toByteArray();
  }
}
