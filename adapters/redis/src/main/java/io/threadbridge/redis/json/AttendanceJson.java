package io.threadbridge.redis.json;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.site.Attendance;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How many people were there in a site's last hours, as JSON and back: date, hour and two times in
/// milliseconds, in turns.
final class AttendanceJson {
  private static final int EACH = 4;

  private AttendanceJson() {}

  static ObjectNode write(Attendance attendance) {
    ArrayNode hours = JsonNodeFactory.instance.arrayNode();
    attendance
        .hours()
        .forEach(
            (hour, attended) ->
                hours
                    .add(hour.date().toString())
                    .add(hour.hour())
                    .add(attended.knownMillis())
                    .add(attended.personMillis()));
    ObjectNode node = Json.object();
    node.set("hours", hours);
    return Json.put(node, "tryAt", attendance.tryAt());
  }

  static Attendance read(JsonNode node) {
    JsonNode kept = Json.required(node, "hours");
    SortedMap<LocalHour, Attended> hours = new TreeMap<>();
    for (int at = 0; at + EACH <= kept.size(); at += EACH) {
      LocalDate date = LocalDate.parse(kept.get(at).stringValue());
      hours.put(
          new LocalHour(date, kept.get(at + 1).intValue()),
          new Attended(kept.get(at + 2).longValue(), kept.get(at + 3).longValue()));
    }
    return new Attendance(hours, Json.optionalInstant(node, "tryAt"));
  }
}
