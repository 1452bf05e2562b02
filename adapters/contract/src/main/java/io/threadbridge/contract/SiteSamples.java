package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.Samples.OTHER_DESK;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.hours.Shift;
import io.threadbridge.bridge.site.Attendance;
import io.threadbridge.bridge.site.Comments;
import io.threadbridge.bridge.site.Crowd;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.Digests;
import io.threadbridge.bridge.site.FirstAnswers;
import io.threadbridge.bridge.site.FormReason;
import io.threadbridge.bridge.site.Leads;
import io.threadbridge.bridge.site.Overrule;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteMode;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.bridge.site.SiteText;
import io.threadbridge.bridge.site.Team;
import io.threadbridge.bridge.site.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// States of a site with something in every corner.
public final class SiteSamples {
  private static final LocalDate SUNDAY = LocalDate.of(2035, 6, 3);

  private SiteSamples() {}

  /// A fresh one, and two full of everything for each reason of the form.
  public static List<SiteState> all(SiteName name) {
    return Stream.concat(
            Stream.of(SiteState.fresh(name, NOON)),
            Arrays.stream(FormReason.values())
                .flatMap(reason -> Stream.of(full(name, reason, true), full(name, reason, false))))
        .toList();
  }

  private static SiteState full(SiteName name, FormReason reason, boolean odd) {
    Instant later = NOON.plusMillis(1);
    Optional<Instant> gone = odd ? Optional.of(later) : Optional.empty();
    return new SiteState(
        name,
        later,
        new SiteMode.Form(reason, NOON, gone),
        Optional.of(new Overrule(odd, ANNA, later)),
        new Crowd(Map.of(ID, NOON, OTHER, later), Map.of(ID, later)),
        new Team(
            Optional.of(new Team.Seen(odd ? Set.of() : Set.of(ANNA.id(), "slack:U2"), NOON)),
            Map.of(ANNA.id(), new Team.Switch(ANNA, odd, later)),
            List.of(new Shift(ANNA, NOON, later))),
        new FirstAnswers(
            List.of(new FirstAnswers.Answer(NOON, 0), new FirstAnswers.Answer(NOON, 86_400))),
        new Leads(odd ? Map.of(OTHER, NOON) : Map.of()),
        new Comments(odd ? Map.of() : Map.of(ID, later, OTHER, NOON)),
        new Digests(odd ? Optional.of(SUNDAY) : Optional.empty(), Optional.of(SUNDAY)),
        words(later),
        attendance(gone));
  }

  private static Attendance attendance(Optional<Instant> tryAt) {
    SortedMap<LocalHour, Attended> hours = new TreeMap<>();
    hours.put(new LocalHour(SUNDAY, 23), new Attended(7_200_000, 0));
    hours.put(new LocalHour(SUNDAY.plusDays(1), 0), new Attended(1, 4_000_000_000L));
    return new Attendance(hours, tryAt);
  }

  private static Words words(Instant later) {
    TellDesk tell =
        new TellDesk(
            Arrays.asList(SiteText.values()),
            Map.of("waiting", 4, "name", Samples.DIFFICULT_WORDS, "time", NOON));
    TellDesk plain = new TellDesk(List.of(SiteText.AGAIN), Map.of());
    TellDigest digest = new TellDigest(DigestPeriod.weekTo(SUNDAY), Optional.empty());
    TellDigest elsewhere = new TellDigest(DigestPeriod.day(SUNDAY), Optional.of(OTHER_DESK));
    return new Words(
        9,
        List.of(
            new Words.Owed(6, tell, NOON, later, 2),
            new Words.Owed(7, plain, NOON, NOON, 0),
            new Words.Owed(8, digest, NOON, NOON, 1),
            new Words.Owed(9, elsewhere, NOON, NOON, 0)));
  }
}
