package io.threadbridge.teams;

import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Notes in a map.
final class MapNotebook implements Notebook {
  private final Map<String, String> notes = new ConcurrentHashMap<>();
  private volatile boolean away;

  void isAway(boolean now) {
    away = now;
  }

  @Override
  public Optional<String> read(String adapter, String key) {
    check();
    return Optional.ofNullable(notes.get(adapter + "/" + key));
  }

  @Override
  public void write(String adapter, String key, String value) {
    check();
    notes.put(adapter + "/" + key, value);
  }

  private void check() {
    if (away) {
      throw new StoreUnavailable("the notebook is away");
    }
  }
}
