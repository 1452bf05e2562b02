package io.threadbridge.calendar;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.OnCall;
import io.threadbridge.bridge.hours.Shifts;
import io.threadbridge.calendar.CalendarFetch.Fetched;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A rota that somebody keeps in a calendar program: an iCalendar address whose events name the
/// people on call. Looks only when [#refresh] is called, and keeps what it last understood while
/// the calendar is away or cannot be read. Asked by many threads, refreshed by one at a time.
public final class CalendarRota implements OnCall {
  /// How often to refresh, and so how late a change of the calendar may be known.
  public static final Duration REFRESH_EVERY = Duration.ofMinutes(5);

  /// How long an answer may take, its whole body included.
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /// How many people may be named.
  public static final int PEOPLE_AT_MOST = 50;

  private final CalendarFetch source;
  private final CalendarShifts reader;
  private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

  /// What is known now.
  ///
  /// @param text what was last understood; shifts of later days are read from it if it is unchanged
  private record Known(Fetched.Fresh text, Shifts shifts, CalendarStatus status) {
    static final Known NOTHING =
        new Known(new Fetched.Fresh("", Optional.empty()), Shifts.NONE, CalendarStatus.UNKNOWN);

    Known away(Instant now, String why) {
      return new Known(text, shifts, status.away(now, why));
    }
  }

  /// @param address `http` or `https`; as secret as the calendar
  /// @param people who is meant by which name; at least one, at most [#PEOPLE_AT_MOST]
  /// @param zone of times that name none
  public CalendarRota(URI address, Map<String, Staff> people, ZoneId zone) {
    this(address, people, zone, TIMEOUT);
  }

  CalendarRota(URI address, Map<String, Staff> people, ZoneId zone, Duration timeout) {
    if (people.isEmpty() || people.size() > PEOPLE_AT_MOST) {
      throw new IllegalArgumentException("a calendar names 1 to " + PEOPLE_AT_MOST + " people");
    }
    this.source = new CalendarFetch(address, timeout);
    this.reader = new CalendarShifts(new CalendarPeople(people), zone);
  }

  /// Looks whether the calendar has changed, and says how it stands with it afterwards. A failure
  /// changes nothing else. Takes at most [#TIMEOUT] for each of a few redirects.
  public CalendarStatus refresh(Instant now) throws InterruptedException {
    Known before = known.get();
    Known after = refreshed(before, now);
    known.compareAndSet(before, after);
    return after.status();
  }

  private Known refreshed(Known before, Instant now) throws InterruptedException {
    try {
      Fetched.Fresh text =
          switch (source.fetch(before.text().tag())) {
            case Fetched.Fresh fresh -> fresh;
            case Fetched.Unchanged _ -> before.text();
          };
      CalendarShifts.Reading reading = reader.read(text.text(), now);
      int shifts = reading.shifts().all().size();
      return new Known(text, reading.shifts(), CalendarStatus.good(now, shifts, reading.unnamed()));
    } catch (CalendarProblem e) {
      return before.away(now, e.told());
    }
  }

  /// How it stood after the last refresh.
  public CalendarStatus status() {
    return known.get().status();
  }

  @Override
  public List<Staff> at(Instant moment) {
    return known.get().shifts().at(moment);
  }

  @Override
  public Optional<Instant> nextChange(Instant moment) {
    return known.get().shifts().nextChange(moment);
  }
}
