package io.threadbridge.config;

import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.StaffClock.Action;
import io.threadbridge.bridge.conversation.StaffClock.Step;
import io.threadbridge.config.Settings.OnCallSettings;
import io.threadbridge.config.Settings.SiteSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/// The steps of the staff's clock, as a site's settings have them.
///
/// @param site where it stands, such as `threadbridge.sites.shop`
record ConfiguredEscalation(String site) {
  /// No step comes later: a wait that nobody touches ends long before.
  private static final Duration LATEST = Duration.ofHours(24);

  private static final String EXAMPLE = "write steps such as \"90s tell-on-call\"";
  private static final String WEBHOOK = ".on-call.webhook";

  /// A column that is written stands in place of the usual one, its first hold text too.
  StaffClock clock(SiteSettings settings) {
    StaffClock usual =
        Policy.DEFAULT
            .clock()
            .holding(settings.timers().firstHold(), settings.timers().laterHold());
    StaffClock clock =
        new StaffClock(
            steps("first", settings.escalation().first(), usual.first()),
            steps("later", settings.escalation().later(), usual.later()));
    requireWhatIsCalled(clock, settings.onCall());
    return clock;
  }

  private List<Step> steps(String column, @Nullable List<String> written, List<Step> usual) {
    if (written == null) {
      return usual;
    }
    String key = site + ".escalation." + column;
    if (written.isEmpty() || written.size() > StaffClock.STEPS_MAX) {
      throw new SettingsProblem(
          key + " has " + written.size() + " steps",
          "write 1 to " + StaffClock.STEPS_MAX + ", or leave it out for the usual ones");
    }
    List<Step> steps = new ArrayList<>();
    for (int place = 0; place < written.size(); place++) {
      Step step = step(key + "[" + place + "]", written.get(place));
      requireOrder(key + "[" + place + "]", steps, step);
      steps.add(step);
    }
    requireFewHolds(key, steps);
    return List.copyOf(steps);
  }

  private static Step step(String key, String written) {
    String[] parts = written.strip().split("\\s+");
    if (parts.length != 2) {
      throw new SettingsProblem(
          key + " is no step: " + written, EXAMPLE + "; actions are: " + actions());
    }
    return new Step(after(key, parts[0]), action(key, parts[1]));
  }

  private static Duration after(String key, String written) {
    try {
      Duration after = DurationStyle.SIMPLE.parse(written);
      if (after.isPositive() && after.compareTo(LATEST) <= 0) {
        return after;
      }
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(key + " begins with no time: " + written, EXAMPLE, e);
    }
    throw new SettingsProblem(
        key + " comes at an impossible time: " + written, "write one from 1s to 24h");
  }

  private static Action action(String key, String written) {
    return Stream.of(Action.values())
        .filter(action -> name(action).equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsProblem(
                    key + " names no action: " + written, "write one of: " + actions()));
  }

  private static void requireOrder(String key, List<Step> before, Step step) {
    if (!before.isEmpty() && step.after().compareTo(before.getLast().after()) < 0) {
      throw new SettingsProblem(
          key + " comes before the step above it", "write the steps by time, the first one first");
    }
  }

  private static void requireFewHolds(String key, List<Step> steps) {
    long holds =
        steps.stream()
            .map(Step::action)
            .filter(action -> action == Action.HOLD || action == Action.HOLD_WITH_CHOICE)
            .count();
    if (holds > StaffClock.HOLDS_MAX) {
      throw new SettingsProblem(
          key + " has " + holds + " hold texts",
          "keep " + StaffClock.HOLDS_MAX + ": a visitor reads no more of them in one wait");
    }
  }

  /// A step that calls nobody would be noticed only when a visitor waits; so would somebody whom no
  /// step calls.
  private void requireWhatIsCalled(StaffClock clock, OnCallSettings onCall) {
    List<Action> actions =
        Stream.concat(clock.first().stream(), clock.later().stream()).map(Step::action).toList();
    boolean hook = actions.contains(Action.CALL_HOOK);
    if (hook && onCall.webhook() == null) {
      throw new SettingsProblem(
          site + ".escalation calls a webhook, and " + site + WEBHOOK + " is missing",
          "name it, see docs/webhooks.md");
    }
    if (!hook && onCall.webhook() != null) {
      throw new SettingsProblem(
          site + WEBHOOK + " is called by no step",
          "add one such as \"180s call-hook\" to " + site + ".escalation.first");
    }
    if (actions.contains(Action.CALL_OVERFLOW) && onCall.overflowDesk() == null) {
      throw new SettingsProblem(
          site
              + ".escalation calls an overflow desk, and "
              + site
              + ".on-call.overflow-desk is"
              + " missing",
          "name it, such as slack:C0123456789");
    }
  }

  private static String actions() {
    return Arrays.stream(Action.values())
        .map(ConfiguredEscalation::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
