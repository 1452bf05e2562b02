package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LineGaugesTest {
  private static final DeskRef DESK = new DeskRef("slack:C1");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger looks = new AtomicInteger();

  private LineGauges bound(int length) {
    LineGauges gauges =
        new LineGauges(
            List.of(DESK), _ -> look(length), new Observations(new SimpleMeterRegistry()));
    gauges.bindTo(meters);
    return gauges;
  }

  private long look(int length) {
    looks.incrementAndGet();
    if (length < 0) {
      throw new StoreUnavailable("away");
    }
    return length;
  }

  private double shown() {
    return meters.get("threadbridge.desk.line").tag("desk", "slack:C1").gauge().value();
  }

  @Test
  void whatWasLookedUpIsShownAndAScrapeLooksNothingUp() {
    LineGauges gauges = bound(3);
    assertThat(shown()).isNaN();
    assertThat(looks).hasValue(0);

    gauges.start();
    Eventually.holds("the length", () -> shown() == 3);
    gauges.stop();
  }

  @Test
  void whileTheStoreIsAwayNobodyKnows() {
    LineGauges gauges = bound(-1);
    gauges.start();
    Eventually.holds("a look", () -> looks.get() > 1);
    gauges.stop();

    assertThat(shown()).isNaN();
  }
}
