package io.threadbridge.config;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.BEN;
import static io.threadbridge.config.Workspace.DESK;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.threadbridge.config.Browser.Window;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Visitors who come while nobody can serve more of them: what the program decides shows in every
/// open page, and so does what a person of the desk decides against it.
final class BrowserOverloadIT {
  /// PRODUCT 1.2: every open widget is the form, or the chat again, within this.
  private static final Duration SOON = Duration.ofSeconds(2);

  /// One person is counted good for three.
  private static final int CAPACITY = 3;

  private static final String FORM = "How shall we answer you?";
  private static final String DRAFT = "Do you mend fountain pens?";

  @AutoClose private final Browser browser = Browser.start();
  private final List<VisitorClient> visitors = new ArrayList<>();

  @Test
  void moreVisitorsThanOnePersonCanServeTurnEveryOpenPageToTheForm() {
    try (Program program = program();
        Window phone = browser.window(375, 667);
        Window desktop = browser.window(1280, 800)) {
      program.workspace().wish("rates", Map.of("enabled", false));
      waitUntilConnected(program);
      String _ = program.workspace().command(ANNA, DESK, "on");
      String _ = program.workspace().command(BEN, DESK, "off");
      List<Chat> pages = Stream.of(phone, desktop).map(window -> typed(program, window)).toList();
      ask(program, CAPACITY);
      pages.forEach(page -> assertThat(page.panel(FORM)).not().isVisible());

      ask(program, 1);
      turnsToTheFormAndBack(program, pages);
    } finally {
      visitors.forEach(VisitorClient::close);
    }
  }

  @Test
  void twoVisitorsWhomNobodyAnsweredTurnAnOpenPageToTheForm() {
    try (Program program =
            program(
                "--threadbridge.sites.shop.escalation.first[0]=1s hold",
                "--threadbridge.sites.shop.escalation.first[1]=3s miss");
        Window window = browser.window(375, 667)) {
      List<Chat> pages = List.of(typed(program, window));
      ask(program, 1);
      ask(program, 1);

      turnsToTheFormAndBack(program, pages);
    } finally {
      visitors.forEach(VisitorClient::close);
    }
  }

  private static Program program(String... more) {
    Stream<String> usual =
        Stream.of(
            "--threadbridge.slack.posts-per-second=0",
            "--threadbridge.sites.shop.origins={address}",
            "--threadbridge.sites.shop.desk=slack:" + DESK);
    return Program.start(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
  }

  private void waitUntilConnected(Program program) {
    ask(program, 1);
    String _ = program.workspace().thread(DESK, "Question 0").reply(ANNA, "Yes.");
    VisitorClient.Line _ = visitors.getFirst().hears("staff", "Yes.");
  }

  private void ask(Program program, int many) {
    for (int count = 0; count < many; count++) {
      VisitorClient visitor = VisitorClient.at(program, "shop");
      visitors.add(visitor);
      int _ = visitor.say("Question " + (visitors.size() - 1));
    }
  }

  /// An open chat in which somebody has typed and sent nothing yet.
  private static Chat typed(Program program, Window window) {
    window.page().navigate(program.address() + "/demo/shop.html");
    Chat chat = Chat.on(window.page());
    chat.button().click();
    chat.composer().fill(DRAFT);
    assertThat(chat.panel(FORM)).not().isVisible();
    return chat;
  }

  private static void turnsToTheFormAndBack(Program program, List<Chat> pages) {
    waitUntilSite(program, "form");
    show(pages, true);

    String _ = program.workspace().command(ANNA, DESK, "form off");
    waitUntilSite(program, "chat");
    show(pages, false);
    pages.getFirst().composer().press("Enter");
    assertThat(pages.getFirst().message(DRAFT)).isVisible();
    Workspace.DeskThread _ = program.workspace().thread(DESK, DRAFT);
  }

  /// Whoever asks the program over HTTP is told this.
  private static void waitUntilSite(Program program, String mode) {
    HttpRequest request =
        HttpRequest.newBuilder(program.address().resolve("/visitor/v1/sites/shop"))
            .header("Origin", program.address().toString())
            .build();
    Eventually.holds(
        "the site takes new visitors by " + mode,
        () ->
            Program.JSON
                .readTree(Program.send(program.http(), request).body())
                .path("availability")
                .path("mode")
                .stringValue("")
                .equals(mode));
  }

  /// All pages are the form, or the chat, before [#SOON] is over; what was typed is still there.
  private static void show(List<Chat> pages, boolean form) {
    long since = System.nanoTime();
    for (Chat page : pages) {
      Duration left = SOON.minusNanos(System.nanoTime() - since);
      IsVisibleOptions soon =
          new IsVisibleOptions().setTimeout(Math.max(1.0, (double) left.toMillis()));
      Locator panel = page.panel(FORM);
      assertThat(panel).isVisible(soon.setVisible(form));
    }
    pages.forEach(page -> assertThat(page.composer()).hasValue(DRAFT));
  }
}
