package io.threadbridge.web.wire;

/// Why something was refused, section 7 of the visitor protocol.
public enum Reason {
  /// More than the limit's code points or bytes.
  TOO_LONG("too-long"),
  /// Nothing but white space.
  EMPTY("empty"),
  /// Fields missing or of the wrong kind, or a frame that this bridge does not know.
  MALFORMED("malformed"),
  /// Too much in too short a time.
  RATE("rate"),
  /// Could not be stored now; the same may come again.
  UNAVAILABLE("unavailable"),
  /// Too many messages, conversations or lines.
  FULL("full"),
  /// The address or telephone number is missing, or cannot be one.
  CONTACT("contact"),
  /// A message names a file that is not kept, or no longer.
  FILE("file"),
  /// The file is of none of the types that are taken.
  FILE_TYPE("file-type"),
  /// The site takes no files.
  FILES_OFF("files-off"),
  /// Not from one of the site's pages.
  ORIGIN("origin"),
  /// The token opens nothing any more.
  EXPIRED("expired"),
  /// No such site or conversation, or erased.
  UNKNOWN("unknown");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// As the protocol writes it.
  public String word() {
    return word;
  }
}
