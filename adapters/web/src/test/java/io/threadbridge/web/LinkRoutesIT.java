package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.VisitorLinks;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the links in a mail do, and what they do not do by themselves.
class LinkRoutesIT {
  private static final String BACK = "/visitor/v1/back";
  private static final String FORM = "application/x-www-form-urlencoded";

  private Program program;
  private WebClient web;
  private WebClient.Opened opened;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    web = new WebClient(program.url);
    opened = web.open();
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private String back() {
    return local(program.world.links.back(new ConversationId(opened.conversation())));
  }

  private String stopMail() {
    return local(program.world.links.stopMail(new ConversationId(opened.conversation())));
  }

  private static String local(URI link) {
    return link.getPath() + "?" + link.getQuery();
  }

  private HttpResponse<String> click(String link, String origin) {
    String token = link.substring(link.indexOf('?') + 1);
    return web.post(BACK, token, "Origin", origin, "Content-Type", FORM);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void theWayBackShowsAPageThatTellsNothingAndGivesNothingAway() {
    HttpResponse<String> page = web.get(back());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("back.open", "data-site=\"shop\"")
        .doesNotContain(opened.conversation(), opened.token());
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'")
        .endsWith("frame-ancestors 'none'");
    assertThat(web.get("/visitor/v1/back.js").statusCode()).isEqualTo(200);
    assertThat(header(web.get("/visitor/v1/back.css"), "Content-Type")).startsWith("text/css");
  }

  @Test
  void aClickGivesThisBrowserATokenThatOpensTheConversation() {
    HttpResponse<String> answer = click(back(), program.url.toString());

    assertThat(answer.statusCode()).isEqualTo(200);
    String token = WebClient.json(answer).path("token").stringValue("");
    assertThat(WebClient.json(answer).path("conversation").stringValue(""))
        .isEqualTo(opened.conversation());
    assertThat(token).isNotEqualTo(opened.token());
    assertThat(program.world.tokens.open(token, program.world.clock.instant())).isPresent();
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void onlyOurOwnPageMayClick() {
    assertThat(click(back(), "https://shop.example").statusCode()).isEqualTo(403);
    assertThat(click(back(), "null").statusCode()).isEqualTo(403);
    assertThat(web.post(BACK, "t=x", "Content-Type", FORM).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoGoodLinkIsGone() {
    assertThat(web.get(BACK).statusCode()).isEqualTo(410);
    assertThat(web.get(back() + "x").statusCode()).isEqualTo(410);
    assertThat(web.get(stopMail().replace("/mail/stop", "/back")).statusCode()).isEqualTo(410);
    assertThat(click(stopMail(), program.url.toString()).statusCode()).isEqualTo(410);
    assertThat(web.post(stopMail() + "x", "").statusCode()).isEqualTo(410);
    program.world.clock.advance(VisitorLinks.LIFE);
    String old = back();
    program.world.clock.advance(VisitorLinks.LIFE);
    assertThat(web.get(old).statusCode()).isEqualTo(410);
  }

  @Test
  void lookingAtTheLinkStopsNothing() {
    HttpResponse<String> page = web.get(stopMail());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"post\">", "mail.stop-button");
    assertThat(page.body()).contains("href=\"../back.css\"");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.body()).doesNotContain("mail.stop-done");
  }

  @Test
  void aMailProgramStopsTheMailByOneClickFromAnywhere() {
    HttpResponse<String> answer =
        web.post(stopMail(), "List-Unsubscribe=One-Click", "Content-Type", FORM);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("mail.stop-done");
    assertThat(web.post(stopMail(), "", "Origin", "https://mail.example").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLinkDoesSoMuchInAMinuteAndNotMore() {
    for (int i = 0; i < LinkRoutes.TIMES_A_MINUTE; i++) {
      assertThat(click(back(), program.url.toString()).statusCode()).isEqualTo(200);
    }
    assertThat(click(back(), program.url.toString()).statusCode()).isEqualTo(429);
    program.world.clock.advance(Duration.ofMinutes(1));
    assertThat(click(back(), program.url.toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void whileTheStoreIsAwayNothingIsPromised() {
    String link = back();
    String stop = stopMail();
    program.world.store.goAway();

    assertThat(web.get(link).statusCode()).isEqualTo(503);
    assertThat(web.post(stop, "").statusCode()).isEqualTo(503);
  }
}
