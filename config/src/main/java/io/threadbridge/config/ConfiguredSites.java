package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.site.DigestTimes;
import io.threadbridge.calendar.CalendarRota;
import io.threadbridge.config.Settings.SiteSettings;
import io.threadbridge.config.Settings.Timers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sites as the settings have them; with the sandbox and without any, the demo's shop.
final class ConfiguredSites implements Sites {
  /// The demo's site and its desk in the sandbox.
  static final String DEMO_SITE = "shop";

  private static final DeskRef DEMO_DESK = new DeskRef("slack:" + SandboxWorkspace.CHANNEL);

  private static final String DESK_PATTERN =
      "slack:<channel id>, such as slack:C0123456789, or teams:<team id>/<channel id>";

  private static final List<String> LANGUAGES = List.of("en", "fi", "uk", "da", "sv", "de");

  private final Map<SiteName, Site> sites = new LinkedHashMap<>();
  private final Map<SiteName, CalendarRota> calendars = new LinkedHashMap<>();
  private final Set<SiteName> withoutFiles = new HashSet<>();

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
    new DeskPlatforms(settings).require(sites.values());
  }

  @Override
  public Optional<Site> find(SiteName name) {
    return Optional.ofNullable(sites.get(name));
  }

  @Override
  public List<Site> all() {
    return List.copyOf(sites.values());
  }

  /// The sites' rotas that are kept in calendars, to be refreshed.
  Map<SiteName, CalendarRota> calendars() {
    return Collections.unmodifiableMap(calendars);
  }

  /// Whether a site's visitors may send files.
  boolean takeFiles(SiteName site) {
    return !withoutFiles.contains(site);
  }

  private Site site(String name, SiteSettings settings) {
    if (!settings.files()) {
      withoutFiles.add(new SiteName(name));
    }
    String key = "threadbridge.sites." + name;
    ZoneId zone = ConfiguredStaffing.zone(key + ".zone", settings.zone());
    DeskRef desk = desk(key + ".desk", settings.desk());
    ConfiguredStaffing staffing = new ConfiguredStaffing(key, zone, desk);
    Optional<CalendarRota> calendar = staffing.calendar(settings.onCall());
    calendar.ifPresent(rota -> calendars.put(new SiteName(name), rota));
    String title = Objects.requireNonNullElse(settings.title(), name);
    Staffing staffed = staffing.staffing(settings.hours(), settings.onCall(), calendar);
    return new Site(
        new SiteName(name),
        title,
        origins(name, settings.origins()),
        desk,
        settings.languages(),
        settings.deskLanguage(),
        zone,
        settings.protectedPages(),
        settings.retention(),
        policy(key, zone, settings),
        staffed,
        new ConfiguredDesks(key + ".desks", title, desk, staffed.overflowDesk())
            .byName(settings.desks()),
        new ConfiguredDigests(key + ".digest").times(settings.digest()));
  }

  /// In the zone of this machine, where whoever tries it has browser and clock: the times in the
  /// bridge's texts are then those that stand beside the messages.
  private static Site demo(Settings settings) {
    ZoneId zone = ZoneId.systemDefault();
    return new Site(
        new SiteName(DEMO_SITE),
        "Puu & Paperi",
        List.of(origin(settings)),
        DEMO_DESK,
        LANGUAGES,
        "en",
        zone,
        List.of("/demo/checkout*"),
        Duration.ofDays(1),
        Policy.DEFAULT.in(zone),
        Staffing.NONE,
        workshop(settings),
        DigestTimes.USUAL);
  }

  /// A second desk, to hand a conversation over to and back: in the sandbox's Teams, unless a real
  /// one is configured.
  private static Map<String, DeskRef> workshop(Settings settings) {
    return settings.teams().isConfigured()
        ? Map.of()
        : Map.of("Shop in Slack", DEMO_DESK, "Workshop in Teams", new DeskRef(SandboxTeams.DESK));
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

  /// The desk that is written at a key, which may be missing.
  static DeskRef desk(String key, @Nullable String desk) {
    if (desk == null) {
      throw new SettingsProblem(key + " is missing", "write " + DESK_PATTERN);
    }
    try {
      return DeskPlatforms.shaped(new DeskRef(desk));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(key + ": " + e.getMessage(), "write " + DESK_PATTERN, e);
    }
  }

  private static Policy policy(String key, ZoneId zone, SiteSettings settings) {
    Timers timers = settings.timers();
    return new Policy(
        zone,
        new ConfiguredEscalation(key).clock(settings),
        timers.abandon(),
        timers.promiseGrace(),
        timers.promiseReply(),
        timers.ask(),
        timers.warn(),
        timers.leave(),
        timers.farewellClose(),
        timers.thanksClose(),
        timers.afterSuspension(),
        timers.goneAfter(),
        timers.mailAfter(),
        timers.mailEvery(),
        timers.reopen(),
        timers.leadKept());
  }
}
