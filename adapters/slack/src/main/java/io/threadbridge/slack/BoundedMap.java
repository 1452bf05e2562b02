package io.threadbridge.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers at most so many things; the oldest is forgotten first. Safe for many threads.
final class BoundedMap<K, V> {
  private final Map<K, V> entries;

  BoundedMap(int most) {
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
    entries.put(key, value);
  }

  /// Whether it was not there before.
  synchronized boolean putIfAbsent(K key, V value) {
    return entries.putIfAbsent(key, value) == null;
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }
}
