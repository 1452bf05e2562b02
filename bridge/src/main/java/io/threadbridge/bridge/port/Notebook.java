package io.threadbridge.bridge.port;

import java.util.Optional;

/// Small facts that an adapter must still know after a restart, such as the address at which a
/// platform wants to be called. Shared by all instances; never a secret, never a visitor's word.
public interface Notebook {
  /// The longest key and the longest value, in characters.
  int LENGTH_MAX = 1_000;

  /// So many notes are kept of one adapter; then the oldest go first.
  int NOTES_MAX = 10_000;

  /// What was noted under this key of that adapter.
  Optional<String> read(String adapter, String key);

  /// Notes it; the latest counts.
  void write(String adapter, String key, String value);
}
