package io.threadbridge.teams;

import java.net.URI;
import java.util.Optional;

/// Whether Teams can fetch a picture for a card. It does so from outside and without signing in.
///
/// @param takesPlainHttp whether pictures are shown that come unencrypted from this machine, as a
///     pretended Teams does; the real one shows none
record PictureReach(boolean takesPlainHttp) {
  boolean isReached(URI address) {
    return "https".equals(address.getScheme())
        || (takesPlainHttp
            && Optional.ofNullable(address.getHost()).filter(ServiceUrls::isLoopback).isPresent());
  }
}
