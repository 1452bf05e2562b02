package io.threadbridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Times what is sent to a chat platform, by what came of it.
final class DeskMeters {
  /// Up to the longest that a call may take, [TeamChat#CALL_SECONDS_MAX].
  private static final Duration[] BOUNDS =
      Arrays.stream(new long[] {50, 100, 250, 500, 1_000, 2_500, 5_000, 12_000})
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;

  DeskMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /// The same platform, timed. A proxy and no class of its own: whatever the port comes to offer is
  /// passed on to the platform, and never to a default method of the port by oversight.
  TeamChat timed(String platform, TeamChat chat) {
    for (Outcome outcome : Outcome.values()) {
      Timer _ = timer(platform, outcome);
    }
    return (TeamChat)
        Proxy.newProxyInstance(
            TeamChat.class.getClassLoader(),
            new Class<?>[] {TeamChat.class},
            (_, method, arguments) -> timed(platform, chat, method, arguments));
  }

  private @Nullable Object timed(
      String platform, TeamChat chat, Method method, Object @Nullable [] arguments)
      throws Throwable {
    long began = System.nanoTime();
    Object answer = call(chat, method, arguments);
    if (answer instanceof Delivery delivery) {
      timer(platform, Outcome.of(delivery)).record(Duration.ofNanos(System.nanoTime() - began));
    }
    return answer;
  }

  private static @Nullable Object call(TeamChat chat, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(chat, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private Timer timer(String platform, Outcome outcome) {
    return Timer.builder("threadbridge.desk.calls")
        .description("Calls to a chat platform, by what came of them")
        .tags("platform", platform, "outcome", outcome.label())
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }
}
