package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.site.SiteEffect.ChangeAvailability;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteMode.Chat;
import io.threadbridge.bridge.site.SiteMode.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// When new visitors get the chat and when the form, and what the desk is told of it.
final class SiteModes {
  private final SitePolicy policy;

  SiteModes(SitePolicy policy) {
    this.policy = policy;
  }

  /// The state with the mode that its causes make at this moment.
  SiteState judged(SiteState state, Instant now) {
    Optional<FormReason> cause = cause(state, now);
    return state.with(
        switch (state.mode()) {
          case Chat chat -> cause.map(reason -> begun(reason, now)).orElse(chat);
          case Form form ->
              cause
                  .<SiteMode>map(
                      reason -> reason == form.reason() ? form.back() : begun(reason, now))
                  .orElseGet(() -> fading(form, now));
        });
  }

  private static SiteMode begun(FormReason reason, Instant now) {
    return new Form(reason, now, Optional.empty());
  }

  /// The cause has gone: opening time ends the form at once, any other after a while of calm.
  private SiteMode fading(Form form, Instant now) {
    if (form.reason() == FormReason.CLOSED) {
      return new Chat();
    }
    Form fading = form.goneSince().isPresent() ? form : form.gone(now);
    return nextChange(fading).filter(end -> !end.isAfter(now)).isPresent() ? new Chat() : fading;
  }

  /// When this mode ends if no cause comes back.
  Optional<Instant> nextChange(SiteMode mode) {
    return switch (mode) {
      case Chat _ -> Optional.empty();
      case Form form -> form.goneSince().map(gone -> gone.plus(policy.calm()));
    };
  }

  /// Inside hours, and somebody is there unless hours decide alone. Where nobody can tell who is
  /// there, somebody is.
  boolean isServed(SiteState state) {
    return policy.hours().isOpen(state.at()) && !isEmpty(state.team());
  }

  private boolean isEmpty(Team team) {
    return !policy.hoursDecideAlone() && team.isKnown() && team.present().isEmpty();
  }

  /// Closing time comes before everything; then what it was already.
  private Optional<FormReason> cause(SiteState state, Instant now) {
    if (!policy.hours().isOpen(now)) {
      return Optional.of(FormReason.CLOSED);
    }
    return Stream.concat(
            state.mode().form().stream(),
            Stream.of(FormReason.NOBODY, FormReason.OVERLOAD, FormReason.MISSES))
        .filter(reason -> lasts(reason, state, now))
        .findFirst();
  }

  private boolean lasts(FormReason reason, SiteState state, Instant now) {
    return switch (reason) {
      case NOBODY -> isEmpty(state.team());
      case OVERLOAD -> isOverloaded(state);
      case MISSES -> state.crowd().isMissing(policy, now);
      case CLOSED, ASKED -> false;
    };
  }

  /// Where nobody can tell how many are there, nobody can tell how many they can serve.
  private boolean isOverloaded(SiteState state) {
    return state.team().isKnown() && state.crowd().waiting().size() > capacity(state.team());
  }

  private int capacity(Team team) {
    return Math.max(1, team.present().size()) * policy.capacityPerPerson();
  }

  /// What the change from one saved state to the next makes necessary.
  List<SiteEffect> effects(SiteState before, SiteState next) {
    List<SiteEffect> effects = new ArrayList<>();
    Optional<FormReason> was = before.form();
    Optional<FormReason> is = next.form();
    if (was.isPresent() != is.isPresent()) {
      effects.add(new ChangeAvailability());
    }
    told(before, next).ifPresent(effects::add);
    return List.copyOf(effects);
  }

  /// Closing and opening time need no words; everything else is told when it changes.
  private Optional<TellDesk> told(SiteState before, SiteState next) {
    Optional<FormReason> was = before.form();
    Optional<FormReason> is = next.form();
    if (was.equals(is)) {
      return Optional.empty();
    }
    if (is.isPresent()) {
      return because(is.get(), next);
    }
    Optional<Overrule> opened = next.overrule();
    if (opened.isPresent()) {
      return Optional.of(new TellDesk(List.of(SiteText.OPENED), byHand(opened.get())));
    }
    return was.filter(reason -> reason != FormReason.CLOSED)
        .map(_ -> new TellDesk(List.of(SiteText.AGAIN), Map.of()));
  }

  private Optional<TellDesk> because(FormReason reason, SiteState state) {
    SiteText then = policy.overflow() ? SiteText.THEN_OVERFLOW : SiteText.THEN_FORM;
    return switch (reason) {
      case CLOSED -> Optional.empty();
      case NOBODY -> tell(List.of(SiteText.BECAUSE_NOBODY, then), Map.of());
      case OVERLOAD -> tell(List.of(SiteText.BECAUSE_OVERLOAD, then), counted(state));
      case MISSES -> tell(List.of(SiteText.BECAUSE_MISSES, then), missed());
      case ASKED ->
          tell(
              List.of(SiteText.BECAUSE_ASKED, SiteText.THEN_FORM),
              state.overrule().map(SiteModes::byHand).orElse(Map.of()));
    };
  }

  private static Optional<TellDesk> tell(List<SiteText> texts, Map<String, Object> arguments) {
    return Optional.of(new TellDesk(texts, Map.copyOf(arguments)));
  }

  private static Map<String, Object> counted(SiteState state) {
    Map<String, Object> counted = new HashMap<>();
    counted.put("waiting", state.crowd().waiting().size());
    counted.put("present", state.team().present().size());
    return counted;
  }

  private Map<String, Object> missed() {
    Map<String, Object> missed = new HashMap<>();
    missed.put("count", policy.missesMax());
    missed.put("minutes", (int) policy.missWindow().toMinutes());
    return missed;
  }

  private static Map<String, Object> byHand(Overrule overrule) {
    Staff by = overrule.by();
    return Map.of("name", by.name(), "time", overrule.until());
  }
}
