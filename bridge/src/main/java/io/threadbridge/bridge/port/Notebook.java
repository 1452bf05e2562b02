package io.threadbridge.bridge.port;

import java.util.Optional;

/// Small facts that an adapter must still know after a restart, such as the address at which a
/// platform wants to be called. Shared by all instances; never a secret, never a visitor's word.
public interface Notebook {
  /// The longest key and the longest value, in characters.
  int LENGTH_MAX = 1_000;

  /// So many notes are kept of one adapter; then those go that were written longest ago.
  int NOTES_MAX = 10_000;

  /// What was noted under this key of that adapter.
  Optional<String> read(String adapter, String key);

  /// Notes it; the latest counts. To write the same twice is harmless.
  ///
  /// @throws IllegalArgumentException if the key or the value is longer than [#LENGTH_MAX]
  void write(String adapter, String key, String value);

  /// Refuses what is longer than [#LENGTH_MAX].
  static void check(String key, String value) {
    if (key.length() > LENGTH_MAX || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a note of more than " + LENGTH_MAX + " characters");
    }
  }
}
