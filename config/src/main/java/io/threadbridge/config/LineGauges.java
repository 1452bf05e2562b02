package io.threadbridge.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/// How many conversations stand in each desk's line. Looked up now and then by a loop of its own: a
/// scrape, however often it comes, asks no store and waits for none.
final class LineGauges extends Watch implements MeterBinder {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final List<DeskRef> desks;
  private final ToLongFunction<DeskRef> length;
  private final Map<DeskRef, Double> known = new ConcurrentHashMap<>();

  LineGauges(List<DeskRef> desks, ToLongFunction<DeskRef> length, DecisionObserver observer) {
    super("lengths of lines", observer);
    this.desks = List.copyOf(desks);
    this.length = length;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (DeskRef desk : desks) {
      Gauge _ =
          Gauge.builder("threadbridge.desk.line", known, all -> all.getOrDefault(desk, Double.NaN))
              .description("Conversations that owe a desk a post")
              .tag("desk", desk.value())
              .register(meters);
    }
  }

  /// While the store is away nobody knows.
  @Override
  Duration look() {
    for (DeskRef desk : desks) {
      try {
        known.put(desk, (double) length.applyAsLong(desk));
      } catch (StoreUnavailable away) {
        known.clear();
        throw away;
      }
    }
    return LOOK_EVERY;
  }
}
