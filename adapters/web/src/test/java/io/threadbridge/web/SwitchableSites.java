package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Sites that a test opens and closes, all of them at once.
final class SwitchableSites implements Availabilities {
  private final List<Consumer<Availability>> listeners = new CopyOnWriteArrayList<>();
  private volatile Availability now = Availability.OPEN;

  void open() {
    change(Availability.OPEN);
  }

  void closeUntil(Instant opens) {
    change(new Availability(Availability.Mode.FORM, Optional.of(opens)));
  }

  private void change(Availability to) {
    now = to;
    listeners.forEach(listener -> listener.accept(to));
  }

  /// How many watch.
  int watched() {
    return listeners.size();
  }

  @Override
  public Availability of(SiteName site) {
    return now;
  }

  @Override
  public Watch watch(SiteName site, Consumer<Availability> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
