package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.Digest.Slot;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A digest as a colleague would tell it, in the desk's language: good news first, nobody blamed,
/// and not a word of what there was nothing of.
public final class DigestWords {
  /// From so many answers on nine in ten are more than a few.
  static final int MANY = 10;

  /// Up to here a time is told in seconds.
  private static final Duration IN_SECONDS = Duration.ofSeconds(90);

  /// Up to here in minutes.
  private static final Duration IN_MINUTES = Duration.ofMinutes(120);

  private static final double HALF = 0.5;
  private static final double MOST = 0.9;
  private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

  private final Texts texts;
  private final Site site;

  /// Words for the desk of a site.
  public DigestWords(Texts texts, Site site) {
    this.texts = texts.forSite(site.name());
    this.site = site;
  }

  /// Somebody who is owed an answer.
  ///
  /// @param link where the conversation is
  public record Lead(Instant since, URI link) {}

  /// All that there is to say, line by line.
  ///
  /// @param leads those of the open ones that are to be named, the longest owed first
  public Report report(
      Digest digest, List<Lead> leads, StaffingGoal goal, List<Report.Shown> pictures) {
    return new Report(title(digest.period()), text(digest, leads, goal), pictures);
  }

  private String text(Digest digest, List<Lead> leads, StaffingGoal goal) {
    List<String> lines = new ArrayList<>();
    lines.add(goodNews(digest));
    lines.add(rest(digest));
    lines.addAll(leads(digest, leads));
    lines.addAll(advice(digest.advice(), goal));
    return lines.stream().filter(line -> !line.isBlank()).collect(joining("\n"));
  }

  private String title(DigestPeriod period) {
    if (period.isDay()) {
      return said("digest.title.day", Map.of("site", site.title(), "day", noon(period.from())));
    }
    return said(
        "digest.title.days",
        Map.of(
            "site", site.title(),
            "first", noon(period.from()),
            "last", noon(period.to())));
  }

  private String goodNews(Digest digest) {
    List<String> sentences = new ArrayList<>();
    sentences.add(wrote(digest));
    firstAnswers(digest.firstAnswers()).ifPresent(sentences::add);
    shares(digest).ifPresent(sentences::add);
    promises(digest).ifPresent(sentences::add);
    digest
        .rating()
        .map(
            rating ->
                said("digest.rating", Map.of("rating", rating.average(), "count", rating.count())))
        .ifPresent(sentences::add);
    counted("digest.leads-done", digest.count(Kind.LEAD_DONE)).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private String wrote(Digest digest) {
    long wrote = digest.wrote();
    long answered = digest.answered();
    if (wrote == 0) {
      return said("digest.nobody", Map.of());
    }
    if (answered == wrote) {
      return said("digest.wrote-all", Map.of("count", wrote));
    }
    return answered == 0
        ? said("digest.wrote-only", Map.of("count", wrote))
        : said("digest.wrote-some", Map.of("count", wrote, "answered", answered));
  }

  private Optional<String> firstAnswers(Distribution answers) {
    Optional<String> longest = answers.longest().map(this::within);
    if (longest.isEmpty()) {
      return Optional.empty();
    }
    String all = longest.get();
    String half = answers.percentile(HALF).map(this::within).orElse(all);
    String most = answers.percentile(MOST).map(this::within).orElse(all);
    long count = answers.count();
    if (count == 1 || half.equals(all)) {
      String key = count == 1 ? "digest.first.one" : "digest.first.all";
      return Optional.of(said(key, Map.of("longest", all)));
    }
    return Optional.of(
        count < MANY || most.equals(all)
            ? said("digest.first.few", Map.of("half", half, "longest", all))
            : said("digest.first.many", Map.of("half", half, "most", most, "longest", all)));
  }

  private Optional<String> shares(Digest digest) {
    return digest.percent(Kind.ANSWERED_IN_A_MINUTE).stream()
        .mapToObj(
            minute ->
                said(
                    "digest.shares",
                    Map.of("soon", digest.percent(Kind.ANSWERED_SOON).orElse(0), "minute", minute)))
        .findFirst();
  }

  private Optional<String> promises(Digest digest) {
    long kept = digest.count(Kind.PROMISE_KEPT);
    long late = digest.count(Kind.PROMISE_LATE);
    long made = digest.count(Kind.PROMISE_MADE);
    if (made + kept + late == 0) {
      return Optional.empty();
    }
    return Optional.of(
        late == 0
            ? said("digest.promises", Map.of("made", made, "kept", kept))
            : said("digest.promises-late", Map.of("made", made, "kept", kept, "late", late)));
  }

  /// What was before, when it was busiest, and what went wrong.
  private String rest(Digest digest) {
    Stream<Optional<String>> sentences =
        Stream.of(
            earlier(digest.earlier()),
            digest
                .busiest()
                .map(
                    slot ->
                        said(
                            "digest.busiest",
                            Map.of("hour", hour(digest, slot), "count", slot.count()))),
            unanswered(digest),
            counted("digest.missed", digest.count(Kind.MISSED)));
    return sentences.flatMap(Optional::stream).collect(joining(" "));
  }

  private Optional<String> earlier(Figures earlier) {
    long wrote = earlier.total().of(Kind.BEGUN);
    return earlier
        .of(Measure.FIRST_ANSWER)
        .percentile(HALF)
        .filter(_ -> wrote > 0)
        .map(half -> said("digest.earlier", Map.of("count", wrote, "half", within(half))));
  }

  private Optional<String> unanswered(Digest digest) {
    long count = digest.count(Kind.FIRST_UNANSWERED);
    if (count == 0) {
      return Optional.empty();
    }
    List<Slot> slots = digest.unanswered();
    boolean all = slots.stream().mapToLong(Slot::count).sum() == count;
    String hours =
        slots.stream().map(slot -> hour(digest, slot)).collect(joining(", ")) + (all ? "" : " …");
    return Optional.of(said("digest.unanswered", Map.of("count", count, "hours", hours)));
  }

  private List<String> leads(Digest digest, List<Lead> leads) {
    List<String> lines = new ArrayList<>();
    counted("digest.leads", digest.openLeads()).ifPresent(lines::add);
    for (Lead lead : leads) {
      Map<String, Object> arguments = Map.of("since", lead.since(), "link", lead.link().toString());
      lines.add(said("digest.lead", arguments));
    }
    return lines;
  }

  private List<String> advice(List<StaffingAdvice> advice, StaffingGoal goal) {
    StaffingWords words = new StaffingWords(texts, site.deskLanguage(), site.zone(), goal);
    return advice.stream().map(words::sentence).toList();
  }

  /// An hour's name; with its day where there are several.
  String hour(Digest digest, Slot slot) {
    Map<String, Object> hours = Map.of("from", slot.hour(), "until", slot.hour() + 1);
    if (digest.period().isDay()) {
      return said("digest.hour.day", hours);
    }
    Instant day = noon(ANY_MONDAY.with(slot.day()));
    return said(
        "digest.hour.week", Map.of("day", day, "from", slot.hour(), "until", slot.hour() + 1));
  }

  /// A length as people say it, rounded up: *within 38 seconds* stays true.
  String within(Duration length) {
    long seconds = Math.max(1, Math.ceilDiv(length.toMillis(), 1_000L));
    if (length.compareTo(IN_SECONDS) <= 0) {
      return said("digest.seconds", Map.of("count", seconds));
    }
    return length.compareTo(IN_MINUTES) <= 0
        ? said("digest.minutes", Map.of("count", Math.ceilDiv(seconds, 60L)))
        : said("digest.hours", Map.of("count", Math.ceilDiv(seconds, 3_600L)));
  }

  /// A date's noon, by which a message names it.
  Instant noon(LocalDate date) {
    return date.atTime(LocalTime.NOON).atZone(site.zone()).toInstant();
  }

  private Optional<String> counted(String name, long count) {
    return count == 0 ? Optional.empty() : Optional.of(said(name, Map.of("count", count)));
  }

  String said(String name, Map<String, Object> arguments) {
    return texts.label(site.deskLanguage(), site.zone(), name, arguments);
  }
}
