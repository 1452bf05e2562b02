package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.StandIns;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.site.FormReason;
import io.threadbridge.bridge.site.Overrule;
import io.threadbridge.bridge.site.SiteMode;
import io.threadbridge.bridge.site.SitePolicy;
import io.threadbridge.bridge.site.SiteRules;
import io.threadbridge.bridge.site.SiteState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a site stands, in a few sentences for its staff.
final class SiteReports {
  /// So many people of the rota are named.
  private static final int NAMED_MAX = 5;

  private static final int SECONDS_PER_MINUTE = 60;

  private final SiteWords words;

  SiteReports(SiteWords words) {
    this.words = words;
  }

  /// What new visitors get and why, who waits and who is there.
  String status(Site site, SiteState state) {
    List<String> sentences = new ArrayList<>();
    sentences.add(mode(site, state));
    opens(site, state).ifPresent(sentences::add);
    sentences.add(words.of(site, "chat.waiting", Map.of("count", state.crowd().waiting().size())));
    sentences.add(
        state.team().isKnown()
            ? words.of(site, "chat.present", Map.of("count", state.team().present().size()))
            : words.of(site, "chat.present-unknown", Map.of()));
    SiteBook.rulesOf(site)
        .waitEstimate(state)
        .map(median -> words.of(site, "chat.estimate", Map.of("minutes", roundedUp(median))))
        .ifPresent(sentences::add);
    sentences.add(onCall(site, state));
    return String.join(" ", sentences);
  }

  /// What new visitors get, and why.
  String mode(Site site, SiteState state) {
    if (state.form().isPresent()) {
      return words.of(site, form(state.form().get()), until(state));
    }
    return state.overrule().isPresent()
        ? words.of(site, "chat.mode.opened", until(state))
        : words.of(site, "chat.mode.chat", Map.of());
  }

  private static String form(FormReason reason) {
    return "chat.mode."
        + switch (reason) {
          case CLOSED -> "closed";
          case NOBODY -> "nobody";
          case OVERLOAD -> "overload";
          case MISSES -> "misses";
          case ASKED -> "asked";
        };
  }

  private static Map<String, Object> until(SiteState state) {
    return state
        .overrule()
        .map(
            (Overrule word) ->
                Map.<String, Object>of("name", word.by().name(), "time", word.until()))
        .orElse(Map.of());
  }

  /// When the form ends, if its cause has gone.
  Optional<String> opens(Site site, SiteState state) {
    if (state.overrule().isPresent() || !(state.mode() instanceof SiteMode.Form form)) {
      return Optional.empty();
    }
    return form.goneSince()
        .map(gone -> gone.plus(SitePolicy.CALM))
        .map(end -> words.of(site, "chat.opens", Map.of("time", end)));
  }

  /// Who is woken now, and until when.
  String onCall(Site site, SiteState state) {
    StandIns line = new StandIns(site.staffing().onCall(), state.team().shifts());
    String names =
        line.at(state.at()).stream().limit(NAMED_MAX).map(Staff::name).collect(joining(", "));
    if (names.isEmpty()) {
      return words.of(site, "chat.on-call.nobody", Map.of());
    }
    return soon(line, state.at())
        .map(end -> words.of(site, "chat.on-call.until", Map.of("names", names, "time", end)))
        .orElseGet(() -> words.of(site, "chat.on-call.names", Map.of("names", names)));
  }

  /// A time of day says nothing of a change that is more than a day away.
  private static Optional<Instant> soon(StandIns line, Instant now) {
    return line.nextChange(now).filter(end -> end.isBefore(now.plus(SiteRules.WORD_HOLDS)));
  }

  private static int roundedUp(Duration median) {
    return (int) Math.max(1, (median.toSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
  }
}
