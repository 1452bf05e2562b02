package io.threadbridge.teams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers at most so many things; the oldest is forgotten first. Safe for many threads.
final class BoundedNotes<K, V> {
  private final Map<K, V> entries;

  BoundedNotes(int most) {
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.remove(key);
    entries.put(key, value);
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }
}
