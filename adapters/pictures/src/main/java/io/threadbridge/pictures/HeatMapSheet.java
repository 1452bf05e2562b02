package io.threadbridge.pictures;

import io.threadbridge.bridge.port.HeatMap;
import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/// Lays out a week: a row for each day, a column for each hour that is worth showing.
final class HeatMapSheet {
  private static final int HEIGHT = 300;
  private static final double LONGEST_DAY = 80;

  /// About what days of three letters and the margins take.
  private static final double BESIDE_THE_HOURS = 66;

  private static final int LARGEST_NUMBER = 12;
  private static final int SMALLEST_NUMBER = 9;

  private final HeatMap week;
  private final HeatMap.Hours shown;
  private final Letters letters;
  private final Numbers numbers;
  private final Steps steps;

  HeatMapSheet(HeatMap week, Letters letters) {
    this.week = week;
    this.shown = week.shown();
    this.letters = letters;
    this.numbers = new Numbers(week.language());
    this.steps =
        Steps.upTo(
            week.days().stream()
                .flatMap(day -> day.counts().stream())
                .mapToLong(count -> count)
                .max()
                .orElse(0));
  }

  Sheet sheet() {
    XYPlot plot = new XYPlot(counts(), hours(), days(), cells());
    plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    return Sheet.of(plot, HEIGHT)
        .titled(letters.showable(week.title()), letters.title(), Look.INK, 3)
        .titled(letters.showable(week.legend()), letters.label(), Look.QUIET_INK, 8)
        .explained(legend(), letters.label(), RectangleEdge.BOTTOM);
  }

  /// Numbers are as large as the longest of them lets all be.
  private CellRenderer cells() {
    double room = columnWidth() - CellRenderer.BESIDE_A_NUMBER;
    String longest = numbers.format(steps.most());
    Font font = letters.number(LARGEST_NUMBER);
    while (font.getSize() > SMALLEST_NUMBER && Letters.width(longest, font) > room) {
      font = letters.number(font.getSize() - 1);
    }
    return new CellRenderer(steps, numbers, font);
  }

  private double columnWidth() {
    return (Sheet.WIDTH - BESIDE_THE_HOURS) / (shown.until() - shown.from());
  }

  private DefaultXYZDataset counts() {
    int width = shown.until() - shown.from();
    double[][] cells = new double[3][width * week.days().size()];
    for (int cell = 0; cell < cells[0].length; cell++) {
      int day = cell / width;
      int hour = shown.from() + cell % width;
      cells[0][cell] = hour - shown.from();
      cells[1][cell] = day;
      cells[2][cell] = week.days().get(day).counts().get(hour);
    }
    DefaultXYZDataset counts = new DefaultXYZDataset();
    counts.addSeries(0, cells);
    return counts;
  }

  private SymbolAxis hours() {
    List<String> names = week.hours().subList(shown.from(), shown.until());
    int every = letters.every(names, columnWidth());
    return axis(
        IntStream.range(0, names.size())
            .mapToObj(hour -> hour % every == 0 ? names.get(hour) : "")
            .toList());
  }

  private SymbolAxis days() {
    SymbolAxis axis =
        axis(week.days().stream().map(day -> letters.cut(day.name(), LONGEST_DAY)).toList());
    axis.setInverted(true);
    return axis;
  }

  private SymbolAxis axis(List<String> names) {
    SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(letters.label());
    axis.setTickLabelPaint(Look.QUIET_INK);
    axis.setRange(-0.5, names.size() - 0.5);
    return axis;
  }

  private LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    IntStream.rangeClosed(0, steps.number())
        .mapToObj(
            step ->
                new LegendItem(range(step), null, null, null, Look.swatch(), steps.colour(step)))
        .forEach(items::add);
    return items;
  }

  private String range(int step) {
    String lowest = numbers.format(step == 0 ? 0 : steps.lowest(step));
    String highest = numbers.format(steps.highest(step));
    return lowest.equals(highest) ? lowest : lowest + "–" + highest;
  }
}
