package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.config.Settings.SiteSettings;
import io.threadbridge.config.Settings.Timers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sites as the settings have them; with the sandbox and without any, the demo's shop.
final class ConfiguredSites implements Sites {
  /// The demo's site and its desk in the sandbox.
  static final String DEMO_SITE = "shop";

  private static final String DESK_PATTERN = "slack:<channel id>, such as slack:C0123456789";

  private static final List<String> LANGUAGES = List.of("en", "fi", "uk", "da", "sv", "de");

  private final Map<SiteName, Site> sites = new LinkedHashMap<>();

  ConfiguredSites(Settings settings) {
    settings.sites().forEach((name, site) -> sites.put(new SiteName(name), site(name, site)));
    if (sites.isEmpty() && settings.hasSandbox()) {
      sites.put(new SiteName(DEMO_SITE), demo(settings));
    }
    if (sites.isEmpty()) {
      throw new SettingsProblem(
          "threadbridge.sites names no site",
          "add one: threadbridge.sites.<name>.origins and .desk, see README");
    }
  }

  @Override
  public Optional<Site> find(SiteName name) {
    return Optional.ofNullable(sites.get(name));
  }

  @Override
  public List<Site> all() {
    return List.copyOf(sites.values());
  }

  private static Site site(String name, SiteSettings settings) {
    return new Site(
        new SiteName(name),
        Objects.requireNonNullElse(settings.title(), name),
        origins(name, settings.origins()),
        desk(name, settings.desk()),
        settings.languages(),
        settings.deskLanguage(),
        zone(name, settings.zone()),
        settings.protectedPages(),
        settings.retention(),
        policy(zone(name, settings.zone()), settings.timers()));
  }

  private static Site demo(Settings settings) {
    return new Site(
        new SiteName(DEMO_SITE),
        "Puu & Paperi",
        List.of(origin(settings)),
        new DeskRef("slack:" + SandboxWorkspace.CHANNEL),
        LANGUAGES,
        "en",
        ZoneId.of("Europe/Helsinki"),
        List.of("/demo/checkout*"),
        Duration.ofDays(1),
        Policy.DEFAULT);
  }

  private static String origin(Settings settings) {
    return settings.publicUrl().getScheme() + "://" + settings.publicUrl().getAuthority();
  }

  private static List<String> origins(String site, @Nullable List<String> origins) {
    if (origins == null || origins.isEmpty()) {
      throw new SettingsProblem(
          "threadbridge.sites." + site + ".origins is missing",
          "name where the site's pages come from, such as https://shop.example");
    }
    return origins;
  }

  private static DeskRef desk(String site, @Nullable String desk) {
    if (desk == null) {
      throw new SettingsProblem(
          "threadbridge.sites." + site + ".desk is missing", "write " + DESK_PATTERN);
    }
    try {
      return new DeskRef(desk);
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          "threadbridge.sites." + site + ".desk: " + e.getMessage(), "write " + DESK_PATTERN, e);
    }
  }

  private static ZoneId zone(String site, String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new SettingsProblem(
          "threadbridge.sites." + site + ".zone is no time zone: " + zone,
          "write one such as Europe/Helsinki",
          e);
    }
  }

  /// The usual clock, with its hold texts and the choice at other moments.
  private static StaffClock clock(Timers timers) {
    StaffClock held = StaffClock.DEFAULT.holding(timers.firstHold(), timers.laterHold());
    List<StaffClock.Step> first =
        held.first().stream()
            .map(step -> offers(step) ? new StaffClock.Step(timers.choice(), step.action()) : step)
            .sorted(Comparator.comparing(StaffClock.Step::after))
            .toList();
    return new StaffClock(first, held.later());
  }

  private static boolean offers(StaffClock.Step step) {
    return step.action() == StaffClock.Action.HOLD_WITH_CHOICE;
  }

  private static Policy policy(ZoneId zone, Timers timers) {
    Policy usual = Policy.DEFAULT;
    return new Policy(
        zone,
        clock(timers),
        timers.abandon(),
        usual.promiseGrace(),
        usual.promiseReply(),
        timers.ask(),
        timers.warn(),
        timers.leave(),
        timers.farewellClose(),
        timers.thanksClose(),
        timers.afterSuspension(),
        timers.goneAfter(),
        usual.mailAfter(),
        usual.mailEvery(),
        timers.reopen(),
        usual.leadKept());
  }
}
