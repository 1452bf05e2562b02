package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.BEN;
import static io.threadbridge.config.Workspace.DESK;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.threadbridge.config.Browser.Window;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the sandbox's panes show, also when their answers come late: what happened meanwhile stays.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PanesIT {
  /// For the page to hear what happened. Were it too short, the tests would only prove less.
  private static final Duration HEARD = Duration.ofMillis(300);

  @AutoClose private final Browser browser = Browser.start();
  @AutoClose private final Program program = Program.start();

  /// Gives the first answer of this kind only once something else has happened.
  private static void late(Page page, String address, Runnable meanwhile) {
    AtomicBoolean happened = new AtomicBoolean();
    page.route(
        address,
        route -> {
          APIResponse answer = route.fetch();
          if (happened.compareAndSet(false, true)) {
            meanwhile.run();
            LockSupport.parkNanos(HEARD.toNanos());
          }
          route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
  }

  private Page slack(Window window) {
    window.page().navigate(program.address() + "/sandbox/?as=" + ANNA);
    return window.page();
  }

  private void sayInTeams(String text) {
    program
        .workspace()
        .wish(
            "teams/say",
            Map.of("as", "29:1ben-sandbox", "channel", TeamsHands.CHANNEL, "text", text));
  }

  @Test
  void aHomeThatWasPublishedBeforeTheAnswerToTheLookAtItIsShown() {
    try (Window window = browser.window(1_280, 800)) {
      Page page = slack(window);
      late(page, "**/page/home", this::annasHomeIsPublished);
      page.locator("#places .direct button").getByText("Anna (you)").click();
      page.locator("#tabs").getByText("Home").click();
      assertThat(page.locator(".home")).containsText("/chat report");
    }
  }

  private void annasHomeIsPublished() {
    Eventually.holds(
        "a home of Anna's",
        () -> program.workspace().wish("home", Map.of("as", ANNA)).path("view").isObject());
  }

  @Test
  void aPostThatCameWhileTheChannelWasLoadedIsShownInSlack() {
    try (Window window = browser.window(1_280, 800)) {
      Page page = window.page();
      late(page, "**/page/messages?*", () -> program.workspace().post(BEN, DESK, "Came meanwhile"));
      slack(window);
      assertThat(page.locator("#timeline")).containsText("Came meanwhile");
    }
  }

  @Test
  void aPostThatCameWhileTheChannelWasLoadedIsShownInTeams() {
    try (Window window = browser.window(1_280, 800)) {
      Page page = window.page();
      late(page, "**/page/teams/messages?*", () -> sayInTeams("Came meanwhile too"));
      page.navigate(program.address() + "/sandbox/teams/");
      assertThat(page.locator("#posts")).containsText("Came meanwhile too");
    }
  }

  @Test
  void whatCameBeforeThePageHeardAnythingIsShown() {
    try (Window window = browser.window(1_280, 800)) {
      Page page = window.page();
      page.route(
          "**/page/stream",
          route -> {
            LockSupport.parkNanos(HEARD.toNanos());
            program.workspace().post(BEN, DESK, "Came before");
            sayInTeams("Came before too");
            route.resume();
          });
      slack(window);
      assertThat(page.locator("#timeline")).containsText("Came before");
      page.navigate(program.address() + "/sandbox/teams/");
      assertThat(page.locator("#posts").getByText("Came before too")).hasCount(2);
    }
  }

  @Test
  void whatIsWrittenInTheChannelStandsThere() {
    try (Window window = browser.window(1_280, 800)) {
      Page page = slack(window);
      page.locator("#composer textarea").fill("Who is here today?");
      page.locator("#composer textarea").press("Enter");
      assertThat(page.locator("#timeline")).containsText("Who is here today?");
    }
  }

  /// On a telephone nothing can be hovered over, and a newcomer does not know what a press opens.
  @Test
  void aCardWithoutRepliesSaysWhereToReply() {
    try (Window visitor = browser.window(1_280, 800);
        Window window = browser.window(375, 740)) {
      visitor.page().navigate(program.address() + "/demo/shop.html");
      Chat chat = Chat.on(visitor.page());
      chat.button().click();
      chat.say("Where does one reply?");
      Page page = slack(window);
      Locator card =
          page.locator("#timeline .card")
              .filter(new Locator.FilterOptions().setHasText("Where does one reply?"));
      card.getByText("Reply in thread").click();
      page.locator("#reply textarea").fill("Right here.");
      page.locator("#reply textarea").press("Enter");
      assertThat(chat.message("Right here.")).isVisible();
    }
  }

  @Test
  void aPictureAtTheEndOfAThreadIsShownWhole() {
    String root = program.workspace().post(BEN, DESK, "Look at this");
    program
        .workspace()
        .wish(
            "post",
            Map.of("as", BEN, "channel", DESK, "thread_ts", root, "files", List.of(picture())));
    try (Window window = browser.window(1_280, 500)) {
      Page page = slack(window);
      page.navigate(program.address() + "/sandbox/?as=" + ANNA + "&thread=" + root);
      assertReadToTheEnd(page, "#replies");
    }
  }

  @Test
  void aPictureAtTheEndOfAPostInTeamsIsShownWhole() {
    sayInTeams("Look at this too");
    program
        .workspace()
        .wish(
            "teams/say",
            Map.of(
                "as",
                "29:1ben-sandbox",
                "channel",
                TeamsHands.CHANNEL,
                "text",
                "A picture",
                "images",
                List.of(picture())));
    try (Window window = browser.window(1_280, 500)) {
      window.page().navigate(program.address() + "/sandbox/teams/");
      assertReadToTheEnd(window.page(), "#posts");
    }
  }

  /// As high as the pane that shows it.
  private static Map<String, String> picture() {
    BufferedImage image = new BufferedImage(320, 400, BufferedImage.TYPE_INT_RGB);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return Map.of(
          "name", "tall.png", "base64", Base64.getEncoder().encodeToString(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertReadToTheEnd(Page page, String list) {
    Locator image = page.locator(list + " img.wide").last();
    assertThat(image).isVisible();
    assertThat(image).hasJSProperty("complete", true);
    page.waitForFunction(
        """
        list => {
          const { scrollHeight, scrollTop, clientHeight } = document.querySelector(list);
          return scrollHeight > clientHeight && scrollHeight - scrollTop - clientHeight < 2;
        }""",
        list);
  }
}
