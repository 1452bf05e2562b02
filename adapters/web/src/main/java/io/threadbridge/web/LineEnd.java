package io.threadbridge.web;

/// Why the bridge ends a line, with the protocol's close codes, section 3.
enum LineEnd {
  /// The client was not heard of, or took nothing: it may come back at once.
  GOING_AWAY(1001),
  /// The bridge restarts, or its store is away: the client comes back by itself.
  RESTART(1012),
  /// Not JSON, not an object, or no `hello` first.
  MALFORMED(4400),
  /// The token is unknown or expired, or the conversation is gone.
  TOKEN(4401),
  /// Not from a page of the site's.
  ORIGIN(4403),
  /// `hello` came too late.
  NO_HELLO(4408),
  /// A message beyond the limit.
  TOO_LARGE(4413),
  /// Too many lines, or far too many frames.
  TOO_MANY(4429);

  private final int code;

  LineEnd(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
