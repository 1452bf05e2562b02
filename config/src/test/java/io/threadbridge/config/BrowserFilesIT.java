package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.config.Browser.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Visitors who show something, and staff who show something back, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserFilesIT {
  private static final double PATIENCE_MILLIS = 45_000;
  private static final String LOADED = "image => image.complete && image.naturalWidth";

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

  private static void attach(Chat chat, FilePayload... files) {
    assertThat(chat.frame().getByLabel("Attach a file")).isVisible();
    chat.frame().locator("input[type=file]").setInputFiles(files);
  }

  private static FilePayload picture(String name) throws IOException {
    return new FilePayload(name, "image/png", png());
  }

  private static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0xF2E8D5));
    pen.fillRect(0, 0, 320, 200);
    pen.setColor(new Color(0x7A4B2B));
    pen.fillOval(150, 60, 70, 55);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /// The desk may have it before anybody looks, and a hold text may stand below it by then.
  private static void assertTaken(Chat chat) {
    Locator mine = chat.frame().locator(".message.visitor");
    assertThat(mine.last()).containsText(Pattern.compile("Sent|Delivered"));
  }

  private static void assertShown(Chat chat, String name) {
    Locator image = chat.frame().getByAltText(name);
    assertThat(image).isVisible();
    assertThat((int) image.evaluate(LOADED)).isEqualTo(320);
  }

  @Test
  void aPictureIsShownAtOnceAndAfterAReload() throws IOException {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      chat.say("There is a stain on page 12");
      attach(chat, picture("page 12.png"));

      assertShown(chat, "page 12.png");
      assertTaken(chat);
      window.page().reload();
      assertShown(Chat.on(window.page()), "page 12.png");
      shot(window, "files-phone");
    }
  }

  /// Nobody said a word before it: the picture begins the conversation.
  @Test
  void severalFilesAtOnceBeginAConversationAndEachIsAMessage() throws IOException {
    try (Window window = browser.window(1280, 800)) {
      Chat chat = shop(window);
      byte[] pdf = "%PDF-1.7 an invoice".getBytes(StandardCharsets.UTF_8);
      attach(
          chat,
          picture("one.png"),
          picture("two.png"),
          new FilePayload("invoice.pdf", "application/pdf", pdf));

      assertShown(chat, "one.png");
      assertShown(chat, "two.png");
      Locator invoice = chat.press("invoice.pdf");
      assertThat(invoice).isVisible();
      assertThat(chat.frame().locator(".message.visitor")).hasCount(3);
      Download saved = window.page().waitForDownload(invoice::click);
      assertThat(saved.suggestedFilename()).isEqualTo("invoice.pdf");
      assertThat(Files.readAllBytes(saved.path())).isEqualTo(pdf);
    }
  }

  @Test
  void whatCannotBeSentSaysWhyAndIsTakenBackByThePress() {
    try (Window window = browser.window(1280, 800)) {
      Chat chat = shop(window);
      byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
      attach(chat, new FilePayload("holiday.png", "image/png", html));
      Locator refused = chat.message("holiday.png");
      assertThat(refused).containsText("This kind of file cannot be sent.");
      shot(window, "files-refused");
      chat.press("Remove").click();
      assertThat(chat.frame().locator(".message.visitor")).hasCount(0);

      attach(chat, new FilePayload("film.mp4", "video/mp4", new byte[9_000_000]));
      assertThat(chat.message("film.mp4")).containsText("Too large");
    }
  }

  @Test
  void whatIsDroppedOrPastedIsSentToo() {
    try (Window window = browser.window(1280, 800)) {
      Chat chat = shop(window);
      chat.composer()
          .evaluate(
              """
              composer => {
                for (const [kind, property] of [['drop', 'dataTransfer'], ['paste', 'clipboardData']]) {
                  const data = new DataTransfer();
                  data.items.add(new File(['a note, ' + kind], kind + '.txt', { type: 'text/plain' }));
                  const event = new Event(kind, { bubbles: true, cancelable: true });
                  event[property] = data;
                  composer.dispatchEvent(event);
                }
              }\
              """);
      assertThat(chat.press("drop.txt")).isVisible();
      assertThat(chat.press("paste.txt")).isVisible();
      assertTaken(chat);
    }
  }

  @Test
  void whatTheStaffShowIsSeenAndGoneWithItsMessage() throws IOException {
    try (Window window = browser.window(375, 667)) {
      Chat chat = shop(window);
      chat.say("Which brown is it?");
      assertTaken(chat);
      staffShow(conversation(chat), "swatch.png");

      assertShown(chat, "swatch.png");
      window
          .page()
          .emulateMedia(
              new Page.EmulateMediaOptions()
                  .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
      shot(window, "files-dark");
      chat.frame().locator("html").evaluate("html => { html.dir = 'rtl'; }");
      shot(window, "files-rtl");
    }
  }

  private static ConversationId conversation(Chat chat) {
    Object id =
        chat.frame()
            .locator("html")
            .evaluate("() => JSON.parse(localStorage['threadbridge:shop:conversation']).id");
    return new ConversationId(String.valueOf(id));
  }

  /// As the rules see it, whichever platform it comes from.
  private void staffShow(ConversationId conversation, String name) throws IOException {
    InstantSource clock = program.part(InstantSource.class);
    byte[] png = png();
    program
        .part(FileStore.class)
        .keep(
            conversation, "S1", name, "image/png", new ByteArrayInputStream(png), clock.instant());
    SharedFile file =
        new SharedFile(
            "S1", name, "image/png", png.length, new SharedFile.Source.Kept(conversation));
    program
        .part(ConversationHandler.class)
        .handle(
            conversation,
            new EventId("shown"),
            new StaffEvent.Wrote(
                clock.instant(),
                new Staff("slack:UANNA", "Anna", Optional.empty()),
                new PostRef("1.1"),
                "This one",
                List.of(file),
                0,
                VisitorFacts.THERE));
  }

  private static void shot(Window window, String name) {
    window
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }
}
