package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.threadbridge.config.Browser.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The demo as its first visitor sees it, through widget, program, Redis and sandbox: the shop on
/// the left, the workspace on the right.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserStoryIT {
  private static final int WIDE = 1280;
  private static final int HIGH = 800;
  private static final double PATIENCE_MILLIS = 45_000;

  @AutoClose private final Browser browser = Browser.start();
  @AutoClose private final Program program = Program.start();

  @BeforeAll
  void waitPatiently() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  /// The halves of the demo's page.
  private record Demo(Page page) {
    FrameLocator shop() {
      return page.frameLocator("iframe[title='A shop with the chat on it']");
    }

    FrameLocator workspace() {
      return page.frameLocator("iframe[title='The pretend workspace']");
    }

    Chat chat() {
      return new Chat(
          shop().locator("threadbridge-chat button"),
          shop().frameLocator("threadbridge-chat iframe"));
    }

    /// Opens the thread of the card with these words.
    void openThread(String words) {
      workspace()
          .locator("#timeline .card")
          .filter(new Locator.FilterOptions().setHasText(words))
          .locator(".head")
          .click();
      assertThat(workspace().locator("#replies")).containsText(words);
    }

    void answer(String words) {
      Locator reply = workspace().locator("#reply textarea");
      reply.fill(words);
      reply.press("Enter");
    }
  }

  private Demo demo(Window window) {
    window.page().navigate(program.address().toString());
    return new Demo(window.page());
  }

  @Test
  void aHelloOnTheLeftIsAThreadOnTheRightAndTheAnswerComesBack() {
    try (Window window = browser.window(WIDE, HIGH)) {
      Demo demo = demo(window);
      Chat chat = demo.chat();
      chat.button().click();
      chat.say("Hello! Does the linen notebook lie flat when it is open?");
      demo.openThread("Does the linen notebook lie flat");
      Locator mine = chat.message("Does the linen notebook lie flat");
      assertThat(mine.locator(".foot")).containsText("Delivered to the team");

      demo.answer("It does: the pages are sewn, not glued.");
      Locator answer = chat.message("the pages are sewn, not glued");
      assertThat(answer.locator(".by b")).hasText("Anna");
      assertThat(answer.locator(".face img")).hasJSProperty("complete", true);
      assertThat((int) answer.locator(".face img").evaluate("image => image.naturalWidth"))
          .isPositive();
      assertThat(chat.frame().locator("header b")).hasText("Anna");
      chat.say("Lovely, then I take two of them.");
      assertThat(demo.workspace().locator("#replies")).containsText("then I take two of them");
      assertThat(chat.message("then I take two").locator(".foot"))
          .containsText("Delivered to the team");
      picture(demo);
    }
  }

  /// README's picture is refreshed by hand from this one.
  private static void picture(Demo demo) {
    demo.workspace().getByLabel("Hide this hint").click();
    demo.page().mouse().move(0, 0);
    demo.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "threadbridge.png")));
  }

  /// The shop alone, as a customer's page; the staff answer by the sandbox's control API.
  private Chat shop(Window window) {
    window.page().navigate(program.address() + "/demo/shop.html");
    return Chat.on(window.page());
  }

  private Workspace.DeskThread thread(String words) {
    return program.workspace().thread(Workspace.DESK, words);
  }

  @Test
  void aReloadKeepsEverythingAndTheConversationGoesOn() {
    try (Window window = browser.window(WIDE, HIGH)) {
      Chat chat = shop(window);
      chat.button().click();
      chat.say("Will this survive a reload?");
      Workspace.DeskThread thread = thread("Will this survive a reload?");
      String _ = thread.reply(Workspace.BEN, "Certainly.");
      assertThat(chat.message("Certainly.")).isVisible();
      chat.composer().fill("An unsent dra");

      window.page().reload();

      assertThat(chat.message("Will this survive a reload?")).isVisible();
      assertThat(chat.message("Certainly.").locator(".by b")).hasText("Ben");
      assertThat(chat.composer()).hasValue("An unsent dra");
      chat.say("It did.");
      JsonNode _ = thread.relayed("It did.");
      assertThat(chat.messages()).hasCount(3);
    }
  }

  @Test
  void anotherPageOfTheShopShowsTheSameConversation() {
    try (Window window = browser.window(WIDE, HIGH)) {
      Chat chat = shop(window);
      chat.button().click();
      chat.say("I look around meanwhile.");
      Workspace.DeskThread thread = thread("I look around meanwhile.");
      window.page().navigate(program.address() + "/demo/pencils.html");
      String _ = thread.reply(Workspace.ANNA, "Take your time.");

      assertThat(chat.message("I look around meanwhile.")).isVisible();
      assertThat(chat.message("Take your time.")).isVisible();
    }
  }

  @Test
  void whatIsWrittenWithoutANetworkArrivesOnceWhenItIsBack() {
    try (Window window = browser.window(WIDE, HIGH)) {
      Chat chat = shop(window);
      chat.button().click();
      chat.say("I am on a train.");
      Workspace.DeskThread thread = thread("I am on a train.");
      assertThat(chat.message("on a train").locator(".foot")).containsText("Delivered");

      window.context().setOffline(true);
      chat.say("In a tunnel now.");
      String _ = thread.reply(Workspace.ANNA, "Have a good journey.");
      window.context().setOffline(false);

      assertThat(chat.message("Have a good journey.")).isVisible();
      assertThat(chat.message("In a tunnel now.").locator(".foot")).containsText("Delivered");
      JsonNode _ = thread.relayed("In a tunnel now.");
      assertThat(chat.messages()).hasCount(3);
      assertThat(thread.messages()).hasSize(3);
    }
  }

  @Test
  void theKeyboardOpensWritesAndLeavesAndTheFocusReturns() {
    try (Window window = browser.window(WIDE, HIGH)) {
      Chat chat = shop(window);
      chat.button().focus();
      window.page().keyboard().press("Enter");
      assertThat(chat.composer()).isFocused();
      window.page().keyboard().type("No mouse here.");
      window.page().keyboard().press("Enter");
      assertThat(chat.message("No mouse here.")).isVisible();

      window.page().keyboard().press("Escape");

      assertThat(chat.button()).isFocused();
      assertThat(chat.button()).hasAttribute("aria-expanded", "false");
      assertThat(window.page().locator("threadbridge-chat iframe")).not().isVisible();
      String _ = thread("No mouse here.").reply(Workspace.ANNA, "None needed.");
      assertThat(chat.button()).hasAttribute("aria-label", Pattern.compile(".*\\(1\\)"));
    }
  }

  @Test
  void onAPhoneTheChatFillsTheScreen() {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      chat.button().click();
      chat.say("From my phone.");
      assertThat(chat.message("From my phone.")).isVisible();
      Locator frame = window.page().locator("threadbridge-chat iframe");
      BoundingBox box = frame.boundingBox();

      assertThat(box.width).isEqualTo(375);
      assertThat(box.height).isEqualTo(667);
      assertThat(chat.button()).not().isVisible();
      assertThat(
              (boolean)
                  chat.composer()
                      .evaluate("one => one.getBoundingClientRect().right <= innerWidth"))
          .isTrue();
      assertThat(
              (boolean)
                  window.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      chat.frame().getByLabel("Minimise").click();
      assertThat(chat.button()).isVisible();
    }
  }

  @Test
  void beforeTheFirstClickNothingIsAskedAndNothingStored() {
    try (Window window = browser.window(WIDE, HIGH)) {
      List<String> asked = new CopyOnWriteArrayList<>();
      window.page().onRequest(request -> asked.add(request.url()));
      Chat chat = shop(window);
      assertThat(chat.button()).isVisible();

      assertThat(asked).noneMatch(url -> url.contains("/visitor/") || url.contains("frame"));
      assertThat((int) window.page().evaluate("localStorage.length + sessionStorage.length"))
          .isZero();
      assertThat(window.context().cookies()).isEmpty();
    }
  }
}
