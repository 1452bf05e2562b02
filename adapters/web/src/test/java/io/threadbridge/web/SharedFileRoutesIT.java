package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.VisitorLinks;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The links under which the staff open visitors' files.
class SharedFileRoutesIT {
  private Program program;
  private WebClient web;
  private FileClient files;
  private ConversationId conversation;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    web = new WebClient(program.url);
    WebClient.Opened opened = web.open();
    conversation = new ConversationId(opened.conversation());
    files = new FileClient(web, opened.token());
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private String shown(String id, String name, byte[] bytes) {
    assertThat(files.put(id, name, bytes).statusCode()).isEqualTo(201);
    files.say("say-" + id, "", id);
    return link(id);
  }

  private String link(String id) {
    URI link = program.world.links.file(conversation, id);
    return link.getPath() + "?" + link.getQuery();
  }

  private HttpResponse<byte[]> get(String path) {
    return files.bytes(web.request(path).build());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static BufferedImage image(HttpResponse<byte[]> answer) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  @Test
  void aLinkOpensTheFileWithoutAnyOtherProof() {
    byte[] png = FileSamples.png();
    String link = shown("f1", "a.png", png);

    assertThat(get(link).body()).isEqualTo(png);
    assertThat(header(get(link), "Content-Type")).isEqualTo("image/png");
    assertThat(header(get(link), "Content-Security-Policy"))
        .isEqualTo("sandbox; default-src 'none'");
    HttpRequest head =
        web.request(link).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<byte[]> answer = files.bytes(head);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(png.length));
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aPreviewIsASmallPictureOfALargeOne() throws IOException {
    String large = shown("f1", "large.jpg", FileSamples.picture("jpeg", 6_000, 4_000));
    BufferedImage preview = image(get(large + "&preview=1"));
    assertThat(preview.getWidth()).isBetween(1_000, Previews.SIDE_MAX);
    assertThat(preview.getHeight()).isBetween(660, 690);
    assertThat(get(large + "&preview=1").body()).isEqualTo(get(large + "&preview=1").body());

    byte[] small = FileSamples.png();
    assertThat(get(shown("f2", "small.png", small) + "&preview=1").body()).isEqualTo(small);
    HttpResponse<byte[]> moving =
        get(shown("f3", "a.gif", FileSamples.picture("gif", 30, 30)) + "&preview=1");
    assertThat(header(moving, "Content-Type")).isIn("image/png", "image/jpeg");
  }

  @Test
  void aPictureThatClaimsToBeHugeIsShownAsItIsOrNotAtAll() {
    byte[] bomb = FileSamples.claiming(30_000, 30_000);
    assertThat(get(shown("f1", "a.png", bomb) + "&preview=1").body()).isEqualTo(bomb);
    byte[] large = FileSamples.padded(bomb, Previews.BYTES_MAX + 1);
    assertThat(get(shown("f2", "b.png", large) + "&preview=1").statusCode()).isEqualTo(415);
  }

  @Test
  void whatIsNoPictureIsItsOwnPreview() {
    byte[] pdf = FileSamples.pdf(3_000);
    HttpResponse<byte[]> answer = get(shown("f1", "a.pdf", pdf) + "&preview=1");
    assertThat(answer.body()).isEqualTo(pdf);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void whoComesTooLateReadsSo() {
    String link = shown("f1", "a.png", FileSamples.png());
    assertThat(get(link + "&preview=1").statusCode()).isEqualTo(200);
    program.world.files.forget(conversation, "f1");
    for (String path : new String[] {link, link + "&preview=1", link + "x", link("f2")}) {
      HttpResponse<String> page = web.get(path);
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body()).contains("<p>file.gone</p>").doesNotContain(conversation.value());
      assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }
    String other = shown("f3", "a.png", FileSamples.png());
    program.world.clock.advance(VisitorLinks.LIFE);
    assertThat(web.get(other).statusCode()).isEqualTo(410);
    assertThat(FileStore.KEPT).isLessThan(VisitorLinks.LIFE);
  }

  @Test
  void aLinkIsFollowedSoOftenAndNotMore() {
    String link = shown("f1", "a.png", FileSamples.png());
    for (int time = 0; time < World.FILES.links().burst(); time++) {
      assertThat(get(link).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> more = web.get(link);
    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(header(more, "Retry-After")).isEqualTo("1");
    program.world.clock.advance(World.FILES.links().between());
    assertThat(get(link).statusCode()).isEqualTo(200);
  }
}
