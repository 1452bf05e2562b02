package io.threadbridge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The files that we give Grafana and Prometheus.
final class Dashboard {
  private static final Path GRAFANA = Path.of("../docker/grafana/threadbridge.json");
  private static final Path ALERTS = Path.of("../docker/prometheus/alerts.yml");
  private static final String EXPRESSION = "expr: ";

  private Dashboard() {}

  static JsonNode read() {
    return Program.JSON.readTree(text(GRAFANA));
  }

  static List<JsonNode> panels() {
    return StreamSupport.stream(read().path("panels").spliterator(), false).toList();
  }

  /// Panels that are no headings.
  static List<JsonNode> drawn() {
    return panels().stream().filter(panel -> !type(panel).equals("row")).toList();
  }

  static String type(JsonNode panel) {
    return panel.path("type").stringValue("");
  }

  /// Everything that is asked of Prometheus, by panels and by alerts.
  static List<String> expressions() {
    return Stream.concat(
            drawn().stream()
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").stringValue("")),
            alerts().stream())
        .toList();
  }

  static List<String> alerts() {
    return text(ALERTS)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(EXPRESSION))
        .map(line -> line.substring(EXPRESSION.length()))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
