package io.threadbridge.config;

import io.threadbridge.bridge.port.Delivery;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Tells, once and in the health, what must be mended before mail or webhooks get out.
final class OutwardWatch implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(OutwardWatch.class);

  /// What must be mended, by way; there are as many ways as are named in the wiring.
  private final Map<String, String> toMend = new ConcurrentHashMap<>();

  /// Looks at what came of a delivery on its way.
  Delivery seen(String way, Delivery delivery) {
    switch (delivery) {
      case Delivery.Later(_, String why, String mend) when !mend.isEmpty() -> {
        String both = why + "; " + mend;
        if (!both.equals(toMend.put(way, both))) {
          LOG.warn("{} does not get out: {}", way, both);
        }
      }
      case Delivery.Done _ -> {
        if (toMend.remove(way) != null) {
          LOG.info("{} gets out again", way);
        }
      }
      case Delivery.Later _,
          Delivery.Absent _,
          Delivery.CannotLook _,
          Delivery.Unknown _,
          Delivery.Refused _,
          Delivery.ThreadGone _ -> {
        // No word on whether something must be mended.
      }
    }
    return delivery;
  }

  @Override
  public Health health() {
    return toMend.isEmpty() ? Health.up().build() : Health.down().withDetails(toMend).build();
  }
}
