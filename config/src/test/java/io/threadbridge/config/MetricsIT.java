package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.VisitorClient.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What Prometheus reads from the program is what the manual, the dashboard and the alerts name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsIT {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(threadbridge_\\w+)` \\|([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
  private static final Pattern PART = Pattern.compile("_seconds_(bucket|count|sum|max)$");

  @AutoClose private final Program program = Program.start();

  @BeforeAll
  void play() {
    try (VisitorClient visitor = VisitorClient.at(program, "shop")) {
      int _ = visitor.say("Do you sell ink?");
      String _ = program.workspace().thread(DESK, "Do you sell ink?").reply(ANNA, "Yes, we do.");
      Line _ = visitor.hears("staff", "Yes, we do.");
      Eventually.holds("the visitor is counted", () -> number("visitors_connected") > 0);
      Eventually.holds("the answer is counted", () -> kind("first-answer") > 0);
    }
  }

  private double number(String name, String... labels) {
    return Scrape.of(program).sum("threadbridge_" + name, labels);
  }

  private double kind(String kind) {
    return number("figures_total", "site=\"shop\"", "kind=\"" + kind + "\"");
  }

  @Test
  void aConversationIsCountedWhereverItCounts() {
    assertThat(kind("begun")).isEqualTo(1);
    assertThat(kind("first-answer")).isEqualTo(1);
    assertThat(kind("answered-in-a-minute")).isEqualTo(1);
    assertThat(number("first_answer_seconds_count")).isEqualTo(1);
    assertThat(number("first_answer_seconds_bucket", "le=\"60.0\"")).isEqualTo(1);
    assertThat(number("later_answer_seconds_count")).isZero();
    assertThat(number("desk_calls_seconds_count", "outcome=\"done\"", "platform=\"slack\""))
        .isPositive();
    assertThat(number("visitors_waiting")).isZero();
    assertThat(number("redis_round_trip_seconds")).isPositive();
  }

  @Test
  void theManualListsWhatThereIs() throws IOException {
    TreeMap<String, Set<String>> listed = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("../docs/metrics.md")))
        .results()
        .forEach(row -> listed.put(row.group(1), labels(row)));
    TreeMap<String, Set<String>> scraped = new TreeMap<>();
    Scrape.of(program)
        .labels()
        .forEach(
            (name, labels) -> {
              if (name.startsWith("threadbridge_")) {
                String family = PART.matcher(name).replaceFirst("_seconds");
                scraped.computeIfAbsent(family, _ -> new TreeSet<>()).addAll(labels);
              }
            });
    scraped.values().forEach(labels -> labels.remove("le"));

    assertThat(scraped).isEqualTo(listed);
  }

  private static Set<String> labels(MatchResult row) {
    return QUOTED
        .matcher(row.group(2))
        .results()
        .map(label -> label.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everythingThatTheDashboardAndTheAlertsAskForIsThere() {
    Scrape scrape = Scrape.of(program);

    assertThat(Dashboard.expressions())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            expression ->
                assertThat(PromQuery.of(expression).problems(scrape)).as(expression).isEmpty());
  }

  @Test
  void noLabelNamesAVisitorAPersonOrAPage() {
    assertThat(Scrape.of(program).numbers().keySet())
        .filteredOn(series -> series.startsWith("threadbridge_"))
        .hasSizeLessThan(2_000)
        .noneMatch(series -> series.contains(ANNA) || series.contains("/demo"))
        .noneMatch(series -> series.contains("page=") || series.contains("conversation="));
  }
}
