package io.threadbridge.teams;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.port.Notebook;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Which teams let us hear every message of their channels, and not only those that mention us. It
/// shows by hearing one: Teams does not say. Kept beyond a restart, until we are installed anew.
public final class Hearing {
  /// So long what was noted is believed without looking: another instance may know better.
  static final Duration KEEP = Duration.ofMinutes(1);

  private static final String ADAPTER = "teams";
  private static final String KEY = "hears:";
  private static final String ALL = "all";
  private static final String MENTIONS = "mentions";
  private static final int TEAMS_MAX = 1_000;

  private record Known(String state, Instant until) {}

  private final Notebook notebook;
  private final InstantSource clock;
  private final BoundedMap<String, Known> known = new BoundedMap<>(TEAMS_MAX);

  /// What is noted here.
  public Hearing(Notebook notebook, InstantSource clock) {
    this.notebook = notebook;
    this.clock = clock;
  }

  /// Whether every message of a team's channels is heard, as far as has shown; in doubt it is not.
  public boolean hearsAll(String team) {
    try {
      return state(team).equals(ALL);
    } catch (StoreUnavailable _) {
      return known.get(team).filter(entry -> entry.state().equals(ALL)).isPresent();
    }
  }

  /// Whether only mentions came so far.
  boolean hearsOnlyMentions(String team) {
    return state(team).equals(MENTIONS);
  }

  /// A message of a person's came from a desk's channel. Whoever hears all hears mentions too.
  void heard(String team, boolean mentionsUs) {
    String now = mentionsUs ? MENTIONS : ALL;
    String before = state(team);
    if (!before.equals(ALL) && !before.equals(now)) {
      note(team, now);
    }
  }

  /// We were removed from a team, or installed with other permissions.
  void forget(String team) {
    note(team, "");
  }

  private void note(String team, String state) {
    notebook.write(ADAPTER, KEY + team, state);
    keep(team, state);
  }

  private String state(String team) {
    Instant now = clock.instant();
    Optional<Known> here = known.get(team).filter(entry -> now.isBefore(entry.until()));
    if (here.isPresent()) {
      return here.get().state();
    }
    String noted = notebook.read(ADAPTER, KEY + team).orElse("");
    keep(team, noted);
    return noted;
  }

  private void keep(String team, String state) {
    known.put(team, new Known(state, clock.instant().plus(KEEP)));
  }
}
