package io.threadbridge.pictures;

import io.threadbridge.bridge.port.Picture;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/// What a picture is drawn on: sizes are in units of which 512 are as wide as the picture, and one
/// is two pixels, so that letters are sharp on screens that have that many.
///
/// @param chart what is drawn
/// @param height units
record Sheet(JFreeChart chart, int height) {
  /// Units from side to side.
  static final int WIDTH = 512;

  private static final int PIXELS = 2;
  private static final double ROUND = 20;
  private static final int MOST_TITLE_LINES = 2;

  static Sheet of(Plot plot, int height) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    // JFreeChart's own title and legend would bring the library's fonts.
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(14, 16, 14, 16));
    return new Sheet(chart, height);
  }

  Sheet titled(String text, Font font, Paint paint, double below) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(paint);
    title.setMaximumLinesToDisplay(MOST_TITLE_LINES);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 0, below, 0);
    chart.addSubtitle(title);
    return this;
  }

  Sheet explained(LegendItemCollection items, Font font, RectangleEdge where) {
    FlowArrangement row =
        new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 10, 4);
    LegendTitle legend = new LegendTitle(() -> items, row, row);
    legend.setItemFont(font);
    legend.setItemPaint(Look.QUIET_INK);
    legend.setPosition(where);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setLegendItemGraphicPadding(RectangleInsets.ZERO_INSETS);
    legend.setItemLabelPadding(new RectangleInsets(0, 4, 0, 0));
    legend.setPadding(
        where.equals(RectangleEdge.TOP)
            ? new RectangleInsets(0, 0, 10, 0)
            : new RectangleInsets(10, 0, 0, 0));
    chart.addSubtitle(legend);
    return this;
  }

  Picture picture(String alt) {
    BufferedImage image =
        new BufferedImage(WIDTH * PIXELS, height * PIXELS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.scale(PIXELS, PIXELS);
      drawGround(graphics);
      chart.setTextAntiAlias(true);
      chart
          .getRenderingHints()
          .put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
    } finally {
      graphics.dispose();
    }
    return new Picture(png(image), image.getWidth(), image.getHeight(), alt);
  }

  private void drawGround(Graphics2D graphics) {
    RoundRectangle2D ground =
        new RoundRectangle2D.Double(0.5, 0.5, WIDTH - 1, height - 1, ROUND, ROUND);
    graphics.setPaint(Look.SHEET);
    graphics.fill(ground);
    graphics.setPaint(Look.EDGE);
    graphics.draw(ground);
  }

  /// In memory alone: left to itself, ImageIO makes a temporary file.
  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return bytes.toByteArray();
  }
}
