package io.threadbridge.bridge.port;

import java.io.InputStream;
import java.time.Duration;

/// What came of opening a file.
public sealed interface FileBytes {
  /// Its bytes, to be read once and closed; reading fails with an exception where they break off,
  /// and ends after [io.threadbridge.bridge.conversation.SharedFile#SIZE_MAX] at the latest.
  record Open(InputStream stream) implements FileBytes {}

  /// It is no longer there, or may not be had, and never will be.
  record Gone(String why) implements FileBytes {}

  /// It may be had `after` this: the platform is busy or away, or something must be mended first.
  record Later(Duration after, String why) implements FileBytes {}
}
