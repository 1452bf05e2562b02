package io.threadbridge.teams;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// How it stands with Teams: facts for a health page and for whoever must mend something.
public final class TeamsHealth {
  private static final int TROUBLES_MAX = 200;

  /// Something that somebody must mend.
  ///
  /// @param where a team, a channel or a person by their ids, or a part of ours
  /// @param what Microsoft's own name for it
  /// @param mend what to do, in a sentence
  public record Trouble(String where, String what, String mend) {}

  /// The facts of one moment.
  ///
  /// @param introduced whether Teams has told us where it wants to be called
  /// @param lastActivity when the last activity came, of whatever kind
  /// @param limits what is served all the same, and could be served better
  public record Facts(
      boolean introduced,
      Optional<Instant> lastActivity,
      List<Trouble> troubles,
      List<Trouble> limits) {}

  private final BooleanSupplier introduced;
  private final InstantSource clock;
  private final AtomicReference<Optional<Instant>> lastActivity =
      new AtomicReference<>(Optional.empty());
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, Trouble> limits = new ConcurrentHashMap<>();

  TeamsHealth(BooleanSupplier introduced, InstantSource clock) {
    this.introduced = introduced;
    this.clock = clock;
  }

  /// What is known now, without asking Teams.
  public Facts facts() {
    return new Facts(
        introduced.getAsBoolean(),
        lastActivity.get(),
        List.copyOf(new TreeMap<>(troubles).values()),
        List.copyOf(new TreeMap<>(limits).values()));
  }

  void activityCame() {
    lastActivity.set(Optional.of(clock.instant()));
  }

  void needsMending(String where, String what, String mend) {
    keep(troubles, new Trouble(where, what, mend));
  }

  /// Nobody must mend it, and somebody may want to.
  void limited(String where, String what, String mend) {
    keep(limits, new Trouble(where, what, mend));
  }

  private static void keep(Map<String, Trouble> all, Trouble one) {
    if (!one.mend().isEmpty() && (all.size() < TROUBLES_MAX || all.containsKey(one.where()))) {
      all.put(one.where(), one);
    }
  }

  /// Neither a trouble nor a limit any more.
  void mended(String where) {
    troubles.remove(where);
    limits.remove(where);
  }
}
