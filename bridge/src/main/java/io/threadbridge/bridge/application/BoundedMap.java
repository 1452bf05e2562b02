package io.threadbridge.bridge.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers at most so many things; the oldest is forgotten first. Safe for many threads.
public final class BoundedMap<K, V> {
  private final Map<K, V> entries;

  /// An empty one.
  public BoundedMap(int most) {
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /// What is remembered under this key.
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// Remembers it, in place of what was there.
  public synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  /// Whether it was not there before.
  public synchronized boolean putIfAbsent(K key, V value) {
    return entries.putIfAbsent(key, value) == null;
  }

  /// Forgets it.
  public synchronized void remove(K key) {
    entries.remove(key);
  }
}
