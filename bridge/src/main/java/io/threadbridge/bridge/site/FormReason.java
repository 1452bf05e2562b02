package io.threadbridge.bridge.site;

/// Why new visitors get the contact form.
public enum FormReason {
  /// Outside of the hours.
  CLOSED,
  /// Nobody of the staff is present.
  NOBODY,
  /// More visitors wait than the present staff are counted good for.
  OVERLOAD,
  /// Several visitors got no answer in time, one soon after the other.
  MISSES,
  /// Somebody of the staff has asked for it.
  ASKED
}
