package io.threadbridge.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/// Bars of what was answered with what was missed on top, and their numbers where there is room:
/// within the bar for the former, above it for the latter.
final class CountBars extends StackedBarRenderer {
  static final int ANSWERED = 0;
  static final int MISSED = 1;

  private static final long serialVersionUID = 1L;
  private static final double WIDEST = 0.07;
  private static final double BESIDE = 2;
  private static final float ABOVE = 2;

  private final transient Numbers numbers;
  private final Font font;

  CountBars(Numbers numbers, Font font) {
    this.numbers = numbers;
    this.font = font;
    setBarPainter(new StandardBarPainter());
    setShadowVisible(false);
    setMaximumBarWidth(WIDEST);
    setSeriesPaint(ANSWERED, Look.ANSWERED);
    setSeriesPaint(MISSED, Look.MISSED);
    setDefaultItemLabelsVisible(true);
    // It writes nothing, but without one drawItemLabel is not called.
    setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
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
    String number = numbers.format(counts.getValue(series, point).longValue());
    double width = Letters.width(number, font);
    float middle = (float) bar.getCenterX();
    float top = (float) bar.getY();
    graphics.setFont(font);
    if (series == MISSED && bar.getHeight() > 0 && width <= bar.getWidth() + 2 * BESIDE) {
      graphics.setPaint(Look.INK);
      TextUtils.drawAlignedString(number, graphics, middle, top - ABOVE, TextAnchor.BOTTOM_CENTER);
    }
    if (series == ANSWERED
        && bar.getHeight() > 2 * font.getSize2D()
        && width <= bar.getWidth() - BESIDE) {
      graphics.setPaint(Look.inkOn(Look.ANSWERED));
      TextUtils.drawAlignedString(number, graphics, middle, top + ABOVE, TextAnchor.TOP_CENTER);
    }
  }
}
