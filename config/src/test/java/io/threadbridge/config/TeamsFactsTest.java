package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.teams.Hearing;
import io.threadbridge.teams.OwnRoots;
import io.threadbridge.teams.TeamsSettings;
import io.threadbridge.teams.TeamsWords;
import io.threadbridge.teams.TeamsWorkspace;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamsFactsTest {
  private static final DeskRef DESK =
      new DeskRef("teams:19:shop@thread.tacv2/19:webchat@thread.tacv2");

  /// Nobody listens there: whatever is asked fails at once.
  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
  private final Notes notes = new Notes();
  private final TeamsWorkspace teams =
      new TeamsWorkspace(
          new TeamsSettings(
              "app",
              Optional.of("hush"),
              "tenant",
              NOBODY,
              NOBODY,
              Set.of("127.0.0.1:1"),
              Optional.empty()),
          NOBODY,
          notes,
          clock,
          _ -> TeamsWords.Word::key,
          new Hearing(notes, clock)::hearsAll,
          new OwnRoots(clock));
  private final TeamsFacts facts =
      new TeamsFacts(teams, Set.of(DESK, new DeskRef("slack:C0WEBCHAT")));

  private static final class Notes implements Notebook {
    private final Map<String, String> notes = new HashMap<>();

    @Override
    public Optional<String> read(String adapter, String key) {
      return Optional.ofNullable(notes.get(adapter + "/" + key));
    }

    @Override
    public void write(String adapter, String key, String value) {
      notes.put(adapter + "/" + key, value);
    }
  }

  @Test
  void nothingIsAskedAndNothingIsWrongBeforeTeamsHasCalled() {
    assertThat(facts.look()).isEmpty();
    assertThat(facts.facts().troubles()).isEmpty();
    assertThat(facts.facts().details()).containsExactly(Map.entry("introduced", false));
  }

  @Test
  void whatIsAmissWithOurDesksOfTeamsIsToldWithWhatToDo() {
    notes.write("teams", "service-url", NOBODY.toString());
    assertThat(facts.look())
        .isNotEmpty()
        .allSatisfy(trouble -> assertThat(trouble.mend()).isNotBlank())
        .noneSatisfy(trouble -> assertThat(trouble.where()).contains("C0WEBCHAT"));
    assertThat(facts.facts().troubles()).isEqualTo(facts.look());
    assertThat(facts.facts().details()).containsEntry("introduced", true);
  }
}
