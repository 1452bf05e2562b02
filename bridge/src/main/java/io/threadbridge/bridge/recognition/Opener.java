package io.threadbridge.bridge.recognition;

/// What a visitor's first message says.
public enum Opener {
  /// A greeting and nothing else: *Hi Anna, are you there?*
  BARE_GREETING,
  /// What the visitor wants. Also everything that cannot be told.
  STATED,
  /// Too little to answer: one or two words without a verb (*running shoes*), a call for help
  /// without a reason, or garble.
  UNCLEAR
}
