package io.threadbridge.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/// Draws an hour as a rounded cell with its number in it. JFreeChart's own block renderer has
/// neither numbers nor gaps.
final class CellRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double GAP = 2;
  private static final double ROUND = 6;

  /// What a number leaves free of a column's width, at least.
  static final double BESIDE_A_NUMBER = GAP + 1;

  private final transient Steps steps;
  private final transient Numbers numbers;
  private final Font font;

  CellRenderer(Steps steps, Numbers numbers, Font font) {
    this.steps = steps;
    this.numbers = numbers;
    this.font = font;
  }

  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis hours,
      ValueAxis days,
      XYDataset counts,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    double hour = counts.getXValue(series, item);
    double day = counts.getYValue(series, item);
    double left = hours.valueToJava2D(hour - 0.5, area, plot.getDomainAxisEdge());
    double right = hours.valueToJava2D(hour + 0.5, area, plot.getDomainAxisEdge());
    double top = days.valueToJava2D(day - 0.5, area, plot.getRangeAxisEdge());
    double bottom = days.valueToJava2D(day + 0.5, area, plot.getRangeAxisEdge());
    Rectangle2D cell = new Rectangle2D.Double(left, top, right - left - GAP, bottom - top - GAP);
    draw(graphics, cell, (long) ((XYZDataset) counts).getZValue(series, item));
  }

  private void draw(Graphics2D graphics, Rectangle2D cell, long count) {
    Color ground = steps.colour(steps.of(count));
    graphics.setPaint(ground);
    graphics.fill(
        new RoundRectangle2D.Double(
            cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight(), ROUND, ROUND));
    String number = numbers.format(count);
    graphics.setFont(font);
    if (count > 0 && Letters.width(number, font) <= cell.getWidth() + GAP - BESIDE_A_NUMBER) {
      graphics.setPaint(Look.inkOn(ground));
      TextUtils.drawAlignedString(
          number,
          graphics,
          (float) cell.getCenterX(),
          (float) cell.getCenterY(),
          TextAnchor.CENTER);
    }
  }
}
