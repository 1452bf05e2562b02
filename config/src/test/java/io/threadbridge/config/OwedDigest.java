package io.threadbridge.config;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.SiteStore.SiteSave;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.bridge.site.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A week that a program owes its desk, as if it had just ended: the site's own worker tells it.
final class OwedDigest {
  private OwedDigest() {}

  /// @param sunday the week's last day
  static void ofWeek(Program program, SiteName site, LocalDate sunday) {
    Instant now = program.part(InstantSource.class).instant();
    SiteStore store = program.part(SiteStore.class);
    TellDigest week = new TellDigest(DigestPeriod.weekTo(sunday), Optional.empty());
    Eventually.holds("the week is owed", () -> owed(store, site, week, now));
  }

  /// False if somebody else has saved the site meanwhile.
  private static boolean owed(SiteStore store, SiteName site, TellDigest week, Instant now) {
    SiteStore.Loaded loaded = store.load(site, List.of());
    SiteState state = loaded.kept().orElseThrow().state();
    long number = state.words().said() + 1;
    Words words = new Words(number, List.of(new Words.Owed(number, week, now, now, 0)));
    return store.save(
        new SiteSave(loaded.version(), List.of(), owing(state, words), Optional.of(now), now));
  }

  private static SiteState owing(SiteState state, Words words) {
    return new SiteState(
        state.name(),
        state.at(),
        state.mode(),
        state.overrule(),
        state.crowd(),
        state.team(),
        state.answers(),
        state.leads(),
        state.comments(),
        state.digests(),
        words,
        state.attendance());
  }
}
