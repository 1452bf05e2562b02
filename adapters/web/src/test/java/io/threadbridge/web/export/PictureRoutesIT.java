package io.threadbridge.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.PictureOf.Subject;
import io.threadbridge.bridge.port.ReportLinks.Format;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.memory.MemoryRateLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Pictures by their links over real HTTP.
class PictureRoutesIT {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static final Site SHOP =
      new Site(
          new SiteName("shop"),
          "Boats & Co",
          List.of("https://boats.example"),
          new DeskRef("teams:19:team@thread.tacv2/19:channel@thread.tacv2"),
          List.of("en"),
          "en",
          ZoneOffset.UTC,
          List.of(),
          Duration.ofDays(30),
          Policy.DEFAULT,
          Staffing.NONE);
  private static final LocalDate DAY = LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC);
  private static final PictureOf HOURS = week(DAY, Subject.HOURS);
  private static final int AT_ONCE = 10;

  private final ManualClock clock = new ManualClock(Samples.NOON);
  private final Drawer drawer = new Drawer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExportLinks links =
      new ExportLinks(
          URI.create("https://chat.example/"), "a secret of enough bytes".getBytes(UTF_8), clock);
  private ServletWebServerApplicationContext program = new ServletWebServerApplicationContext();
  private List<Site> sites = List.of(SHOP);

  private static PictureOf week(LocalDate last, Subject subject) {
    return new PictureOf(SHOP.name(), Optional.empty(), DigestPeriod.weekTo(last), subject);
  }

  /// Draws what it is told to, as often as it is asked.
  private static final class Drawer {
    private final AtomicInteger drawn = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean away;
    private volatile boolean broken;
    private volatile boolean empty;

    Optional<Picture> draw(Site site, PictureOf picture) {
      drawn.incrementAndGet();
      begun.countDown();
      await(held);
      if (away) {
        throw new StoreUnavailable("away");
      }
      if (broken) {
        throw new IllegalStateException("broken");
      }
      String alt = site.title() + " " + picture.subject();
      return empty ? Optional.empty() : Optional.of(new Picture(PNG, 8, 8, alt));
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private final class Known implements Sites {
    @Override
    public Optional<Site> find(SiteName name) {
      return sites.stream().filter(site -> site.name().equals(name)).findFirst();
    }

    @Override
    public List<Site> all() {
      return sites;
    }
  }

  @BeforeEach
  void start() {
    PictureRoutes routes =
        new PictureRoutes(links, new Known(), drawer::draw, new MemoryRateLimits(), clock);
    program =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.SERVLET)
                .initializers(
                    starting -> starting.getBeanFactory().registerSingleton("pictures", routes))
                .properties(
                    Map.of(
                        "server.port", 0,
                        "server.address", "127.0.0.1",
                        "spring.main.banner-mode", "off",
                        "spring.main.register-shutdown-hook", false,
                        "logging.level.root", "OFF"))
                .run();
  }

  @AfterEach
  void stop() {
    program.close();
    client.close();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverHasTheLinkSeesThePicture(Subject subject) {
    HttpResponse<byte[]> answer = get(link(week(DAY, subject)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(PNG);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void aPictureStaysAtItsAddressForYears() {
    String link = link(HOURS);
    clock.advance(Duration.ofDays(3_650));

    assertThat(get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void othersKeepAPictureShortlyWhileItsDaysCountAndForADayOnceTheyAreSettled() {
    assertThat(header(get(link(HOURS)), "Cache-Control")).isEqualTo("public, max-age=300");
    PictureOf earlier = week(DAY.minusDays(3), Subject.HOURS);
    assertThat(header(get(link(earlier)), "Cache-Control")).isEqualTo("public, max-age=86400");
  }

  @Test
  void whoChangesAnyLetterSeesNothing() {
    String link = link(HOURS);
    int from = link.indexOf('=') + 1;
    List<String> changed = new ArrayList<>();
    for (int at = from; at < link.length(); at++) {
      char other = link.charAt(at) == 'A' ? 'B' : 'A';
      changed.add(link.substring(0, at) + other + link.substring(at + 1));
    }
    changed.add(link.substring(0, from));
    changed.add(link + "A");
    changed.add(link + "x".repeat(600));
    changed.add(link.replace("t=", "u="));

    assertThat(changed).allSatisfy(each -> assertThat(get(each).statusCode()).isEqualTo(410));
    assertThat(drawer.drawn).hasValue(0);
  }

  @Test
  void aLinkToOneThingIsGoodForNoOther() {
    String hours = link(HOURS);
    URI csv = links.figures(SHOP.name(), HOURS.period(), Format.CSV);

    assertThat(get(hours.replace("hours.png", "trend.png")).statusCode()).isEqualTo(410);
    assertThat(get("/export/v1/hours.png?" + csv.getRawQuery()).statusCode()).isEqualTo(410);
    assertThat(links.open(Format.CSV, hours.substring(hours.indexOf('=') + 1))).isEmpty();
  }

  @Test
  void aLinkNamesTheDeskToo() {
    PictureOf picture =
        new PictureOf(SHOP.name(), Optional.of(SHOP.desk()), HOURS.period(), Subject.TREND);
    String token = links.picture(picture).getRawQuery().substring("t=".length());

    assertThat(links.open(Subject.TREND, token)).contains(picture);
  }

  @Test
  void whereNothingCanBeDrawnOrTheSiteIsGoneThereIsNothing() {
    drawer.empty = true;
    assertThat(get(link(HOURS)).statusCode()).isEqualTo(404);
    drawer.empty = false;
    assertThat(get(link(HOURS)).statusCode()).as("not remembered").isEqualTo(200);

    sites = List.of();
    assertThat(get(link(HOURS)).statusCode()).isEqualTo(404);
  }

  @Test
  void whileTheFiguresAreAwayItIsToBeTriedAgain() {
    drawer.away = true;
    HttpResponse<byte[]> answer = get(link(HOURS));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("6");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");

    drawer.away = false;
    assertThat(get(link(HOURS)).statusCode()).isEqualTo(200);
  }

  @Test
  void aDrawingThatBreaksIsTriedAgain() {
    drawer.broken = true;
    assertThat(get(link(HOURS)).statusCode()).isEqualTo(500);

    drawer.broken = false;
    assertThat(get(link(HOURS)).statusCode()).isEqualTo(200);
  }

  @Test
  void tenWhoOpenItAtOnceHaveItDrawnOnce() {
    drawer.held = new CountDownLatch(1);
    List<CompletableFuture<HttpResponse<byte[]>>> asked =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                _ ->
                    client.sendAsync(request(link(HOURS)), HttpResponse.BodyHandlers.ofByteArray()))
            .toList();
    Drawer.await(drawer.begun);
    drawer.held.countDown();

    assertThat(asked).allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    assertThat(drawer.drawn).hasValue(1);
  }

  @Test
  void aPictureIsShownAgainForFiveMinutes() {
    get(link(HOURS));
    clock.advance(RecentPictures.KEEP.minusMillis(1));
    get(link(HOURS));
    assertThat(drawer.drawn).hasValue(1);

    clock.advance(Duration.ofMillis(1));
    get(link(HOURS));
    assertThat(drawer.drawn).hasValue(2);
  }

  @Test
  void theOldestPictureIsForgottenForANewOneAndNobodyHasThemDrawnWithoutEnd() {
    int drawable = PictureRoutes.DRAWN_A_MINUTE;
    for (int weeks = 0; weeks < drawable; weeks++) {
      assertThat(get(link(week(DAY.minusWeeks(weeks), Subject.HOURS))).statusCode()).isEqualTo(200);
    }
    PictureOf oneMore = week(DAY.minusWeeks(drawable), Subject.HOURS);
    assertThat(get(link(oneMore)).statusCode()).isEqualTo(429);
    assertThat(get(link(HOURS)).statusCode()).as("drawn before").isEqualTo(200);

    clock.advance(Duration.ofMinutes(1));
    for (int weeks = 0; weeks < RecentPictures.PICTURES_MAX - drawable + 1; weeks++) {
      get(link(week(DAY.minusWeeks(drawable + weeks), Subject.HOURS)));
    }
    int before = drawer.drawn.get();
    get(link(HOURS));
    assertThat(drawer.drawn).hasValue(before + 1);
  }

  private String link(PictureOf picture) {
    URI link = links.picture(picture);
    return link.getRawPath() + "?" + link.getRawQuery();
  }

  private HttpRequest request(String link) {
    int port = Objects.requireNonNull(program.getWebServer()).getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + link)).build();
  }

  private HttpResponse<byte[]> get(String link) {
    try {
      return client.send(request(link), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /// What `config` has to wire.
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Wiring {
    @Bean
    RouterFunction<ServerResponse> pictureRoutes(PictureRoutes pictures) {
      return pictures.routes();
    }
  }
}
