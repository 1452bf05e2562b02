package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPresenceIT {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final DeskRef DESK = new DeskRef("slack:C0SALES");

  private final PretendApi api = new PretendApi();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final SlackWorkspace workspace =
      new SlackWorkspace(api.settings(false), clock, TestWords::everywhere, PATIENCE, PATIENCE);

  @BeforeEach
  void team() {
    workspace.identity().set(Optional.of(Payloads.SELF));
    members("U0ANNA", "U0BEN", "U0GUEST", "U0BRIDGE");
    api.answers("users.info", "{\"ok\":true,\"user\":{\"team_id\":\"T0FIRM\"}}");
    api.answersWhere(
        "users.info",
        "user=U0GUEST",
        "{\"ok\":true,\"user\":{\"team_id\":\"T0FIRM\",\"is_restricted\":true}}");
    api.answersWhere(
        "users.info",
        "user=U0BRIDGE",
        "{\"ok\":true,\"user\":{\"team_id\":\"T0FIRM\",\"is_bot\":true}}");
    api.answers("users.getPresence", "{\"ok\":true,\"presence\":\"away\"}");
    api.answersWhere("users.getPresence", "user=U0ANNA", "{\"ok\":true,\"presence\":\"active\"}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void members(String... ids) {
    String quoted =
        Set.of(ids).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    api.answers("conversations.members", "{\"ok\":true,\"members\":[" + quoted + "]}");
  }

  private Optional<Set<String>> present() {
    return workspace.presence().present(DESK);
  }

  private int asked() {
    return api.calls("users.getPresence").size();
  }

  @Test
  void whoIsActiveIsThereAndGuestsAndBotsAreNotAskedFor() {
    assertThat(present()).contains(Set.of("slack:U0ANNA"));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void nobodyIsAskedForTwiceInHalfAMinuteNorTheChannelInTen() {
    present();
    clock.advance(SlackPresence.FRESH.minusMillis(1));
    present();
    assertThat(asked()).isEqualTo(2);
    clock.advance(Duration.ofMillis(1));
    present();
    assertThat(asked()).isEqualTo(4);
    assertThat(api.calls("conversations.members")).hasSize(1);
    clock.advance(DeskMembers.KEEP);
    present();
    assertThat(api.calls("conversations.members")).hasSize(2);
  }

  @Test
  void nobodyThereIsSomethingElseThanNotKnown() {
    api.answersWhere("users.getPresence", "user=U0ANNA", "{\"ok\":true,\"presence\":\"away\"}");
    assertThat(present()).contains(Set.of());
    assertThat(workspace.presence().present(new DeskRef("teams:T1"))).isEmpty();
    workspace.identity().set(Optional.empty());
    assertThat(present()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"conversations.members", "users.info", "users.getPresence"})
  void whereSlackFailsNothingIsKnownAndNothingIsAskedForAWhile(String method) {
    api.answers(method, aResponse().withStatus(429).withHeader("Retry-After", "20"));
    assertThat(present()).isEmpty();
    int calls = api.calls(method).size();
    clock.advance(SlackPresence.PAUSE.minusMillis(1));
    assertThat(present()).isEmpty();
    assertThat(api.calls(method)).hasSize(calls);
    team();
    clock.advance(Duration.ofMillis(1));
    assertThat(present()).contains(Set.of("slack:U0ANNA"));
  }

  @Test
  void aLargeChannelIsAskedForInPartAndNeverSaidToBeEmpty() {
    members(IntStream.range(0, 60).mapToObj(i -> "U0P" + i).toArray(String[]::new));
    assertThat(present()).isEmpty();
    assertThat(asked()).isEqualTo(SlackPresence.BUDGET);
    clock.advance(SlackPresence.FRESH);
    present();
    assertThat(asked()).isEqualTo(SlackPresence.BUDGET);
    clock.advance(SlackPresence.FRESH);
    present();
    assertThat(asked()).isEqualTo(2 * SlackPresence.BUDGET);
  }
}
