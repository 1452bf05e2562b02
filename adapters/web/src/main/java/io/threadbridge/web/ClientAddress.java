package io.threadbridge.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where a client comes from, as limits count it: an IPv4 address, or the /64 that one IPv6
/// subscriber has to himself.
///
/// @param isLoopback a proxy or a person on this machine: behind a proxy that does not say for whom
///     it asks, visitors cannot be told apart, and what is counted per address is not limited
record ClientAddress(String value, boolean isLoopback) {
  private static final int SUBSCRIBER_BYTES = 8;

  static ClientAddress of(@Nullable InetAddress address) {
    if (address == null) {
      return new ClientAddress("unknown", false);
    }
    byte[] bytes = address.getAddress();
    byte[] counted = bytes.length > 4 ? Arrays.copyOf(bytes, SUBSCRIBER_BYTES) : bytes;
    return new ClientAddress(HexFormat.of().formatHex(counted), address.isLoopbackAddress());
  }
}
