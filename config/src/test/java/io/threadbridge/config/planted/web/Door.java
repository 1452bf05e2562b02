package io.threadbridge.config.planted.web;

import io.threadbridge.config.planted.config.Setting;

/// An adapter that reads the settings itself and remembers for ever.
public final class Door {
  private Door() {}

  /// Knows the settings.
  public record KnowsTheSettings(Setting setting) {}

  /// Remembers from one instance to the next; the compiler forbids it too.
  @SuppressWarnings("NonFinalStaticField")
  public static final class RemembersForAll {
    private static int count;

    /// One more.
    public int next() {
      return ++count;
    }
  }
}
