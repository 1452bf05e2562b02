package io.threadbridge.web.export;

import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.PictureOf.Subject;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// `GET /export/v1/hours.png` and `trend.png`: the pictures of a digest, drawn again from the
/// figures for whoever has a signed link. A chat platform's proxy fetches them for its people,
/// without a cookie and from anywhere; nothing personal is to be seen on them.
public final class PictureRoutes {
  /// So many pictures of one site are drawn in a minute; those that were drawn lately are shown
  /// to any number of people.
  static final int DRAWN_A_MINUTE = 30;

  /// So long after a period's last day its figures may still change.
  private static final int SETTLED_DAYS = 2;

  /// So long others keep a picture of a period that may still change, and of one that is settled.
  private static final Duration KEPT = RecentPictures.KEEP;

  private static final Duration KEPT_SETTLED = Duration.ofDays(1);

  private final ExportLinks links;
  private final Sites sites;
  private final BiFunction<Site, PictureOf, Optional<Picture>> drawn;
  private final RateLimits rates;
  private final InstantSource clock;
  private final RecentPictures recent;

  /// Routes for these links.
  ///
  /// @param drawn draws a site's picture, if there is anything to draw; throws
  ///     [StoreUnavailable] while the figures are away
  public PictureRoutes(
      ExportLinks links,
      Sites sites,
      BiFunction<Site, PictureOf, Optional<Picture>> drawn,
      RateLimits rates,
      InstantSource clock) {
    this.links = links;
    this.sites = sites;
    this.drawn = drawn;
    this.rates = rates;
    this.clock = clock;
    this.recent = new RecentPictures(clock);
  }

  /// Both of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(ExportLinks.path(Subject.HOURS), request -> answer(request, Subject.HOURS))
        .GET(ExportLinks.path(Subject.TREND), request -> answer(request, Subject.TREND))
        .build();
  }

  private ServerResponse answer(ServerRequest request, Subject subject) {
    return links
        .open(subject, request.param(ExportLinks.PARAMETER).orElse(""))
        .map(this::answer)
        .orElseGet(ExportAnswers::gone);
  }

  private ServerResponse answer(PictureOf picture) {
    return sites
        .find(picture.site())
        .map(site -> recent.get(picture, () -> draw(site, picture)))
        .map(drawing -> answer(picture, drawing))
        .orElseGet(ExportAnswers::nothing);
  }

  private Drawing draw(Site site, PictureOf picture) {
    try {
      String bucket = "picture:" + site.name().value();
      Optional<Duration> wait = rates.take(bucket, DRAWN_A_MINUTE, DRAWN_A_MINUTE, clock.instant());
      return wait.<Drawing>map(Drawing.TooMany::new)
          .or(() -> drawn.apply(site, picture).map(Drawing.Drawn::new))
          .orElseGet(Drawing.Nothing::new);
    } catch (StoreUnavailable _) {
      return new Drawing.Away();
    }
  }

  private ServerResponse answer(PictureOf picture, Drawing drawing) {
    return switch (drawing) {
      case Drawing.Drawn(Picture png) ->
          ExportAnswers.headed(ServerResponse.ok(), kept(picture))
              .contentType(MediaType.IMAGE_PNG)
              .body(png.png());
      case Drawing.Nothing _ -> ExportAnswers.nothing();
      case Drawing.TooMany(Duration pause) -> ExportAnswers.tooMany(pause);
      case Drawing.Away _ -> ExportAnswers.away();
    };
  }

  private String kept(PictureOf picture) {
    Instant settled =
        picture.period().to().plusDays(SETTLED_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration length = clock.instant().isBefore(settled) ? KEPT : KEPT_SETTLED;
    return "public, max-age=" + length.toSeconds();
  }
}
