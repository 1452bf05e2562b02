package io.threadbridge.pictures;

/// A program that draws a picture and says whether it could.
final class DrawsOnce {
  private DrawsOnce() {}

  @SuppressWarnings("SystemOut") // its only way to tell the test that started it
  public static void main(String[] arguments) {
    DrawnPictures pictures =
        new DrawnPictures(
            DrawnPictures::installedHere, reason -> System.out.println("none: " + reason));
    for (int time = 0; time < 2; time++) {
      pictures
          .heatMap(Samples.week(Samples.english(), Samples::busy))
          .ifPresent(picture -> System.out.println("drawn: " + picture.width()));
    }
  }
}
