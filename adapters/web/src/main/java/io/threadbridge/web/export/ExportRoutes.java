package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.ReportLinks.Format;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.web.export.ExportLinks.Wanted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// `GET /export/v1/figures.csv` and `.json`: a site's figures of a period, for whoever has a signed
/// link. Nothing personal is in them, and a browser keeps nothing of the answer.
public final class ExportRoutes {
  /// So many files of one site in a minute.
  static final int TIMES_A_MINUTE = 30;

  private final ExportLinks links;
  private final FiguresStore figures;
  private final RateLimits rates;
  private final InstantSource clock;

  /// Routes for these links.
  public ExportRoutes(
      ExportLinks links, FiguresStore figures, RateLimits rates, InstantSource clock) {
    this.links = links;
    this.figures = figures;
    this.rates = rates;
    this.clock = clock;
  }

  /// Both of them.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(ExportLinks.path(Format.CSV), request -> file(request, Format.CSV))
        .GET(ExportLinks.path(Format.JSON), request -> file(request, Format.JSON))
        .build();
  }

  private ServerResponse file(ServerRequest request, Format format) {
    try {
      return links
          .open(format, request.param(ExportLinks.PARAMETER).orElse(""))
          .map(wanted -> file(wanted, format))
          .orElseGet(ExportAnswers::gone);
    } catch (StoreUnavailable _) {
      return ExportAnswers.away();
    }
  }

  private ServerResponse file(Wanted wanted, Format format) {
    String bucket = "export:" + wanted.site().value();
    Optional<Duration> wait = rates.take(bucket, TIMES_A_MINUTE, TIMES_A_MINUTE, clock.instant());
    if (wait.isPresent()) {
      return ExportAnswers.tooMany(wait.get());
    }
    Figures read =
        figures.read(wanted.site(), Optional.empty(), wanted.period().from(), wanted.period().to());
    return switch (format) {
      case CSV -> attached(wanted, "csv", "text/csv", FiguresTable.of(read));
      case JSON ->
          attached(wanted, "json", "application/json", FiguresJson.of(wanted.site(), read));
    };
  }

  private static ServerResponse attached(Wanted wanted, String ending, String type, String body) {
    String name =
        "figures-%s-%s.%s".formatted(wanted.period().from(), wanted.period().to(), ending);
    return ExportAnswers.unkept(ServerResponse.ok())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(new MediaType(MediaType.parseMediaType(type), UTF_8))
        .body(body.getBytes(UTF_8));
  }
}
