package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Files of both sides over real HTTP: what comes in, what goes out, and what neither does.
class FileRoutesIT {
  private static final byte[] PNG = FileSamples.png();
  private static final int MOST = (int) SharedFile.SIZE_MAX;

  private Program program;
  private WebClient web;
  private WebClient.Opened opened;
  private FileClient files;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    web = new WebClient(program.url);
    opened = web.open();
    files = new FileClient(web, opened.token());
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private ConversationId conversation() {
    return new ConversationId(opened.conversation());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private void assertRefused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(FileClient.reason(answer)).isEqualTo(reason);
  }

  @Test
  void aPictureComesInIsSaidAndIsShownAgain() {
    HttpResponse<String> kept = files.put("f1", "Sivu 12 🌲.png", PNG);
    assertThat(kept.statusCode()).isEqualTo(201);
    assertThat(WebClient.json(kept).path("file").toString())
        .isEqualTo(
            "{\"id\":\"f1\",\"name\":\"Sivu 12 🌲.png\",\"type\":\"image/png\",\"size\":%d}"
                .formatted(PNG.length));
    assertThat(files.get("f1").statusCode()).isEqualTo(404);

    assertThat(files.say("s1", "", "f1").body()).contains("accepted");
    HttpResponse<byte[]> shown = files.get("f1");

    assertThat(shown.body()).isEqualTo(PNG);
    assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
    assertThat(header(shown, "Content-Length")).isEqualTo(Integer.toString(PNG.length));
    assertThat(header(shown, "Content-Disposition")).startsWith("inline;").contains("filename*=");
    assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(shown, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(shown.headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=86400, immutable");
  }

  @Test
  void historyTellsOfFilesAsLongAsTheirMessageStands() {
    files.put("f1", "a.png", PNG);
    files.say("s1", "Look", "f1");
    JsonNode file = web.tab(opened, 0).upTo("message").getLast().path("files").path(0);
    assertThat(file.path("id").stringValue("")).isEqualTo("f1");
    assertThat(file.path("size").intValue()).isEqualTo(PNG.length);
    web.post(
        "frames",
        "{\"type\":\"delete\",\"id\":\"d1\",\"seq\":1}",
        "Authorization",
        "Bearer " + opened.token());
    assertThat(web.tab(opened, 0).upTo("message").getLast().has("files")).isFalse();
    assertThat(files.get("f1").statusCode()).isEqualTo(404);
    assertThat(program.world.files.find(conversation(), "f1")).isEmpty();
  }

  @Test
  void whatIsNoPictureIsADownloadWithoutAType() {
    byte[] pdf = FileSamples.pdf(200_001);
    files.put("f1", "plan.exe", pdf);
    files.say("s1", "Look", "f1");

    HttpResponse<byte[]> answer = files.get("f1");

    assertThat(answer.body()).isEqualTo(pdf);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("attachment;")
        .contains("plan.exe.pdf");
  }

  @Test
  void theBytesSayWhatAFileIsAndNotItsName() {
    for (String name : List.of("a.png", "a.html", "a.pdf", "a.txt")) {
      assertRefused(files.put("f1", name, FileSamples.HTML), 415, "file-type");
    }
    byte[] archive = FileSamples.zip("setup.exe");
    assertRefused(files.put("f1", "a.docx", archive), 415, "file-type");
    assertThat(WebClient.json(files.put("f1", "a.gif", PNG)).path("file").path("name"))
        .hasToString("\"a.png\"");
  }

  @Test
  void theLargestFileIsTakenAndOneByteMoreIsNot() {
    // Refused by its length, before its body: who sends on meanwhile may lose the answer.
    HttpResponse<String> sized =
        web.send(
            files
                .request("f1", "a.pdf", BodyPublishers.ofByteArray(FileSamples.pdf(MOST + 1)))
                .expectContinue(true)
                .build());
    assertRefused(sized, 413, "too-long");
    HttpResponse<String> unsized =
        web.send(
            files
                .request(
                    "f1",
                    "a.pdf",
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(FileSamples.pdf(MOST + 1))))
                .build());
    assertRefused(unsized, 413, "too-long");
    assertThat(files.put("f1", "a.pdf", FileSamples.pdf(MOST)).statusCode()).isEqualTo(201);
    files.say("s1", "", "f1");
    assertThat(files.get("f1").body()).hasSize(MOST);
  }

  @Test
  void theSameIdIsKeptOnceHoweverOftenAndWhenItComes() {
    List<CompletableFuture<HttpResponse<String>>> both =
        IntStream.range(0, 2)
            .mapToObj(
                _ ->
                    web.http.sendAsync(
                        files
                            .request(
                                "f1",
                                "a.pdf",
                                BodyPublishers.ofByteArray(FileSamples.pdf(2_000_000)))
                            .build(),
                        HttpResponse.BodyHandlers.ofString()))
            .toList();
    assertThat(both.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsExactly(201, 201);
    HttpResponse<String> again = files.put("f1", "other.png", PNG);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(WebClient.json(again).path("file").path("name")).hasToString("\"a.pdf\"");
  }

  /// A connection on which the first half of the picture was sent.
  private Socket half() throws IOException {
    Socket socket = new Socket(program.url.getHost(), program.url.getPort());
    OutputStream out = socket.getOutputStream();
    out.write(
        """
        PUT /visitor/v1/files HTTP/1.1
        Host: x
        Authorization: Bearer %s
        File-Id: f1
        File-Name: a.png
        Content-Length: %d
        Connection: close

        """
            .formatted(opened.token(), PNG.length)
            .replace("\n", "\r\n")
            .getBytes(UTF_8));
    out.write(PNG, 0, PNG.length / 2);
    out.flush();
    return socket;
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingAndMayComeAgain() throws IOException {
    try (Socket socket = half()) {
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).doesNotContain("201");
    }
    assertThat(program.world.files.find(conversation(), "f1")).isEmpty();
    assertThat(files.put("f1", "a.png", PNG).statusCode()).isEqualTo(201);
  }

  @Test
  void anUploadThatTakesTooLongIsEnded() throws IOException {
    try (Socket socket = half()) {
      Eventually.holds(() -> program.world.counted.contains("files-of:" + opened.conversation()));
      program.world.clock.advance(World.FILES.time());
      socket.getOutputStream().write(PNG, PNG.length / 2, PNG.length - PNG.length / 2);
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 408");
    }
    assertThat(program.world.files.find(conversation(), "f1")).isEmpty();
  }

  @Test
  void nobodyElsesTokenOpensIt() {
    files.put("f1", "a.png", PNG);
    files.say("s1", "", "f1");
    FileClient other = new FileClient(web, web.open().token());

    assertThat(other.get("f1").statusCode()).isEqualTo(404);
    assertThat(new FileClient(web, "nonsense").get("f1").statusCode()).isEqualTo(401);
    assertThat(other.say("s1", "", "f1").body()).contains("\"file\"").contains("refused");
  }

  @Test
  void whatIsMissingOrWrongIsMalformed() {
    assertRefused(files.put("a b", "a.png", PNG), 400, "malformed");
    assertRefused(files.put("x".repeat(65), "a.png", PNG), 400, "malformed");
    assertRefused(files.put("f1", "a.png", new byte[0]), 400, "empty");
    HttpResponse<String> nameless =
        web.send(
            web.request("files", "Authorization", "Bearer " + opened.token(), "File-Id", "f1")
                .PUT(BodyPublishers.ofByteArray(PNG))
                .build());
    assertRefused(nameless, 400, "malformed");
  }

  @Test
  void onlyTheSitesPagesMaySendAndOnlyWhereFilesAreTaken() {
    HttpResponse<String> foreign =
        web.send(
            files
                .request("f1", "a.png", BodyPublishers.ofByteArray(PNG))
                .header("Origin", "https://evil.example")
                .build());
    assertRefused(foreign, 403, "origin");
    HttpResponse<String> club = web.open("club", "https://club.example");
    FileClient there = new FileClient(web, WebClient.json(club).path("token").stringValue(""));
    assertRefused(there.put("f1", "a.png", PNG), 403, "files-off");
    assertThat(WebClient.json(web.get("sites/club")).path("files").booleanValue()).isFalse();
    assertThat(WebClient.json(web.get("sites/shop")).path("files").booleanValue()).isTrue();
  }

  @Test
  void aVisitorSendsSoManyAndThenWaits() {
    for (int number = 0; number < World.FILES.visitor().burst(); number++) {
      assertThat(files.put("f" + number, "a.png", PNG).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> more = files.put("more", "a.png", PNG);
    assertRefused(more, 429, "rate");
    assertThat(WebClient.json(more).path("retryAfter").intValue()).isEqualTo(12);
    assertThat(files.put("f0", "a.png", PNG).statusCode()).isEqualTo(201);
    program.world.clock.advance(World.FILES.visitor().between());
    assertThat(files.put("more", "a.png", PNG).statusCode()).isEqualTo(201);
  }

  @Test
  void aSiteTakesSoManyMegabytesADay() {
    int each = 8;
    int conversations = World.FILES.site().burst() / each / 2;
    for (int number = 0; number < conversations; number++) {
      FileClient one = new FileClient(web, web.open().token());
      one.put("f1", "a.pdf", FileSamples.pdf(MOST));
      one.put("f2", "a.pdf", FileSamples.pdf(MOST));
    }
    assertRefused(files.put("f1", "a.png", PNG), 429, "rate");
    program.world.clock.advance(World.FILES.site().between());
    assertThat(files.put("f1", "a.png", PNG).statusCode()).isEqualTo(201);
  }

  @Test
  void aFullConversationTakesNoMore() {
    for (int number = 0; number < 3; number++) {
      assertThat(files.put("f" + number, "a.pdf", FileSamples.pdf(MOST)).statusCode())
          .isEqualTo(201);
    }
    assertRefused(files.put("f4", "a.png", PNG), 409, "full");
  }

  @Test
  void anErasedConversationHasNoFilesAndTakesNone() {
    files.put("f1", "a.png", PNG);
    files.say("s1", "", "f1");
    web.post("frames", "{\"type\":\"erase\"}", "Authorization", "Bearer " + opened.token());

    assertThat(files.get("f1").statusCode()).isEqualTo(401);
    assertThat(files.put("f2", "a.png", PNG).statusCode()).isEqualTo(401);
  }

  @Test
  void whileTheStoreIsAwayNothingIsPromised() {
    program.world.store.goAway();
    assertRefused(files.put("f1", "a.png", PNG), 503, "unavailable");
    assertThat(files.get("f1").statusCode()).isEqualTo(503);
  }

  private void staffShows(String id, String type, byte[] bytes) {
    program.world.desk.hold("ref-" + id, bytes);
    program.world.staffShows(
        opened.conversation(),
        "post-" + id,
        new SharedFile(
            id,
            id + ".png",
            type,
            bytes.length,
            new SharedFile.Source.OnDesk(new DeskRef("slack:C0001"), "ref-" + id)));
  }

  @Test
  void whatTheStaffShowIsReadFromTheirPlatformAndItsTypeNotBelieved() {
    files.say("s1", "Hello");
    staffShows("F1", "image/png", PNG);
    staffShows("F2", "image/png", FileSamples.HTML);
    staffShows("F3", "text/html", FileSamples.HTML);

    assertThat(files.get("F1").body()).isEqualTo(PNG);
    assertThat(header(files.get("F1"), "Content-Type")).isEqualTo("image/png");
    assertThat(files.get("F2").statusCode()).isEqualTo(415);
    assertThat(header(files.get("F3"), "Content-Type")).isEqualTo("application/octet-stream");
    program.world.staffDeletes(opened.conversation(), "post-F1");
    assertThat(files.get("F1").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileThatIsGoneOrBusyIsToldSo() {
    files.say("s1", "Hello");
    staffShows("F1", "image/png", PNG);
    program.world.opened.put("ref-F1", new FileBytes.Gone("taken back"));
    assertThat(files.get("F1").statusCode()).isEqualTo(410);

    program.world.opened.put("ref-F1", new FileBytes.Later(Duration.ofSeconds(7), "busy"));
    HttpResponse<byte[]> later = files.get("F1");
    assertThat(later.statusCode()).isEqualTo(503);
    assertThat(header(later, "Retry-After")).isEqualTo("7");
  }

  @Test
  void aStreamThatBreaksOffIsNotTakenForTheWhole() {
    files.say("s1", "Hello");
    staffShows("F1", "application/pdf", PNG);
    InputStream start = new ByteArrayInputStream(FileSamples.pdf(300_000));
    program.world.opened.put(
        "ref-F1", new FileBytes.Open(new SequenceInputStream(start, new BrokenStream())));

    assertThatThrownBy(() -> files.get("F1")).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void aStreamWithoutEndIsCut() {
    files.say("s1", "Hello");
    staffShows("F1", "application/pdf", PNG);
    program.world.opened.put(
        "ref-F1", new FileBytes.Open(new ByteArrayInputStream(FileSamples.pdf(MOST + 1))));

    assertThatThrownBy(() -> files.get("F1")).hasRootCauseInstanceOf(IOException.class);
  }
}
