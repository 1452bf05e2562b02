package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.port.TeamChat;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// What is sent to a platform is timed by what came of it, and reaches it unchanged.
final class DeskMetersTest {
  private static final DeskRef DESK = new DeskRef("slack:C1");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Map<String, Delivery> answers = new ConcurrentHashMap<>();
  private final TeamChat chat = new DeskMeters(meters).timed("slack", platform());

  /// Answers by the first words of what is announced; without an answer the store is away.
  private TeamChat platform() {
    return (TeamChat)
        Proxy.newProxyInstance(
            TeamChat.class.getClassLoader(),
            new Class<?>[] {TeamChat.class},
            (_, _, arguments) -> {
              Delivery answer = answers.get(String.valueOf(arguments[2]));
              if (answer == null) {
                throw new StoreUnavailable("away");
              }
              return answer;
            });
  }

  private long calls(String outcome) {
    return meters
        .get("threadbridge.desk.calls")
        .tags("platform", "slack", "outcome", outcome)
        .timer()
        .count();
  }

  @Test
  void callsAreTimedByWhatCameOfThem() {
    answers.put("done", new Delivery.Done(new PostRef("1.1")));
    answers.put("busy", new Delivery.Later(Duration.ofSeconds(7), "429", ""));
    answers.put("mend", new Delivery.Later(Duration.ofSeconds(7), "not_in_channel", "invite us"));
    answers.put("unknown", new Delivery.Unknown("cut"));
    answers.put("refused", new Delivery.Refused("too long"));
    answers.put("gone", new Delivery.ThreadGone());
    answers.put("absent", new Delivery.Absent());

    answers.forEach(
        (words, answer) -> {
          assertThat(calls(words)).isZero();
          assertThat(chat.announce(DESK, "batch", words)).isSameAs(answer);
          assertThat(calls(words)).isEqualTo(1);
        });
    assertThat(answers).hasSize(Outcome.values().length);
  }

  @Test
  void whatIsThrownIsThrownOn() {
    assertThatThrownBy(() -> chat.announce(DESK, "batch", "away"))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("away");
  }
}
