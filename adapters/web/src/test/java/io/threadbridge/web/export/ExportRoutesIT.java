package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.ReportLinks.Format;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.memory.MemoryFiguresStore;
import io.threadbridge.memory.MemoryRateLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Figures as files over real HTTP.
class ExportRoutesIT {
  private static final SiteName SHOP = new SiteName("shop");
  private static final DigestPeriod JUNE =
      new DigestPeriod(LocalDate.of(2035, 6, 1), LocalDate.of(2035, 6, 30));
  private static final String ANNAS_ID = "slack:U0ANNA";
  private static final DeskRef DESK = new DeskRef("slack:C0001");

  private final ManualClock clock = new ManualClock(Samples.NOON);
  private final Switchable figures = new Switchable();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExportLinks links =
      new ExportLinks(
          URI.create("https://chat.example/"), "a secret of enough bytes".getBytes(UTF_8), clock);
  private ServletWebServerApplicationContext program = new ServletWebServerApplicationContext();

  @BeforeEach
  void start() {
    ExportRoutes routes = new ExportRoutes(links, figures, new MemoryRateLimits(), clock);
    program =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.SERVLET)
                .initializers(
                    starting -> starting.getBeanFactory().registerSingleton("export", routes))
                .properties(
                    Map.of(
                        "server.port", 0,
                        "server.address", "127.0.0.1",
                        "spring.main.banner-mode", "off",
                        "spring.main.register-shutdown-hook", false,
                        "logging.level.root", "WARN"))
                .run();
    somethingHappened();
  }

  @AfterEach
  void stop() {
    program.close();
    client.close();
  }

  @Test
  void aTableHasARowForEachHourDeskLanguagePageAndMeasure() {
    HttpResponse<String> answer = get(link(Format.CSV));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"figures-2035-06-01-2035-06-30.csv\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    List<String> rows = answer.body().lines().toList();
    assertThat(rows.getFirst()).startsWith("group,name,date,hour,begun,reopened,form_used,");
    assertThat(rows.getFirst()).endsWith(",median_seconds,p90_seconds,longest_seconds,present");
    assertThat(rows)
        .map(row -> row.split(",", -1)[0])
        .containsExactly("group", "hour", "desk", "language", "page", "measure");
    assertThat(rows.get(1)).startsWith("hour,,2035-06-04,11,1,0,0,1,").endsWith(",1.50");
    assertThat(rows.getLast())
        .startsWith("measure,first_answer,")
        .endsWith(",1,38.000,38.000,38.000,");
    assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(columns(rows)));
  }

  @Test
  void theSameIsThereAsJson() {
    HttpResponse<String> answer = get(link(Format.JSON));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode file = JsonMapper.shared().readTree(answer.body());
    assertThat(file.path("site").stringValue()).isEqualTo("shop");
    assertThat(file.path("total").path("begun").intValue()).isEqualTo(1);
    assertThat(file.path("hours").get(0).path("hour").intValue()).isEqualTo(11);
    assertThat(file.path("hours").get(0).path("present").doubleValue()).isEqualTo(1.5);
    assertThat(file.path("pages").path("/boats").path("begun").intValue()).isEqualTo(1);
    assertThat(file.path("measures").path("first_answer").path("longestSeconds").doubleValue())
        .isEqualTo(38);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsInAFile(Format format) {
    assertThat(figures.read(SHOP, Optional.empty(), JUNE.from(), JUNE.to()).people())
        .as("kept, because the site wants it")
        .containsKey(ANNAS_ID);
    assertThat(get(link(format)).body()).doesNotContain(ANNAS_ID, "U0ANNA", "people");
  }

  @ParameterizedTest
  @CsvSource({
    "c2hvcA, b3RoZXI",
    "2035-06-01, 2034-06-01",
    "2035-06-30, 2036-06-30",
    "t=, t=9",
    "figures.csv, figures.json",
    "c2hvcA., c2hvcA.x",
    "?t=, ?t=.",
    "?t=, ?u="
  })
  void whoChangesALinkReadsNothing(String ours, String theirs) {
    String link = link(Format.CSV).replace(ours, theirs);

    HttpResponse<String> answer = get(link);

    assertThat(link).isNotEqualTo(link(Format.CSV));
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("This link has expired or is not complete.");
  }

  @Test
  void aLinkIsGoodForAnHour() {
    String link = link(Format.CSV);
    clock.advance(ReportLinks.LIFE.minusMillis(1));
    assertThat(get(link).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMillis(1));
    assertThat(get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void whileTheFiguresAreAwayItIsToBeTriedAgain() {
    figures.away = true;

    HttpResponse<String> answer = get(link(Format.JSON));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("6");
  }

  @Test
  void nobodyReadsFilesWithoutEnd() {
    for (int time = 0; time < ExportRoutes.TIMES_A_MINUTE; time++) {
      assertThat(get(link(Format.CSV)).statusCode()).isEqualTo(200);
    }

    assertThat(get(link(Format.CSV)).statusCode()).isEqualTo(429);
  }

  private static int columns(List<String> rows) {
    return rows.getFirst().split(",", -1).length;
  }

  private String link(Format format) {
    URI link = links.figures(SHOP, JUNE, format);
    return link.getRawPath() + "?" + link.getRawQuery();
  }

  private HttpResponse<String> get(String link) {
    int port = Objects.requireNonNull(program.getWebServer()).getPort();
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + link)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private void somethingHappened() {
    Noted noted =
        new Noted(
            SHOP,
            DESK,
            Samples.NOON.minusSeconds(60),
            ZoneOffset.UTC,
            "en",
            "/boats",
            Optional.of(ANNAS_ID),
            List.of(Fact.of(Kind.BEGUN), new Fact(Kind.FIRST_ANSWER, 38_000)));
    ConversationId id = new ConversationId("c-1");
    figures.count(SHOP, List.of(new FiguresStore.Step(id, 1, Samples.NOON, noted)), Samples.NOON);
    LocalHour hour = new LocalHour(LocalDate.of(2035, 6, 4), 11);
    figures.attended(SHOP, DESK, Map.of(hour, new Attended(3_600_000, 5_400_000)));
  }

  /// What `config` has to wire.
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Wiring {
    @Bean
    RouterFunction<ServerResponse> exportRoutes(ExportRoutes export) {
      return export.routes();
    }
  }

  /// Figures that can be away.
  private static final class Switchable implements FiguresStore {
    private final MemoryFiguresStore kept = new MemoryFiguresStore();
    private volatile boolean away;

    @Override
    public void count(SiteName site, List<Step> steps, Instant now) {
      kept.count(site, steps, now);
    }

    @Override
    public void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
      kept.attended(site, desk, hours);
    }

    @Override
    public Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
      if (away) {
        throw new StoreUnavailable("away");
      }
      return kept.read(site, desk, from, to);
    }
  }
}
