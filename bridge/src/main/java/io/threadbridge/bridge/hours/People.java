package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lists of staff in which a person stands once, however often and by whatever name they are named.
final class People {
  private People() {}

  static List<Staff> once(Stream<Staff> people) {
    Map<String, Staff> byId = new LinkedHashMap<>();
    people.forEach(person -> byId.putIfAbsent(person.id(), person));
    return List.copyOf(byId.values());
  }
}
