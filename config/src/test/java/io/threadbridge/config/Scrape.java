package io.threadbridge.config;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Prometheus reads, by sample name: the labels that its series have, and their values.
///
/// @param labels label names by sample name
/// @param values the values of each label of each sample name
/// @param numbers each series with its number
record Scrape(
    Map<String, Set<String>> labels,
    Map<String, Map<String, Set<String>>> values,
    Map<String, Double> numbers) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  static Scrape of(Program program) {
    URI address = program.address().resolve("/actuator/prometheus");
    return read(HttpClientText.get(program.http(), address));
  }

  static Scrape read(String text) {
    Scrape scrape = new Scrape(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
    text.lines().filter(line -> !line.startsWith("#")).forEach(scrape::add);
    return scrape;
  }

  private void add(String line) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      return;
    }
    String name = sample.group(1);
    String written = sample.group(2) == null ? "" : sample.group(2);
    labels.computeIfAbsent(name, _ -> new TreeSet<>());
    Matcher label = LABEL.matcher(written);
    while (label.find()) {
      labels.get(name).add(label.group(1));
      values
          .computeIfAbsent(name, _ -> new TreeMap<>())
          .computeIfAbsent(label.group(1), _ -> new HashSet<>())
          .add(label.group(2));
    }
    numbers.put(
        name + "{" + written + "}", Double.valueOf(sample.group(3).replace("+Inf", "Infinity")));
  }

  /// The sum of the series of this name that have all these labels, written as in PromQL.
  double sum(String name, String... wanted) {
    return numbers.entrySet().stream()
        .filter(series -> series.getKey().startsWith(name + "{"))
        .filter(series -> Set.of(wanted).stream().allMatch(series.getKey()::contains))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static final class HttpClientText {
    static String get(HttpClient http, URI address) {
      return Program.send(http, HttpRequest.newBuilder(address).build()).body();
    }
  }
}
