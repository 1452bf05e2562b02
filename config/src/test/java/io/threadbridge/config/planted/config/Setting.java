package io.threadbridge.config.planted.config;

import org.springframework.context.annotation.ComponentScan;

/// A composition root that looks for its parts.
public final class Setting {
  private Setting() {}

  /// Looks for them.
  @ComponentScan
  public static final class Scans {}
}
