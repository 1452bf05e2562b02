package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.BEN;
import static io.threadbridge.config.Workspace.DESK;
import static io.threadbridge.config.Workspace.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.config.Browser.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A week's digest as people see it in Slack: in the channel, and in their home.
///
/// `-Dpanes.rewrite=true` takes the documents' pictures anew; bytes are not compared, because
/// letters differ from machine to machine.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlackDigestIT {
  private static final SiteName SHOP = new SiteName("shop");
  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final LocalDate SUNDAY = LocalDate.of(2026, 6, 7);
  private static final Path DOCUMENTS = Path.of("../docs/pictures");
  private static final String LOADED = "image => image.decode().then(() => image.naturalWidth)";

  private final Program program = Program.start();
  private final Browser browser = Browser.start();

  /// The program's own worker tells it, as if the week had just ended.
  @BeforeAll
  void aWeekIsToBeTold() {
    InstantSource clock = program.part(InstantSource.class);
    DeskRef desk = new DeskRef("slack:" + DESK);
    SampleWeeks weeks = new SampleWeeks(SHOP, desk, ZONE);
    weeks.count(program, SUNDAY);
    weeks.count(program, LocalDate.ofInstant(clock.instant(), ZONE));
    OwedDigest.ofWeek(program, SHOP, SUNDAY);
    Eventually.holds("the digest is told", () -> told() > 0);
  }

  @AfterAll
  void close() {
    browser.close();
    program.close();
  }

  private long told() {
    return program.workspace().messages(DESK, "").stream()
        .filter(message -> message.toString().contains("7 June"))
        .count();
  }

  private Window opened(String person, int width, int height) {
    Window window = browser.window(width, height);
    window.page().navigate(program.address() + "/sandbox/?as=" + person);
    window.page().locator("#hint button").click();
    return window;
  }

  private static Locator digest(Page page) {
    return page.locator("#timeline .message")
        .filter(new Locator.FilterOptions().setHasText("7 June"));
  }

  private static void assertPicturesAreShown(Locator where, int count) {
    Locator pictures = where.locator("figure img");
    assertThat(pictures).hasCount(count);
    for (Locator picture : pictures.all()) {
      assertThat((int) picture.evaluate(LOADED)).isEqualTo(1_024);
      assertThat(picture.getAttribute("alt")).hasSizeGreaterThan(20);
    }
  }

  @Test
  void theWeekStandsInTheChannelWithBothPictures() throws IOException {
    try (Window window = opened(ANNA, 1_280, 1_150)) {
      Locator digest = digest(window.page());
      assertThat(digest).hasCount(1);
      assertThat(digest.locator("h3"))
          .containsText("how it went from Monday, 1 June to Sunday, 7 June");
      assertThat(digest).containsText("people wrote");
      assertPicturesAreShown(digest, 2);
      shot(window.page(), "digest-in-slack", true);
      window.page().emulateMedia(dark());
      shot(window.page(), "digest-in-slack-dark", false);
      window.page().setViewportSize(375, 1_000);
      assertPicturesAreShown(digest, 2);
      shot(window.page(), "digest-in-slack-phone", false);
    }
  }

  private static Page.EmulateMediaOptions dark() {
    return new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK);
  }

  private static Locator home(Page page, String name) {
    page.locator("#places .direct button").getByText(name + " (you)").click();
    page.locator("#tabs").getByText("Home").click();
    return page.locator(".home");
  }

  @Test
  void aMemberReadsItInTheirHome() throws IOException {
    try (Window window = opened(ANNA, 1_280, 1_420)) {
      Locator home = home(window.page(), "Anna");
      assertThat(home.locator("h3")).hasCount(2);
      assertThat(home).containsText("/chat report");
      assertPicturesAreShown(home, 2);
      shot(window.page(), "home-in-slack", true);
      window.page().emulateMedia(dark());
      window.page().setViewportSize(375, 1_500);
      shot(window.page(), "home-in-slack-phone", false);
    }
  }

  @Test
  void aGuestAndWhoeverIsNotInTheChannelReadNothingOfIt() {
    Map<String, Object> left = Map.of("channel", DESK, "leaves", BEN);
    assertThat(program.workspace().wish("channel", left).path("ok").booleanValue()).isTrue();
    for (Map.Entry<String, String> one : Map.of(GUEST, "Gus", BEN, "Ben").entrySet()) {
      try (Window window = opened(one.getKey(), 1_280, 800)) {
        Locator home = home(window.page(), one.getValue());
        assertThat(home).containsText("Nothing to tell yet.");
        assertThat(home.locator("h3, img")).hasCount(0);
      }
    }
  }

  private static void shot(Page page, String name, boolean documented) throws IOException {
    byte[] seen = page.screenshot(new Page.ScreenshotOptions());
    Path own = Path.of("target", "pictures", name + ".png");
    Files.createDirectories(Objects.requireNonNull(own.getParent()));
    Files.write(own, seen);
    if (documented) {
      Path file = DOCUMENTS.resolve(name + ".png");
      if (Boolean.getBoolean("panes.rewrite")) {
        Files.write(file, seen);
      }
      BufferedImage shown = Objects.requireNonNull(ImageIO.read(file.toFile()), "a PNG");
      assertThat(shown.getWidth()).isEqualTo(1_280);
      assertThat(Files.size(file)).isBetween(20_000L, 400_000L);
    }
  }
}
