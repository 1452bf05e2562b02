package io.threadbridge.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How many people were there, in the exported files.
final class PresentColumnTest {
  private static final LocalDate DAY = LocalDate.of(2035, 6, 5);
  private static final long HOUR = 3_600_000;

  private static final Figures FIGURES =
      new FiguresBuilder(DAY, DAY)
          .inHour(new DeskRef("slack:C1"), new LocalHour(DAY, 9), Kind.BEGUN, 1)
          .present(new LocalHour(DAY, 10), new Attended(HOUR, 5 * HOUR / 3))
          .present(new LocalHour(DAY, 11), new Attended(HOUR, 0))
          .present(new LocalHour(DAY, 12), new Attended(HOUR / 2 - 1, HOUR))
          .build();

  @Test
  void theTableSaysItInItsLastColumn() {
    List<String> rows = FiguresTable.of(FIGURES).lines().toList();

    assertThat(rows.getFirst()).endsWith(",longest_seconds,present");
    assertThat(rows.get(1)).startsWith("hour,,2035-06-05,9,1,").endsWith(",");
    assertThat(rows.get(2)).startsWith("hour,,2035-06-05,10,0,").endsWith(",1.67");
    assertThat(rows.get(3)).as("nobody").endsWith(",0.00");
    assertThat(rows.get(4)).as("known of less than half of it").endsWith(",,");
    assertThat(rows)
        .extracting(row -> row.split(",", -1).length)
        .as("columns")
        .containsOnly(rows.getFirst().split(",").length);
  }

  @Test
  void jsonLeavesOutWhatNobodyKnows() {
    String file = FiguresJson.of(new SiteName("shop"), FIGURES);

    assertThat(file)
        .contains("\"hour\":9,\"counts\":{\"begun\":1}}")
        .contains("\"hour\":10,\"counts\":{},\"present\":1.67}")
        .contains("\"hour\":11,\"counts\":{},\"present\":0.00}")
        .contains("\"hour\":12,\"counts\":{}}");
  }
}
