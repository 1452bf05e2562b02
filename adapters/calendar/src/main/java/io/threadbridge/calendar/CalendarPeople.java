package io.threadbridge.calendar;

import io.threadbridge.bridge.conversation.Staff;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;

/// Who is meant by an event: the names that stand in its summary, in their order, then its
/// attendees by name or address. Case does not matter; of two names that both fit the longer is
/// meant.
final class CalendarPeople {
  private final Map<String, Staff> byName;
  private final Pattern anyName;

  /// @param byName at least one
  CalendarPeople(Map<String, Staff> byName) {
    this.byName =
        byName.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(one -> plain(one.getKey()), Map.Entry::getValue));
    String names =
        this.byName.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.anyName = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + names + ")(?![\\p{L}\\p{N}])");
  }

  /// The people of an event, nobody twice.
  List<Staff> of(VEvent event) {
    String summary =
        event.<Property>getProperty(Property.SUMMARY).map(Property::getValue).orElse("");
    List<Attendee> attendees = event.getProperties(Property.ATTENDEE);
    Map<String, Staff> people = new LinkedHashMap<>();
    Stream.concat(
            anyName.matcher(plain(summary)).results().map(MatchResult::group),
            attendees.stream().flatMap(CalendarPeople::names))
        .map(byName::get)
        .filter(Objects::nonNull)
        .forEach(person -> people.putIfAbsent(person.id(), person));
    return List.copyOf(people.values());
  }

  private static Stream<String> names(Attendee attendee) {
    Optional<String> name = attendee.<Parameter>getParameter(Parameter.CN).map(Parameter::getValue);
    Optional<String> address =
        Optional.ofNullable(attendee.getCalAddress()).map(URI::getSchemeSpecificPart);
    return Stream.concat(name.stream(), address.stream()).map(CalendarPeople::plain);
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
