package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The dashboard is one that Grafana can import; what it asks for is tested against the program.
final class DashboardTest {
  private static final int GRID_WIDTH = 24;
  private static final String DATA_SOURCE = "${DS_PROMETHEUS}";

  @Test
  void itAsksForItsDataSourceAndItsSite() {
    JsonNode dashboard = Dashboard.read();

    assertThat(dashboard.path("schemaVersion").intValue()).isGreaterThanOrEqualTo(39);
    assertThat(dashboard.path("__inputs").path(0).path("name").stringValue())
        .isEqualTo("DS_PROMETHEUS");
    assertThat(dashboard.path("templating").path("list").path(0).path("name").stringValue())
        .isEqualTo("site");
    assertThat(dashboard.path("uid").stringValue()).isEqualTo("threadbridge");
  }

  @Test
  void itsRowsGoFromVisitorsToTheMachine() {
    assertThat(Dashboard.panels())
        .filteredOn(panel -> Dashboard.type(panel).equals("row"))
        .extracting(panel -> panel.path("title").stringValue())
        .containsExactly("Visitors now", "Service", "Desk delivery", "Machine");
  }

  @Test
  void everyPanelSaysWhatItShowsInWhichUnitAndFromWhere() {
    assertThat(Dashboard.drawn())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            panel -> {
              String title = panel.path("title").stringValue("");
              assertThat(title).isNotBlank();
              assertThat(panel.path("description").stringValue("")).as(title).isNotBlank();
              assertThat(panel.at("/fieldConfig/defaults/unit").stringValue(""))
                  .as(title)
                  .isNotBlank();
              assertThat(panel.at("/datasource/uid").stringValue("")).isEqualTo(DATA_SOURCE);
              assertThat(panel.path("targets").size()).as(title).isPositive();
            });
  }

  @Test
  void everyPanelHasAnIdOfItsOwnAndTitlesAreNotRepeated() {
    assertThat(Dashboard.panels())
        .extracting(panel -> panel.path("id").intValue())
        .doesNotHaveDuplicates();
    assertThat(Dashboard.panels())
        .extracting(panel -> panel.path("title").stringValue())
        .doesNotHaveDuplicates();
  }

  @Test
  void noPanelLiesOnAnother() {
    List<Rectangle> places = Dashboard.panels().stream().map(DashboardTest::place).toList();
    Rectangle grid = new Rectangle(0, 0, GRID_WIDTH, 200);

    for (int one = 0; one < places.size(); one++) {
      assertThat(grid.contains(places.get(one))).as(places.get(one).toString()).isTrue();
      for (int other = 0; other < one; other++) {
        assertThat(places.get(one).intersects(places.get(other)))
            .as("%s and %s", places.get(one), places.get(other))
            .isFalse();
      }
    }
  }

  private static Rectangle place(JsonNode panel) {
    JsonNode at = panel.path("gridPos");
    return new Rectangle(
        at.path("x").intValue(),
        at.path("y").intValue(),
        at.path("w").intValue(),
        at.path("h").intValue());
  }

  @Test
  void thereAreAlertsForWhatCannotWait() {
    assertThat(Dashboard.alerts())
        .hasSizeGreaterThan(4)
        .anyMatch(alert -> alert.contains("longest_wait"))
        .anyMatch(alert -> alert.contains("desk_to_mend"));
  }
}
