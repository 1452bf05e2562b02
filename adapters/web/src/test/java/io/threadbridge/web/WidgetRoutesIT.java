package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetRoutesIT {
  private Program program;
  private WebClient web;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    web = new WebClient(program.url);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void theLoaderMayBeKeptForFiveMinutes() {
    HttpResponse<String> loader = web.get("/widget.js");
    assertThat(loader.statusCode()).isEqualTo(200);
    assertThat(header(loader, "Content-Type")).startsWith("text/javascript");
    assertThat(header(loader, "Cache-Control")).isEqualTo("max-age=300");
    assertThat(header(loader, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(loader, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void whatIsTheSameIsNotSentAgainAndWhatIsSentMayBeZipped() {
    HttpResponse<String> script = web.get("/widget/frame.js");
    assertThat(header(script, "Cache-Control")).isEqualTo("no-cache");
    HttpResponse<String> again =
        web.get("/widget/frame.js", "If-None-Match", header(script, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    HttpResponse<String> zipped = web.get("/widget/frame.js", "Accept-Encoding", "gzip, br");
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
    assertThat(zipped.body().length()).isLessThan(script.body().length());
  }

  @Test
  void onlyTheSitesPagesMayHoldTheFrame() {
    HttpResponse<String> frame = web.get("/widget/frame.html?site=shop");
    assertThat(frame.statusCode()).isEqualTo(200);
    assertThat(header(frame, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'")
        .endsWith("frame-ancestors 'self' https://shop.example http://shop.example:8443");
    assertThat(web.get("/widget/frame.html").statusCode()).isEqualTo(404);
    assertThat(web.get("/widget/frame.html?site=nowhere").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/widget/",
        "/widget/nothing.js",
        "/widget/../widget/WidgetFiles.class",
        "/widget/%2e%2e/web/WidgetFiles.class",
        "/widget/..%2fweb%2fWidgetFiles.class",
        "/widget/WidgetFiles.class",
        "/widget/view.js",
        "/widget/protocol/visitor-say.json",
        "/widget//etc/passwd"
      })
  void nothingElseIsServed(String path) {
    assertThat(web.get(path).statusCode()).isIn(400, 404);
  }
}
