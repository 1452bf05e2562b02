package io.threadbridge.bridge.application;

import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.PictureOf.Subject;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.DigestPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What can be seen of a week: drawn of its figures, now or whenever somebody looks.
final class ReportPictures {
  /// So many weeks the trend shows.
  static final int TREND_WEEKS = 8;

  private final FiguresStore figures;
  private final Texts texts;
  private final Pictures pictures;
  private final ReportLinks links;

  ReportPictures(FiguresStore figures, Texts texts, Pictures pictures, ReportLinks links) {
    this.figures = figures;
    this.texts = texts;
    this.pictures = pictures;
    this.links = links;
  }

  /// Of a week each subject of which there is anything to be seen; other periods are told in words
  /// alone.
  ///
  /// @param weeks the period's, and those before it, at this desk
  List<Report.Shown> shown(ReadingDesk desk, DigestPeriod period, ReadWeeks weeks) {
    if (!isWeek(period)) {
      return List.of();
    }
    List<Report.Shown> shown = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      PictureOf picture = new PictureOf(desk.site().name(), desk.counted(), period, subject);
      drawn(desk.site(), picture, weeks)
          .map(drawn -> new Report.Shown(drawn, links.picture(picture)))
          .ifPresent(shown::add);
    }
    return shown;
  }

  /// A picture as it is now; empty if there is nothing to be seen.
  Optional<Picture> drawn(Site site, PictureOf picture) {
    DigestPeriod period = picture.period();
    ReadWeeks weeks = new ReadWeeks(figures, site.name(), picture.desk(), period.to());
    return isWeek(period) ? drawn(site, picture, weeks) : Optional.empty();
  }

  private Optional<Picture> drawn(Site site, PictureOf picture, ReadWeeks weeks) {
    DigestPictures values = new DigestPictures(new DigestTerms(texts, site), site);
    return switch (picture.subject()) {
      case HOURS ->
          weeks.ago(0).hours().isEmpty()
              ? Optional.empty()
              : pictures.heatMap(values.week(picture.period(), weeks.ago(0)));
      case TREND -> {
        List<Figures> all = fromTheFirst(weeks);
        yield all.isEmpty() ? Optional.empty() : pictures.trend(values.trend(all));
      }
    };
  }

  private static List<Figures> fromTheFirst(ReadWeeks weeks) {
    return IntStream.range(0, TREND_WEEKS)
        .mapToObj(week -> weeks.ago(TREND_WEEKS - 1 - week))
        .dropWhile(figured -> figured.hours().isEmpty())
        .toList();
  }

  static boolean isWeek(DigestPeriod period) {
    return period.equals(DigestPeriod.weekTo(period.to()));
  }
}
