package io.threadbridge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A warehouse that keeps the first of each event, as its manual says, and is often busy, cut off,
/// or told by somebody who dies.
final class MoodyWarehouse implements EventFeed {
  private final Random random;
  private final Map<String, Event> kept = new HashMap<>();
  private final Map<String, Long> latest = new HashMap<>();
  private boolean calm;
  private int repeats;

  MoodyWarehouse(Random random) {
    this.random = random;
  }

  @Override
  public Delivery publish(SiteName site, List<Event> events) {
    assertThat(events).hasSizeBetween(1, EVENTS_MAX);
    int mood = calm ? 9 : random.nextInt(10);
    if (mood == 0) {
      return new Delivery.Later(Duration.ofSeconds(7), "busy", "");
    }
    if (mood == 1) {
      throw new StoreUnavailable("died before it told");
    }
    events.forEach(this::keep);
    if (mood == 2) {
      throw new StoreUnavailable("died before it settled");
    }
    return mood == 3 ? new Delivery.Unknown("cut") : new Delivery.Done(new PostRef("kept"));
  }

  /// What was not told before comes in its order.
  private void keep(Event event) {
    if (kept.putIfAbsent(event.id(), event) != null) {
      repeats++;
      return;
    }
    long step = Long.parseLong(event.id().substring(event.id().lastIndexOf(':') + 1));
    assertThat(latest.merge(event.conversation(), step, Math::max)).isEqualTo(step);
  }

  /// From now on it takes everything.
  void calmDown() {
    calm = true;
  }

  List<Event> kept() {
    return new ArrayList<>(kept.values());
  }

  int repeats() {
    return repeats;
  }
}
