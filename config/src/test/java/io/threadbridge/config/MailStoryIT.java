package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.threadbridge.config.Browser.Window;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A visitor who left an address and is gone gets the answer by email, and comes back by its link.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailStoryIT {
  private static final int WIDE = 900;
  private static final int HIGH = 700;
  private static final double PATIENCE_MILLIS = 45_000;

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AutoClose private final Browser browser = Browser.start();
  @AutoClose private final Program program = start();

  private Program start() {
    mails.start();
    return Program.start(
        "--threadbridge.mail.host=127.0.0.1",
        "--threadbridge.mail.port=" + mails.getSmtp().getPort(),
        "--threadbridge.mail.start-tls=false",
        "--threadbridge.mail.from=chat@shop.example",
        "--threadbridge.sites.shop.title=Puu & Paperi",
        "--threadbridge.sites.shop.origins={address}",
        "--threadbridge.sites.shop.desk=slack:" + Workspace.DESK,
        "--threadbridge.sites.shop.timers.first-hold=10m",
        "--threadbridge.sites.shop.timers.gone-after=1s",
        "--threadbridge.sites.shop.timers.mail-after=2s");
  }

  @BeforeAll
  void waitPatiently() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterAll
  void stopMail() {
    mails.stop();
  }

  private MimeMessage mailed() {
    return Eventually.gives("a mail", () -> Stream.of(mails.getReceivedMessages()).findFirst());
  }

  /// The visitor asks and leaves; Anna answers nobody.
  private Workspace.DeskThread answeredTooLate() {
    Workspace.DeskThread thread;
    try (VisitorClient visitor =
        VisitorClient.named(
            program, "shop", Map.of("name", "Andriy", "email", "andriy@visitor.example"))) {
      int _ = visitor.say("Is the oak table still there?");
      thread = program.workspace().thread(Workspace.DESK, "Is the oak table still there?");
    }
    String _ = thread.reply(Workspace.ANNA, "It is, and it is yours.");
    return thread;
  }

  @Test
  void theAnswerFollowsByMailAndItsLinkLeadsBackIntoTheChat() throws MessagingException {
    Workspace.DeskThread thread = answeredTooLate();
    MimeMessage mail = mailed();
    assertThat(mail.getSubject()).isEqualTo("Your answer from Puu & Paperi");
    assertThat(mail.getAllRecipients()[0]).hasToString("andriy@visitor.example");

    URI stop = URI.create(mail.getHeader("List-Unsubscribe", null).replaceAll("[<>\\s]", ""));
    try (Window window = browser.window(WIDE, HIGH)) {
      Page page = window.page();
      page.navigate(back(mail));
      page.screenshot(picture("way-back"));
      page.getByText("Open the chat").last().click();
      FrameLocator frame = page.frameLocator("iframe");
      assertThat(frame.getByText("It is, and it is yours.")).isVisible();
      frame.locator("textarea").fill("Wonderful, I will fetch it.");
      frame.locator("textarea").press("Enter");
      String _ = thread.relayed("Wonderful, I will fetch it.").toString();
      page.screenshot(picture("back-in-the-chat"));

      page.navigate(stop.toString());
      page.screenshot(picture("stop-mail"));
      page.getByText("Send no more mail").last().click();
      assertThat(page.getByText("No more mail about this chat will come")).isVisible();
    }
    HttpRequest oneClick =
        HttpRequest.newBuilder(stop)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    assertThat(Program.send(program.http(), oneClick).statusCode()).isEqualTo(200);
  }

  private static Page.ScreenshotOptions picture(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png"));
  }

  private String back(MimeMessage mail) throws MessagingException {
    return plain(mail)
        .lines()
        .filter(line -> line.startsWith(program.address() + "/visitor/v1/back?"))
        .findFirst()
        .orElseThrow();
  }

  private static String plain(MimeMessage mail) throws MessagingException {
    try {
      return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
