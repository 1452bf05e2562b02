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

/// What a visitor reads keeps its place while they write, and nothing new is announced that is not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserReadingIT {
  private static final double PATIENCE_MILLIS = 45_000;

  /// More than a telephone shows at once.
  private static final String LONG = "One thing after the other.\n".repeat(40);

  /// Many lines at once, and a scroll that was under way is heard of before the next picture;
  /// whether the list stands at its end after it.
  private static final String PASTED_DURING_A_SCROLL =
      """
      input => new Promise((done) => {
        const list = document.querySelector('main');
        input.value = 'A line\\n'.repeat(8) + 'and the last';
        input.dispatchEvent(new Event('input'));
        list.dispatchEvent(new Event('scroll'));
        requestAnimationFrame(() => requestAnimationFrame(() =>
          done(list.scrollHeight - list.scrollTop - list.clientHeight < 2)));
      })""";

  /// Scrolls up; done once the frame has heard of it.
  private static final String UP =
      """
      list => new Promise((done) => {
        list.addEventListener('scroll', () => requestAnimationFrame(done), { once: true });
        list.scrollTop = 0;
      })""";

  @AutoClose private final Browser browser = Browser.start();
  @AutoClose private final Program program = Program.start();

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

  private Workspace.DeskThread answered(Chat chat, String question) {
    chat.say(question);
    Workspace.DeskThread thread = program.workspace().thread(Workspace.DESK, question);
    String _ = thread.reply(Workspace.ANNA, LONG + "That was all.");
    assertThat(chat.message("That was all.")).isVisible();
    return thread;
  }

  private static Locator jump(Chat chat) {
    return chat.press("New messages");
  }

  @Test
  void aDraftOfManyLinesKeepsTheNewestInSight() {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      Workspace.DeskThread _ = answered(chat, "What must I know?");
      assertThat((boolean) chat.composer().evaluate(PASTED_DURING_A_SCROLL)).isTrue();
      assertThat(jump(chat)).not().isVisible();
    }
  }

  @Test
  void whoReadsFurtherUpIsToldOfNewMessagesOnceThereAreSome() {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      Workspace.DeskThread thread = answered(chat, "What else must I know?");
      Object _ = chat.frame().locator("main").evaluate(UP);
      assertThat(jump(chat)).not().isVisible();

      String _ = thread.reply(Workspace.ANNA, "And one more.");
      jump(chat).click();
      assertThat(chat.message("And one more.")).isInViewport();
      assertThat(jump(chat)).not().isVisible();
    }
  }
}
