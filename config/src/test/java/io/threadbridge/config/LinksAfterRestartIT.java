package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.FileLinks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// A link in a thread is followed days later, by then with another process behind it.
final class LinksAfterRestartIT {
  private static final byte[] PDF = "%PDF-1.7 an invoice".getBytes(StandardCharsets.UTF_8);

  private final int port = Program.freePort();
  private final URI address = URI.create("http://localhost:" + port);
  @TempDir private Path data;
  @AutoClose private final HttpClient http = HttpClient.newHttpClient();

  private ConfigurableApplicationContext start() {
    return Threadbridge.application()
        .run("--server.port=" + port, "--threadbridge.data-dir=" + data);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).header("Origin", address.toString());
  }

  private JsonNode answer(HttpRequest.Builder request) {
    HttpResponse<String> answer = Program.send(http, request.build());
    assertThat(answer.statusCode()).isBetween(200, 201);
    return Program.JSON.readTree(answer.body());
  }

  /// Somebody shows a file; its link.
  private URI shown(FileLinks links) {
    JsonNode opened =
        answer(
            to("/visitor/v1/conversations")
                .POST(BodyPublishers.ofString("{\"site\":\"shop\",\"page\":{},\"visitor\":{}}")));
    String token = "Bearer " + opened.path("token").stringValue("");
    JsonNode kept =
        answer(
            to("/visitor/v1/files")
                .header("Authorization", token)
                .header("File-Id", "f1")
                .header("File-Name", "invoice.pdf")
                .PUT(BodyPublishers.ofByteArray(PDF)));
    assertThat(kept.path("file").path("type").stringValue("")).isEqualTo("application/pdf");
    String say = "{\"type\":\"say\",\"id\":\"s1\",\"text\":\"\",\"files\":[\"f1\"]}";
    JsonNode said =
        answer(
            to("/visitor/v1/frames")
                .header("Authorization", token)
                .POST(BodyPublishers.ofString(say)));
    assertThat(said.toString()).contains("accepted");
    return links.file(new ConversationId(opened.path("conversation").stringValue("")), "f1");
  }

  @Test
  void aLinkToAFileOutlivesARestart() {
    URI link;
    try (ConfigurableApplicationContext first = start()) {
      link = shown(first.getBean(FileLinks.class));
    }
    try (ConfigurableApplicationContext _ = start()) {
      HttpResponse<String> opened = Program.send(http, HttpRequest.newBuilder(link).build());
      assertThat(opened.statusCode()).isEqualTo(200);
      assertThat(opened.body()).isEqualTo("%PDF-1.7 an invoice");
      assertThat(opened.headers().firstValue("Content-Disposition").orElse(""))
          .contains("invoice.pdf");
    }
  }
}
