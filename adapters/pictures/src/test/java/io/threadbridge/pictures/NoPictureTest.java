package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.HeatMap;
import java.awt.AWTError;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A machine that cannot draw says so once, and nothing falls over.
final class NoPictureTest {
  private final List<String> told = new ArrayList<>();
  private final HeatMap week = Samples.week(Samples.english(), Samples::busy);

  @Test
  void withoutFontsThereIsNoPictureAndOneReason() {
    assertNoPicture(
        () -> {
          throw new IllegalArgumentException("Fontconfig head is null");
        },
        "Fontconfig head is null");
  }

  @Test
  void withoutALibraryOfTheSystemThereIsNoPictureAndOneReason() {
    assertNoPicture(
        () -> {
          throw new UnsatisfiedLinkError("libfreetype.so.6");
        },
        "libfreetype.so.6");
  }

  @Test
  void withoutTheScreenThatIsNamedThereIsNoPictureAndOneReason() {
    assertNoPicture(
        () -> {
          throw new AWTError("nobody at the screen");
        },
        "nobody at the screen");
  }

  private void assertNoPicture(Supplier<Set<String>> installed, String reason) {
    DrawnPictures pictures = new DrawnPictures(installed, told::add);

    assertThat(pictures.heatMap(week)).isEmpty();
    assertThat(pictures.trend(Samples.trend(Samples.english(), 7, 1))).isEmpty();
    assertThat(told).containsExactly(reason);
  }

  @Test
  void lettersThatNoFontHasMakeNoPicture() {
    DrawnPictures pictures = new DrawnPictures(Letters::installed, told::add);
    String gothic = Character.toString(0x10330).repeat(3);

    assertThat(pictures.heatMap(Samples.week(Samples.english(), gothic, Samples::busy))).isEmpty();
    assertThat(told).containsExactly("no font has the letters of the language");
  }

  @Test
  void signsThatNoFontHasAreLeftOut() {
    Letters letters = new Letters(Font.SANS_SERIF);
    String unassigned = Character.toString(0x10FFFD);

    assertThat(letters.showable("Sales" + unassigned + " and " + unassigned))
        .isEqualTo("Sales and");
  }
}
