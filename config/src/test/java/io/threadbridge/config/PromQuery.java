package io.threadbridge.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is wrong with an expression in Prometheus' language, held against a scrape: metrics, labels
/// and values that there are not. Not a parser: it knows the shapes that our files use.
///
/// @param metrics each metric that is named, with what is asked of its labels
/// @param grouped the labels by which something is grouped
record PromQuery(List<Metric> metrics, Set<String> grouped) {
  /// Added by Prometheus itself.
  private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

  private static final Set<String> WORDS = Set.of("by", "without", "and", "or", "unless", "on");
  private static final Pattern GROUP = Pattern.compile("\\b(?:by|without|on) *\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern METRIC =
      Pattern.compile("([a-zA-Z_][\\w:]*)\\s*(\\{[^}]*}|\\()?|\"[^\"]*\"");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  /// A metric with its label matchers.
  record Metric(String name, List<Wanted> labels) {}

  /// @param how one of `=`, `!=`, `=~` and `!~`
  record Wanted(String label, String how, String value) {}

  static PromQuery of(String text) {
    Set<String> grouped = new HashSet<>();
    Matcher groups = GROUP.matcher(text);
    while (groups.find()) {
      grouped.addAll(List.of(groups.group(1).strip().split("\\s*,\\s*")));
    }
    String rest = RANGE.matcher(GROUP.matcher(text).replaceAll(" ")).replaceAll(" ");
    List<Metric> metrics = new ArrayList<>();
    Matcher found = METRIC.matcher(rest);
    while (found.find()) {
      String selector = found.group(2) == null ? "" : found.group(2);
      if (found.group(1) != null && !selector.equals("(") && !WORDS.contains(found.group(1))) {
        metrics.add(new Metric(found.group(1), wanted(selector)));
      }
    }
    return new PromQuery(List.copyOf(metrics), Set.copyOf(grouped));
  }

  private static List<Wanted> wanted(String selector) {
    return MATCHER
        .matcher(selector)
        .results()
        .map(label -> new Wanted(label.group(1), label.group(2), label.group(3)))
        .toList();
  }

  /// A line for each thing that the scrape does not have.
  List<String> problems(Scrape scrape) {
    Stream<String> none = metrics.isEmpty() ? Stream.of("names no metric") : Stream.empty();
    Stream<String> ofMetrics = metrics.stream().flatMap(metric -> problems(metric, scrape));
    Stream<String> ofGroups =
        grouped.stream()
            .filter(label -> !OF_PROMETHEUS.contains(label))
            .filter(label -> metrics.stream().noneMatch(metric -> has(scrape, metric, label)))
            .map(label -> "groups by an unknown label: " + label);
    return Stream.of(none, ofMetrics, ofGroups).flatMap(found -> found).toList();
  }

  private static boolean has(Scrape scrape, Metric metric, String label) {
    return scrape.labels().getOrDefault(metric.name(), Set.of()).contains(label);
  }

  private static Stream<String> problems(Metric metric, Scrape scrape) {
    if (!scrape.labels().containsKey(metric.name())) {
      return Stream.of("unknown metric: " + metric.name());
    }
    return metric.labels().stream()
        .filter(wanted -> !isThere(wanted, metric, scrape))
        .map(wanted -> "nothing matches " + metric.name() + " " + wanted);
  }

  /// Of a variable of the dashboard only the label is known.
  private static boolean isThere(Wanted wanted, Metric metric, Scrape scrape) {
    Set<String> values =
        scrape
            .values()
            .getOrDefault(metric.name(), Map.of())
            .getOrDefault(wanted.label(), Set.of());
    return switch (wanted.how()) {
      case "=" -> values.contains(wanted.value());
      case "=~" ->
          !values.isEmpty()
              && (wanted.value().contains("$")
                  || values.stream().anyMatch(value -> value.matches(wanted.value())));
      default -> !values.isEmpty();
    };
  }
}
