package io.threadbridge.web.export;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The same as the table, as JSON. Counts of nothing are left out, and so are all people.
final class FiguresJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double HALF = 0.5;
  private static final double MOST = 0.9;
  private static final double MILLIS = 1_000;

  private FiguresJson() {}

  /// The whole file.
  static String of(SiteName site, Figures figures) {
    ObjectNode file =
        NODES
            .objectNode()
            .put("site", site.value())
            .put("from", figures.from().toString())
            .put("to", figures.to().toString());
    file.set("total", counts(figures.total()));
    file.set("hours", hours(figures));
    Map<String, Counts> desks = new TreeMap<>();
    figures.desks().forEach((desk, counts) -> desks.put(desk.value(), counts));
    file.set("desks", named(desks));
    file.set("languages", named(new TreeMap<>(figures.languages())));
    file.set("pages", named(new TreeMap<>(figures.pages())));
    ObjectNode measures = NODES.objectNode();
    for (Measure measure : Measure.values()) {
      if (figures.of(measure).count() > 0) {
        measures.set(FiguresTable.name(measure), lengths(figures.of(measure)));
      }
    }
    file.set("measures", measures);
    return MAPPER.writeValueAsString(file);
  }

  private static ArrayNode hours(Figures figures) {
    ArrayNode hours = NODES.arrayNode();
    for (LocalHour hour : FiguresTable.hours(figures)) {
      ObjectNode node =
          NODES.objectNode().put("date", hour.date().toString()).put("hour", hour.hour());
      node.set("counts", counts(figures.hours().getOrDefault(hour, Counts.NONE)));
      FiguresTable.present(figures, hour).ifPresent(average -> node.put("present", average));
      hours.add(node);
    }
    return hours;
  }

  private static ObjectNode named(Map<String, Counts> all) {
    ObjectNode node = NODES.objectNode();
    all.forEach((name, counts) -> node.set(name, counts(counts)));
    return node;
  }

  private static ObjectNode counts(Counts counts) {
    ObjectNode node = NODES.objectNode();
    counts.numbers().forEach((kind, number) -> node.put(FiguresTable.name(kind), number));
    return node;
  }

  private static ObjectNode lengths(Distribution lengths) {
    return NODES
        .objectNode()
        .put("lengths", lengths.count())
        .put("medianSeconds", seconds(lengths.percentile(HALF)))
        .put("p90Seconds", seconds(lengths.percentile(MOST)))
        .put("longestSeconds", seconds(lengths.longest()));
  }

  private static double seconds(Optional<Duration> length) {
    return length.map(Duration::toMillis).orElse(0L).doubleValue() / MILLIS;
  }
}
