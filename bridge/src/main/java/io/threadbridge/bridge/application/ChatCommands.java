package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Shift;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.bridge.site.SiteEvent.Wish;
import io.threadbridge.bridge.site.SiteState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a command for a desk does, such as `/chat on`. A command is for all sites of the desk;
/// where there are several, each has its own line in the answer. How it went can be asked at every
/// desk of a site, all else at its own.
public final class ChatCommands implements DeskCommands {
  /// The longest shift that can be taken.
  public static final Duration SHIFT_MAX = Duration.ofHours(24);

  /// What is read of a command: more is no command.
  private static final int WORDS_MAX = 100;

  private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,2})h)?(?:(\\d{1,4})m(?:in)?)?");

  private final SiteHandler handler;
  private final SiteBook book;
  private final Sites sites;
  private final SiteWords words;
  private final SiteReports reports;
  private final ReportCommand report;
  private final InstantSource clock;

  /// Commands for these sites.
  public ChatCommands(
      SiteHandler handler,
      SiteBook book,
      Sites sites,
      SiteWords words,
      Reports digests,
      ReportLinks links,
      InstantSource clock) {
    this.handler = handler;
    this.book = book;
    this.sites = sites;
    this.words = words;
    this.reports = new SiteReports(words);
    this.report = new ReportCommand(digests, links, book, words, clock);
    this.clock = clock;
  }

  @Override
  public String run(DeskRef desk, Staff staff, String written) {
    String command = written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    String bounded = asked(desk, command.substring(0, Math.min(command.length(), WORDS_MAX)));
    List<Site> served = sites.all().stream().filter(site -> site.desk().equals(desk)).toList();
    return reported(desk, bounded)
        .or(() -> served.isEmpty() ? Optional.of(noDesk()) : Optional.empty())
        .or(() -> command(bounded, staff).map(deed -> answer(served, deed)))
        .orElseGet(() -> words.of(served.getFirst(), "chat.help", Map.of()));
  }

  /// The help shows what comes before a command; some people write it though the platform has said
  /// it already.
  private String asked(DeskRef desk, String command) {
    String before = words.command(desk).toLowerCase(Locale.ROOT);
    return (command + " ").startsWith(before + " ")
        ? command.substring(before.length()).strip()
        : command;
  }

  private Optional<String> reported(DeskRef desk, String command) {
    List<Site> told =
        sites.all().stream().filter(site -> site.desks().anyMatch(desk::equals)).toList();
    return told.isEmpty() ? Optional.empty() : report.answer(told, desk, command);
  }

  private String noDesk() {
    return sites.all().stream()
        .findFirst()
        .map(site -> words.of(site, "chat.no-desk", Map.of()))
        .orElse("");
  }

  private static String answer(List<Site> served, Function<Site, String> deed) {
    return served.size() == 1
        ? deed.apply(served.getFirst())
        : served.stream()
            .map(site -> site.title() + ": " + deed.apply(site))
            .collect(joining("\n"));
  }

  /// Empty for what is no command, and for `help`.
  private Optional<Function<Site, String>> command(String command, Staff staff) {
    return switch (command) {
      case "on" -> Optional.of(site -> switched(site, staff, true));
      case "off" -> Optional.of(site -> switched(site, staff, false));
      case "status" -> Optional.of(site -> reports.status(site, book.state(site)));
      case "on-call" -> Optional.of(site -> reports.onCall(site, book.state(site)));
      case "form on" -> Optional.of(site -> overruled(site, staff, Wish.FORM));
      case "form off" -> Optional.of(site -> overruled(site, staff, Wish.CHAT));
      case "form auto" -> Optional.of(site -> overruled(site, staff, Wish.AUTO));
      default -> taken(command).map(length -> site -> took(site, staff, length));
    };
  }

  private String switched(Site site, Staff staff, boolean on) {
    Instant now = clock.instant();
    SiteState state = after(site, new SiteEvent.Switched(now, staff, on));
    String said = words.of(site, on ? "chat.on" : "chat.off", until(site, now));
    return reports.opens(site, state).map(opens -> said + " " + opens).filter(_ -> on).orElse(said);
  }

  private String overruled(Site site, Staff staff, Wish wish) {
    Instant now = clock.instant();
    SiteState state = after(site, new SiteEvent.Overruled(now, staff, wish));
    return switch (wish) {
      case FORM -> words.of(site, "chat.form.on", until(site, now));
      case CHAT -> words.of(site, "chat.form.off", until(site, now));
      case AUTO -> words.of(site, "chat.form.auto", Map.of()) + " " + reports.mode(site, state);
    };
  }

  private String took(Site site, Staff staff, Duration length) {
    Instant now = clock.instant();
    Shift shift = new Shift(staff, now, now.plus(length));
    after(site, new SiteEvent.TookShift(now, shift));
    return words.of(site, "chat.took", Map.of("time", shift.until()));
  }

  private SiteState after(Site site, SiteEvent event) {
    return handler.handle(site, event).orElseGet(() -> book.state(site));
  }

  private static Map<String, Object> until(Site site, Instant now) {
    return Map.of("time", SiteBook.rulesOf(site).holdsUntil(now));
  }

  /// The length in `take 2h`, `take 90m` or `take 1h30m`; empty if it is none, or too long.
  private static Optional<Duration> taken(String command) {
    if (!command.startsWith("take ")) {
      return Optional.empty();
    }
    Matcher written = LENGTH.matcher(command.substring("take ".length()).replace(" ", ""));
    if (!written.matches()) {
      return Optional.empty();
    }
    return Optional.of(hours(written.group(1)).plus(minutes(written.group(2))))
        .filter(length -> length.isPositive() && length.compareTo(SHIFT_MAX) <= 0);
  }

  private static Duration hours(@Nullable String digits) {
    return digits == null ? Duration.ZERO : Duration.ofHours(Integer.parseInt(digits));
  }

  private static Duration minutes(@Nullable String digits) {
    return digits == null ? Duration.ZERO : Duration.ofMinutes(Integer.parseInt(digits));
  }
}
