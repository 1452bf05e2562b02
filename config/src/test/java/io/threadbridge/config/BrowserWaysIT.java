package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.threadbridge.config.Browser.Window;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Visitors who would rather not wait, and visitors who say how it was, on a site that hurries.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserWaysIT {
  private static final double PATIENCE_MILLIS = 45_000;

  /// Pixels of the ring around what has the focus.
  private static final double RING = 4;

  /// The pixels between a field and what is wrong with it.
  private static final String BELOW =
      "one => one.nextSibling.getBoundingClientRect().top - one.getBoundingClientRect().bottom";

  private static final String WAYS = "How shall we answer you?";
  private static final String RATING = "How was this chat?";

  @AutoClose private final Browser browser = Browser.start();

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=slack:" + Workspace.DESK,
          "--threadbridge.sites.shop.escalation.first[0]=1s hold",
          "--threadbridge.sites.shop.escalation.first[1]=3s hold-with-choice");

  @BeforeAll
  void waitPatiently() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private Chat shop(Window window) {
    window.page().navigate(program.address() + "/demo/shop.html");
    Chat chat = Chat.on(window.page());
    chat.button().click();
    return chat;
  }

  private Workspace.DeskThread thread(String words) {
    return program.workspace().thread(Workspace.DESK, words);
  }

  @Test
  void whoHasWaitedLongEnoughIsCalledBackAndTheCardSaysWhere() {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      chat.say("Where is my parcel 4711?");
      Workspace.DeskThread thread = thread("Where is my parcel 4711?");
      chat.composer().fill("An unsent dra");
      Locator panel = chat.panel(WAYS);
      chat.press("Call me back").click();
      Locator number = chat.frame().getByLabel("Your phone number");
      assertThat(number).isFocused();
      number.fill("none");
      number.press("Enter");
      assertThat(panel.locator("[role=alert]")).hasText("Please check this.");
      assertThat(((Number) number.evaluate(BELOW)).doubleValue()).isGreaterThanOrEqualTo(RING);
      number.fill("+358 40 123 4567");
      number.press("Enter");

      assertThat(panel).not().isVisible();
      assertThat(chat.status()).containsText("another way");
      assertThat(chat.messages().last()).containsText("+358 40 123 4567");
      assertThat(chat.composer()).hasValue("An unsent dra");
      assertThat(chat.composer()).isFocused();
      thread.cardShows("+358 40 123 4567");
    }
  }

  /// Somebody of the desk decides it; what the rules decide is [BrowserOverloadIT]'s.
  @Test
  void whileTheSiteIsClosedAnOpenChatIsAFormAndNothingTypedIsLost() {
    try (Window window = browser.window(1280, 800)) {
      Chat chat = shop(window);
      chat.composer().fill("Can I return an opened notebook?");
      assertThat(chat.panel(WAYS)).not().isVisible();

      switchForm("on");
      assertThat(chat.panel(WAYS)).isVisible();
      assertThat(chat.composer()).hasValue("Can I return an opened notebook?");
      chat.frame().getByLabel("Your email address").fill("maija@example.org");
      switchForm("off");
      assertThat(chat.panel(WAYS)).not().isVisible();
      assertThat(chat.composer()).hasValue("Can I return an opened notebook?");

      chat.composer().press("Enter");
      assertThat(chat.message("Can I return")).isVisible();
    } finally {
      switchForm("auto");
    }
  }

  @Test
  void theContactFormIsALeadAndTheConversationStaysOpenToWords() {
    try (Window window = browser.window(375, 667)) {
      switchForm("on");
      Chat chat = shop(window);
      assertThat(chat.panel(WAYS)).isVisible();
      chat.say("Do you mend fountain pens?");
      assertThat(chat.panel(WAYS).locator("[role=alert]")).hasText("Please check this.");
      chat.frame().getByLabel("Your email address").fill("maija@example.org");
      chat.frame().getByLabel("Your name (optional)").fill("Maija");
      chat.composer().press("Enter");

      assertThat(chat.panel(WAYS)).not().isVisible();
      assertThat(chat.status()).containsText("another way");
      Workspace.DeskThread thread = thread("Do you mend fountain pens?");
      thread.cardShows("maija@example.org");
      thread.cardShows("Maija");
      chat.say("It is an old one.");
      assertThat(chat.message("It is an old one.")).isVisible();
    } finally {
      switchForm("auto");
    }
  }

  private void switchForm(String wish) {
    String _ = program.workspace().command(Workspace.ANNA, Workspace.DESK, "form " + wish);
  }

  @Test
  void whoWouldRatherWaitIsAskedNoMore() {
    try (Window window = browser.window(1280, 800)) {
      Chat chat = shop(window);
      chat.say("Which ink dries fastest?");
      chat.press("Keep waiting").click();
      assertThat(chat.panel(WAYS)).not().isVisible();
      String _ = thread("Which ink dries fastest?").reply(Workspace.ANNA, "The blue one.");
      assertThat(chat.message("The blue one.")).isVisible();
    }
  }

  @Test
  void whoWasAnsweredSaysInTwoTapsHowItWasAndIsNotAskedAgain() {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      chat.say("Do you ship to Norway?");
      Workspace.DeskThread thread = thread("Do you ship to Norway?");
      String _ = thread.reply(Workspace.ANNA, "We do, in four days.");
      assertThat(chat.message("We do, in four days.")).isVisible();
      thread.react(Workspace.ANNA, thread.root(), "white_check_mark");
      assertThat(chat.panel(RATING)).isVisible();

      chat.frame().getByLabel("4 of 5").click();
      chat.frame().getByLabel("Anything to add?").fill("Quick, thank you");
      chat.press("Send").last().click();

      assertThat(chat.panel(RATING)).not().isVisible();
      assertThat(chat.frame().locator("footer")).containsText("Thank you!");
      window.page().reload();
      assertThat(chat.status()).containsText("This chat has ended");
      assertThat(chat.panel(RATING)).not().isVisible();
    }
  }
}
