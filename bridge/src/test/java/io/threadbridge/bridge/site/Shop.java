package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.hours.Holidays;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.hours.Interval;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEvent.Wish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A shop in Helsinki, open every day from 9 to 17, to which a test lets things happen by its wall
/// clock on Tuesday, 5 June 2035.
final class Shop {
  static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  static final Staff ANNA = new Staff("slack:U1", "Anna", Optional.empty());
  static final Staff BEN = new Staff("slack:U2", "Ben", Optional.empty());
  static final Duration MILLISECOND = Duration.ofMillis(1);

  static final Hours NINE_TO_FIVE =
      new Hours(
          HELSINKI,
          Arrays.stream(DayOfWeek.values())
              .collect(Collectors.toMap(day -> day, _ -> List.of(Interval.parse("09:00-17:00")))),
          Map.of(),
          Holidays.NONE);

  static final SitePolicy POLICY = new SitePolicy(NINE_TO_FIVE, HELSINKI, false, 3, false);

  private static final Duration TOLD_EVERY = Duration.ofSeconds(30);

  final SiteRules rules;
  final List<TellDesk> told = new ArrayList<>();
  private final SortedMap<LocalHour, Attended> counted = new TreeMap<>();
  private SiteState state;

  /// What the workspace keeps telling twice a minute; empty: nothing.
  private Optional<Set<String>> workspace = Optional.empty();

  Shop(SitePolicy policy, String beginning) {
    rules = new SiteRules(policy);
    state = SiteState.fresh(new SiteName("shop"), at(beginning));
  }

  /// A moment of that day, such as `10:00` or `10:04:59.999`.
  static Instant at(String time) {
    return LocalDateTime.parse("2035-06-05T" + time).atZone(HELSINKI).toInstant();
  }

  static Instant justBefore(String time) {
    return at(time).minus(MILLISECOND);
  }

  /// What an event changes; the texts for the desk are kept in `told`.
  SiteDecision happens(SiteEvent event) {
    SiteDecision decision = rules.decide(state, event);
    if (decision instanceof SiteDecision.Move(var next, var effects)) {
      state = next;
      effects.stream()
          .filter(TellDesk.class::isInstance)
          .map(TellDesk.class::cast)
          .forEach(told::add);
    }
    return decision;
  }

  void waits(String visitor, String time) {
    tells(visitor, time, new SiteNews.WaitBegan());
  }

  void waitsNoMore(String visitor, String time) {
    tells(visitor, time, new SiteNews.WaitEnded());
  }

  void isMissed(String visitor, String time) {
    tells(visitor, time, new SiteNews.Missed());
  }

  void tells(String visitor, String time, SiteNews news) {
    tells(visitor, at(time), news);
  }

  void tells(String visitor, Instant moment, SiteNews news) {
    by(moment);
    happens(new SiteEvent.Told(moment, moment, new ConversationId(visitor), news));
  }

  /// From this time on the workspace tells that these are present.
  void present(String time, Staff... staff) {
    by(at(time));
    workspace = Optional.of(Arrays.stream(staff).map(Staff::id).collect(Collectors.toSet()));
    happens(new SiteEvent.PresenceSeen(at(time), workspace));
  }

  /// From now on the workspace tells nothing, not even that it tells nothing.
  void hearsNoMore() {
    workspace = Optional.empty();
  }

  void switched(Staff staff, boolean on, String time) {
    by(at(time));
    happens(new SiteEvent.Switched(at(time), staff, on));
  }

  void overruled(Staff staff, Wish wish, String time) {
    by(at(time));
    happens(new SiteEvent.Overruled(at(time), staff, wish));
  }

  /// The state as the workers keep it, who wake it whenever it wants to be, up to this moment.
  SiteState by(Instant moment) {
    for (Instant next = nextWork(); !next.isAfter(moment); next = nextWork()) {
      Instant now = next;
      state.words().owed().forEach(owed -> said(owed.number(), now));
      happens(new SiteEvent.Woke(now));
      counts(now);
      workspace.ifPresent(_ -> happens(new SiteEvent.PresenceSeen(now, workspace)));
    }
    return rules.at(state, moment);
  }

  private void counts(Instant now) {
    SortedMap<LocalHour, Attended> over = state.attendance().over(now, HELSINKI);
    if (!over.isEmpty()) {
      counted.putAll(over);
      happens(new SiteEvent.CountedPresence(now, over));
    }
  }

  /// How many people were there in an hour of the day, as the figures have it.
  Attended counted(int hour) {
    return counted.getOrDefault(new LocalHour(LocalDate.of(2035, 6, 5), hour), Attended.NONE);
  }

  private Instant nextWork() {
    Instant told = workspace.map(_ -> state.at().plus(TOLD_EVERY)).orElse(Instant.MAX);
    return rules.wakeAt(state).filter(due -> due.isBefore(told)).orElse(told);
  }

  private void said(long number, Instant moment) {
    happens(new SiteEvent.ToldDesk(moment, number, new SiteEvent.Outcome.Settled()));
  }

  Optional<FormReason> formAt(Instant moment) {
    return by(moment).form();
  }

  Optional<FormReason> formAt(String time) {
    return formAt(at(time));
  }

  /// What stands first in each of the texts for the desk.
  List<SiteText> toldTexts() {
    return told.stream().map(tell -> tell.texts().getFirst()).toList();
  }

  SiteState state() {
    return state;
  }
}
