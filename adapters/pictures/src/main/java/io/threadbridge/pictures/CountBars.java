package io.threadbridge.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/// Bars of what was answered with what was missed on top, and their numbers where there is room:
/// within the bar for the former, above it for the latter.
final class CountBars extends StackedBarRenderer {
  static final int ANSWERED = 0;
  static final int MISSED = 1;

  private static final long serialVersionUID = 1L;
  private static final double WIDEST = 0.07;

  private final NumberFormat numbers;
  private final Font font;

  CountBars(NumberFormat numbers, Font font) {
    this.numbers = numbers;
    this.font = font;
    setBarPainter(new StandardBarPainter());
    setShadowVisible(false);
    setMaximumBarWidth(WIDEST);
    setSeriesPaint(ANSWERED, Look.ANSWERED);
    setSeriesPaint(MISSED, Look.MISSED);
    setDefaultItemLabelsVisible(true);
    setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", numbers));
    setDefaultItemLabelFont(font);
    label(ANSWERED, ItemLabelAnchor.INSIDE12, TextAnchor.TOP_CENTER);
    setSeriesItemLabelPaint(ANSWERED, Look.inkOn(Look.ANSWERED));
    label(MISSED, ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
    setSeriesItemLabelPaint(MISSED, Look.INK);
  }

  private void label(int series, ItemLabelAnchor where, TextAnchor anchor) {
    setSeriesPositiveItemLabelPosition(series, new ItemLabelPosition(where, anchor));
  }

  @Override
  protected void drawItemLabel(
      Graphics2D graphics,
      CategoryDataset counts,
      int series,
      int point,
      CategoryPlot plot,
      CategoryItemLabelGenerator generator,
      Rectangle2D bar,
      boolean negative) {
    String number = numbers.format(counts.getValue(series, point));
    boolean above = series == MISSED;
    if (Room.width(number, font) <= bar.getWidth() + (above ? 4 : -2)
        && (above ? bar.getHeight() > 0 : bar.getHeight() > font.getSize2D() * 1.6)) {
      super.drawItemLabel(graphics, counts, series, point, plot, generator, bar, negative);
    }
  }
}
