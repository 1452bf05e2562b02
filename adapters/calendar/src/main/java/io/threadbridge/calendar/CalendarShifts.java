package io.threadbridge.calendar;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Shift;
import io.threadbridge.bridge.hours.Shifts;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/// Reads a calendar and says who has which shift in the days to come.
final class CalendarShifts {
  /// How far it looks; later shifts come with a later reading.
  static final Duration AHEAD = Duration.ofDays(60);

  /// How many events are read.
  static final int EVENTS_AT_MOST = 1_000;

  private final CalendarPeople people;
  private final ZoneId zone;
  private final CalendarZones zones = new CalendarZones();

  CalendarShifts(CalendarPeople people, ZoneId zone) {
    this.people = people;
    this.zone = zone;
  }

  /// What came of a reading.
  ///
  /// @param unnamed how many events name nobody whom we know
  record Reading(Shifts shifts, int unnamed) {}

  /// The shifts that last or begin within [#AHEAD] of this moment.
  Reading read(String text, Instant now) throws CalendarProblem {
    try {
      return expand(events(new CalendarBuilder(zones).build(new StringReader(text))), now);
    } catch (IOException | ParserException | RuntimeException e) {
      // The library throws what it likes at what it does not like.
      throw new CalendarProblem("it is not understood as an iCalendar", e);
    }
  }

  private List<CalendarEvent> events(Calendar calendar) throws CalendarProblem {
    List<VEvent> all = calendar.getComponents(Component.VEVENT);
    if (all.size() > EVENTS_AT_MOST) {
      throw new CalendarProblem("it has more than " + EVENTS_AT_MOST + " events");
    }
    List<CalendarEvent> events = new ArrayList<>();
    for (VEvent event : all) {
      events.add(CalendarEvent.of(event, zone));
    }
    return events;
  }

  private Reading expand(List<CalendarEvent> events, Instant now) throws CalendarProblem {
    Map<String, Set<Instant>> replaced = replaced(events);
    List<Shift> shifts = new ArrayList<>();
    int unnamed = 0;
    for (CalendarEvent event : events) {
      List<Staff> who = people.of(event.event());
      if (who.isEmpty() && !event.isCancelled()) {
        unnamed++;
      } else if (!event.isCancelled()) {
        Set<Instant> gone =
            event.replaces().isPresent() ? Set.of() : replaced.getOrDefault(event.uid(), Set.of());
        add(shifts, event, who, gone, now);
      }
    }
    return new Reading(new Shifts(shifts), unnamed);
  }

  /// A changed or cancelled repetition stands in the calendar as an event of its own.
  private static Map<String, Set<Instant>> replaced(List<CalendarEvent> events) {
    Map<String, Set<Instant>> replaced = new HashMap<>();
    for (CalendarEvent event : events) {
      event
          .replaces()
          .ifPresent(
              moment -> replaced.computeIfAbsent(event.uid(), _ -> new HashSet<>()).add(moment));
    }
    return replaced;
  }

  private static void add(
      List<Shift> shifts, CalendarEvent event, List<Staff> who, Set<Instant> gone, Instant now)
      throws CalendarProblem {
    for (Instant from : event.beginnings(now, now.plus(AHEAD)).sorted().toList()) {
      Instant until = event.end(from);
      if (gone.contains(from) || !until.isAfter(now) || !until.isAfter(from)) {
        continue;
      }
      for (Staff person : who) {
        if (shifts.size() == Shifts.SHIFTS_AT_MOST) {
          throw new CalendarProblem("it has more than " + Shifts.SHIFTS_AT_MOST + " shifts");
        }
        shifts.add(new Shift(person, from, until));
      }
    }
  }
}
