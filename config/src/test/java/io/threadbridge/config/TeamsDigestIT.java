package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.config.Browser.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the manager reads in Teams, in the whole program and a real browser.
///
/// `-Dpanes.rewrite=true` takes the document's picture anew; bytes are not compared, because
/// letters differ from machine to machine.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TeamsDigestIT {
  private static final SiteName SHOP = new SiteName("shop");
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final LocalDate SUNDAY = LocalDate.of(2026, 6, 7);
  private static final Path DOCUMENTED = Path.of("../docs/pictures/digest-in-teams.png");
  private static final int WIDE = 1_280;
  private static final int HIGH = 1_500;
  private static final int PICTURE_WIDTH = 1_024;
  private static final double PATIENCE_MILLIS = 45_000;
  private static final String WIDTH_ONCE_LOADED =
      "image => image.decode().then(() => image.naturalWidth)";

  @AutoClose private final Browser browser = Browser.start();

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.title=Oars & Sails",
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=" + Platform.TEAMS.desk(),
          "--threadbridge.sites.shop.zone=" + HELSINKI);

  @BeforeAll
  void eightWeeksAreCountedAndTheLastIsToBeTold() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    DeskRef desk = new DeskRef(Platform.TEAMS.desk());
    Instant now = program.part(InstantSource.class).instant();
    SampleWeeks weeks = new SampleWeeks(SHOP, desk, HELSINKI);
    weeks.count(program, SUNDAY);
    weeks.count(program, LocalDate.ofInstant(now, HELSINKI));
    OwedDigest.ofWeek(program, SHOP, SUNDAY);
  }

  private Page opened(Window window) {
    window.page().navigate(program.address() + "/sandbox/teams/");
    return window.page();
  }

  private static Locator posts(Page page, String words) {
    return page.locator("#posts > li").filter(new Locator.FilterOptions().setHasText(words));
  }

  private static void assertShowsPictures(Locator where, int count) {
    Locator pictures = where.locator("img.picture");
    assertThat(pictures).hasCount(count);
    for (Locator picture : pictures.all()) {
      assertThat((int) picture.evaluate(WIDTH_ONCE_LOADED)).isEqualTo(PICTURE_WIDTH);
      assertThat(picture.getAttribute("alt")).hasSizeGreaterThan(20);
    }
  }

  @Test
  void theWeekStandsInTheChannelWithBothPictures() throws IOException {
    try (Window window = browser.window(WIDE, HIGH)) {
      Page page = opened(window);
      Locator digest = posts(page, "7 June");
      assertThat(digest).hasCount(1);
      assertThat(digest).containsText("Oars & Sails: how it went from Monday, 1 June");
      assertThat(digest).containsText("people wrote");
      assertShowsPictures(digest, 2);
      assertThat(digest.locator("img.picture").first())
          .hasAttribute("alt", Pattern.compile(".*Tuesday.*18.*"));
      documented(digest);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      seen(page, "teams-dark");
      page.setViewportSize(375, 812);
      assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      assertShowsPictures(digest, 2);
      seen(page, "teams-phone");
    }
  }

  @Test
  void whoAsksInTheirOwnChatReadsTodayAndTheLastSevenDays() throws IOException {
    try (Window window = browser.window(WIDE, HIGH)) {
      Page page = opened(window);
      page.locator("#places button").getByText("Anna (you)").click();
      Locator box = page.getByPlaceholder("Type a message");
      box.fill("Report");
      box.press("Enter");

      assertThat(posts(page, "Oars & Sails: how")).hasCount(2);
      assertShowsPictures(posts(page, "Oars & Sails: how").last(), 2);
      seen(page, "teams-home");
    }
  }

  /// A link in an answer can be clicked, and a file is behind it.
  @Test
  void whoAsksInTheChannelCanFollowTheAnswersLinks() {
    try (Window window = browser.window(WIDE, HIGH)) {
      String thread = asked("report 2026-06-01 2026-06-07 export");
      Page page = window.page();
      page.navigate(program.address() + "/sandbox/teams/?thread=" + thread);
      Locator link = page.locator("#posts a").getByText("figures.csv");
      assertThat(link).hasCount(1);
      String address = Objects.requireNonNull(link.getAttribute("href"));

      assertThat(page.request().get(address).text()).contains("2026-06-02,18,8");
    }
  }

  private String asked(String words) {
    return program
        .workspace()
        .wish("teams/say", Map.of("text", "@Website Chat " + words))
        .path("thread")
        .stringValue("");
  }

  private static void documented(Locator digest) throws IOException {
    if (Boolean.getBoolean("panes.rewrite")) {
      digest.screenshot(new Locator.ScreenshotOptions().setPath(DOCUMENTED));
    }
    BufferedImage shown = Objects.requireNonNull(ImageIO.read(DOCUMENTED.toFile()));
    assertThat(shown.getWidth()).isBetween(600, WIDE);
    assertThat(shown.getHeight()).isGreaterThan(shown.getWidth());
    assertThat(Files.size(DOCUMENTED)).isLessThan(400_000);
  }

  /// For whoever wants to look.
  private static void seen(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }
}
