package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The colours keep the bounds of WCAG 2.2.
final class LookTest {
  private static final double OF_TEXT = 4.5;
  private static final double OF_MARKS = 3;

  @Test
  void contrastIsThatOfTheGuidelines() {
    assertThat(Look.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21, within(0.001));
    assertThat(Look.contrast(new Color(0x767676), Color.WHITE)).isEqualTo(4.54, within(0.005));
  }

  @Test
  void everyTextCanBeReadOnTheSheet() {
    assertThat(List.of(Look.INK, Look.QUIET_INK))
        .allMatch(ink -> Look.contrast(ink, Look.SHEET) >= OF_TEXT);
  }

  @Test
  void everyNumberCanBeReadInItsCellOrBar() {
    assertThat(Look.FEW_TO_MANY)
        .allMatch(ground -> Look.contrast(Look.inkOn(ground), ground) >= OF_TEXT);
    assertThat(Look.contrast(Look.inkOn(Look.ANSWERED), Look.ANSWERED)).isGreaterThan(OF_TEXT);
  }

  @Test
  void barsAndLinesStandOutFromTheSheet() {
    assertThat(List.of(Look.ANSWERED, Look.MISSED, Look.WAIT))
        .allMatch(mark -> Look.contrast(mark, Look.SHEET) >= OF_MARKS);
  }

  @Test
  void stepsDarkenOneByOneForEveryEye() {
    assertThat(Look.FEW_TO_MANY.stream().map(Look::luminance).toList())
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates()
        .allMatch(luminance -> luminance < Look.luminance(Look.NOTHING));
  }
}
