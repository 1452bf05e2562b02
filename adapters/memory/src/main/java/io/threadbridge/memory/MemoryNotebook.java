package io.threadbridge.memory;

import io.threadbridge.bridge.port.Notebook;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Adapters' notes in maps, each in the order in which its notes were last written.
public final class MemoryNotebook implements Notebook {
  private final Map<String, LinkedHashMap<String, String>> notes = new HashMap<>();

  /// With nothing in it.
  public MemoryNotebook() {}

  @Override
  public synchronized Optional<String> read(String adapter, String key) {
    return Optional.ofNullable(notes.getOrDefault(adapter, new LinkedHashMap<>()).get(key));
  }

  @Override
  public synchronized void write(String adapter, String key, String value) {
    Notebook.check(key, value);
    LinkedHashMap<String, String> kept = notes.computeIfAbsent(adapter, _ -> new LinkedHashMap<>());
    kept.putLast(key, value);
    if (kept.size() > NOTES_MAX) {
      kept.pollFirstEntry();
    }
  }
}
