package io.threadbridge.pictures;

import io.threadbridge.bridge.port.Trend;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.RangeType;
import org.jfree.data.category.DefaultCategoryDataset;

/// Lays out a trend: bars of what was answered and missed, and below them, on the same days, a line
/// of the waits. Two scales in one field would make people see meetings of lines that mean nothing.
final class TrendSheet {
  private static final int HEIGHT = 340;
  private static final int WITHOUT_WAITS = 230;
  private static final double DOT = 5;
  private static final double LONGEST_NAME = 90;
  private static final double LONGEST_SERIES = 220;

  /// About what the scales and the margins take.
  private static final double BESIDE_THE_POINTS = 80;

  /// Beyond, dots of a line would hide it.
  private static final int FEW_POINTS = 31;

  private final Trend trend;
  private final Letters letters;
  private final Numbers numbers;

  TrendSheet(Trend trend, Letters letters) {
    this.trend = trend;
    this.letters = letters;
    this.numbers = new Numbers(trend.language());
  }

  Sheet sheet() {
    CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(points());
    plot.setGap(14);
    plot.add(
        plot(counts(), scale(numbers.distances(), 4), new CountBars(numbers, letters.number(10))),
        3);
    if (hasWaits()) {
      plot.add(plot(waits(), scale(Numbers.clockDistances(), 30), line()), 2);
    }
    return Sheet.of(plot, hasWaits() ? HEIGHT : WITHOUT_WAITS)
        .titled(letters.showable(trend.title()), letters.title(), Look.INK, 6)
        .explained(legend(), letters.label(), RectangleEdge.TOP);
  }

  private boolean hasWaits() {
    return trend.points().stream().anyMatch(point -> point.seconds().isPresent());
  }

  private static CategoryPlot plot(
      DefaultCategoryDataset figures, NumberAxis scale, CategoryItemRenderer renderer) {
    CategoryPlot plot = new CategoryPlot(figures, null, scale, renderer);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinePaint(Look.GRID);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(Look.EDGE);
    plot.setRangeZeroBaselineStroke(new BasicStroke(1));
    return plot;
  }

  /// A place on the axis. Names may be equal and may be left out; places are not.
  private record Place(int index, String name) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// The last point always has its name: it is the one that the digest is about.
  private List<Place> places() {
    List<String> names =
        trend.points().stream().map(point -> letters.cut(point.name(), LONGEST_NAME)).toList();
    int every = letters.every(names, (Sheet.WIDTH - BESIDE_THE_POINTS) / names.size());
    int last = names.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(index -> new Place(index, (last - index) % every == 0 ? names.get(index) : ""))
        .toList();
  }

  private DefaultCategoryDataset counts() {
    DefaultCategoryDataset counts = new DefaultCategoryDataset();
    for (Place place : places()) {
      Trend.Point point = trend.points().get(place.index());
      counts.addValue((Number) point.answered(), CountBars.ANSWERED, place);
      counts.addValue((Number) point.missed(), CountBars.MISSED, place);
    }
    return counts;
  }

  private DefaultCategoryDataset waits() {
    DefaultCategoryDataset waits = new DefaultCategoryDataset();
    for (Place place : places()) {
      Trend.Point point = trend.points().get(place.index());
      Number wait = point.seconds().isPresent() ? point.seconds().getAsLong() : null;
      waits.addValue(wait, 0, place);
    }
    return waits;
  }

  private CategoryAxis points() {
    CategoryAxis axis = new CategoryAxis();
    quiet(axis);
    axis.setCategoryMargin(0.25);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    axis.setMaximumCategoryLabelLines(1);
    axis.setMaximumCategoryLabelWidthRatio(trend.points().size());
    return axis;
  }

  private NumberAxis scale(TickUnits distances, double shortest) {
    NumberAxis axis = new NumberAxis();
    quiet(axis);
    axis.setAxisLineVisible(false);
    axis.setTickLabelInsets(new RectangleInsets(6, 4, 6, 4));
    axis.setStandardTickUnits(distances);
    axis.setAutoRangeMinimumSize(shortest);
    axis.setRangeType(RangeType.POSITIVE); // else what is missing to it goes below zero too
    axis.setUpperMargin(0.14);
    return axis;
  }

  private void quiet(Axis axis) {
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(letters.label());
    axis.setTickLabelPaint(Look.QUIET_INK);
    axis.setAxisLinePaint(Look.EDGE);
  }

  private LineAndShapeRenderer line() {
    LineAndShapeRenderer line = new LineAndShapeRenderer();
    line.setSeriesPaint(0, Look.WAIT);
    line.setSeriesStroke(0, new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    line.setSeriesShape(0, dot(trend.points().size() > FEW_POINTS ? DOT / 2 : DOT));
    return line;
  }

  private static Shape dot(double size) {
    return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
  }

  private LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    items.add(item(trend.answered(), Look.swatch(), Look.ANSWERED));
    items.add(item(trend.missed(), Look.swatch(), Look.MISSED));
    if (hasWaits()) {
      items.add(item(trend.firstAnswer(), dot(DOT), Look.WAIT));
    }
    return items;
  }

  private LegendItem item(String name, Shape shape, Color colour) {
    String shown = letters.cut(name, LONGEST_SERIES);
    return new LegendItem(shown, null, null, null, shape, colour);
  }
}
