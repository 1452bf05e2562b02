package io.threadbridge.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameWriterTest {
  private static final String SAY = "5b0f8c1e9a7d4e2f6c3b1a08";
  private static final FrameToVisitor.Face ANNA =
      new FrameToVisitor.Face(
          "Anna Virtanen", Optional.of("https://chat.example/visitor/v1/photos/U02ANNA"));

  private final FrameWriter writer = new FrameWriter();
  private final JsonMapper json = JsonMapper.builder().build();

  private JsonNode sample(String name) throws IOException {
    return json.readTree(FrameCodecTest.sample(name));
  }

  private JsonNode written(FrameToVisitor frame) {
    return json.readTree(writer.encode(frame));
  }

  @Test
  void writesTheSamplesOfMessages() throws IOException {
    assertThat(
            written(
                new FrameToVisitor.Said(
                    1,
                    new FrameToVisitor.From("visitor", Optional.empty()),
                    "Hei! Onko pellavakantinen A5-muistikirja vielä varastossa? 🌲",
                    Instant.parse("2026-03-09T10:12:41.118Z"),
                    Optional.of(SAY),
                    List.of(),
                    false,
                    false)))
        .isEqualTo(sample("bridge-message-visitor"));
    assertThat(
            written(
                new FrameToVisitor.Said(
                    3,
                    new FrameToVisitor.From("staff", Optional.of(ANNA)),
                    "Hei! On, sekä pisteillä että viivoilla:"
                        + " https://shop.example/notebooks/linen-a5",
                    Instant.parse("2026-03-09T10:13:20.640Z"),
                    Optional.empty(),
                    List.of(),
                    false,
                    false)))
        .isEqualTo(sample("bridge-message-staff"));
    assertThat(
            written(
                new FrameToVisitor.Said(
                    2,
                    new FrameToVisitor.From("bridge", Optional.empty()),
                    "Kiitos viestistäsi! Joku meistä vastaa noin kahdessa minuutissa.",
                    Instant.parse("2026-03-09T10:12:51.203Z"),
                    Optional.empty(),
                    List.of(),
                    false,
                    false)))
        .isEqualTo(sample("bridge-message-bridge"));
  }

  @Test
  void writesTheSamplesOfFiles() throws IOException {
    FrameToVisitor.FileFacts file =
        FrameToVisitor.FileFacts.of(
            new SharedFile(
                "f0a1b2c3d4e5f60718293a4b",
                "Sivu 12 – tahra.jpg",
                "image/jpeg",
                412_873,
                new SharedFile.Source.Kept(new ConversationId("c-1"))));
    assertThat(
            written(
                new FrameToVisitor.Said(
                    4,
                    new FrameToVisitor.From("visitor", Optional.empty()),
                    "",
                    Instant.parse("2026-03-09T10:14:05.002Z"),
                    Optional.of("9d2c40e1b87f5a6634c1d0fe"),
                    List.of(file),
                    false,
                    false)))
        .isEqualTo(sample("bridge-message-files"));
    assertThat(json.readTree(writer.kept(file))).isEqualTo(sample("http-file"));
    assertThat(
            written(
                FrameToVisitor.Refused.of(Optional.of("9d2c40e1b87f5a6634c1d0fe"), Reason.FILE)))
        .isEqualTo(sample("bridge-refused-file"));
  }

  @Test
  void writesTheSamplesOfAnswers() throws IOException {
    assertThat(
            written(
                new FrameToVisitor.Accepted(
                    SAY, 1, Optional.of(Instant.parse("2026-03-09T10:12:41.118Z")))))
        .isEqualTo(sample("bridge-accepted"));
    assertThat(
            written(
                new FrameToVisitor.Refused(
                    Optional.of(SAY), Reason.RATE, Optional.of(Duration.ofMillis(2_100)))))
        .isEqualTo(sample("bridge-refused-rate"));
    assertThat(written(FrameToVisitor.Refused.of(Optional.of(SAY), Reason.TOO_LONG)))
        .isEqualTo(sample("bridge-refused-too-long"));
    assertThat(written(FrameToVisitor.Refused.of(Optional.empty(), Reason.EXPIRED)))
        .isEqualTo(sample("bridge-refused-expired"));
    assertThat(written(new FrameToVisitor.Moved("p7Wc1LfYt9EoKs4B", token("bridge-moved"))))
        .isEqualTo(sample("bridge-moved"));
    assertThat(written(new FrameToVisitor.Token(token("bridge-token"))))
        .isEqualTo(sample("bridge-token"));
  }

  private String token(String name) throws IOException {
    return sample(name).path("token").stringValue();
  }

  @Test
  void writesTheSamplesOfStandingFacts() throws IOException {
    assertThat(written(new FrameToVisitor.Welcome("Zk3xN8aVQm2pT5rW", 4)))
        .isEqualTo(sample("bridge-welcome"));
    assertThat(written(new FrameToVisitor.Pong())).isEqualTo(sample("bridge-pong"));
    assertThat(written(new FrameToVisitor.Delivered(1))).isEqualTo(sample("bridge-delivered"));
    assertThat(written(new FrameToVisitor.Deleted(4))).isEqualTo(sample("bridge-deleted"));
    assertThat(
            written(
                new FrameToVisitor.Edited(
                    3,
                    "Hei! On, sekä pisteillä että ruuduilla:"
                        + " https://shop.example/notebooks/linen-a5")))
        .isEqualTo(sample("bridge-edited"));
    assertThat(written(FrameToVisitor.State.of("new", Optional.empty())))
        .isEqualTo(sample("bridge-state-new"));
    assertThat(written(FrameToVisitor.State.of("claimed", Optional.of(ANNA))))
        .isEqualTo(sample("bridge-state-claimed"));
    assertThat(written(FrameToVisitor.State.of("answered", Optional.of(ANNA))))
        .isEqualTo(sample("bridge-state-answered"));
    assertThat(written(FrameToVisitor.State.of("closed", Optional.empty())))
        .isEqualTo(sample("bridge-state-closed"));
  }

  @Test
  void writesWhatTheVisitorMayChooseAndWhoHasBeenTold() throws IOException {
    assertThat(
            written(
                new FrameToVisitor.State(
                    "waiting",
                    Optional.empty(),
                    Optional.empty(),
                    List.of("wait", "callback", "email"),
                    List.of("Bo Lind", "Anna Virtanen"),
                    false)))
        .isEqualTo(sample("bridge-state-waiting"));
    assertThat(
            written(
                new FrameToVisitor.State(
                    "promised",
                    Optional.of(ANNA),
                    Optional.of(Instant.parse("2026-03-09T10:25:00Z")),
                    List.of(),
                    List.of(),
                    false)))
        .isEqualTo(sample("bridge-state-promised"));
    assertThat(
            written(
                new FrameToVisitor.State(
                    "form",
                    Optional.empty(),
                    Optional.empty(),
                    List.of("callback", "email"),
                    List.of(),
                    false)))
        .isEqualTo(sample("bridge-state-form"));
    assertThat(
            written(
                new FrameToVisitor.State(
                    "closed", Optional.empty(), Optional.empty(), List.of(), List.of(), true)))
        .isEqualTo(sample("bridge-state-closed-rate"));
    assertThat(written(FrameToVisitor.Refused.of(Optional.of(SAY), Reason.CONTACT)))
        .isEqualTo(sample("bridge-refused-contact"));
  }

  @Test
  void writesTheSamplesOfAvailability() throws IOException {
    assertThat(written(new FrameToVisitor.Availability("chat", Optional.empty())))
        .isEqualTo(sample("bridge-availability-chat"));
    assertThat(
            written(
                new FrameToVisitor.Availability(
                    "form", Optional.of(Instant.parse("2026-03-10T07:00:00Z")))))
        .isEqualTo(sample("bridge-availability"));
  }

  @Test
  void writesTheSamplesOfBodies() throws IOException {
    assertThat(json.readTree(writer.opened("Zk3xN8aVQm2pT5rW", token("http-conversations-answer"))))
        .isEqualTo(sample("http-conversations-answer"));
    assertThat(
            json.readTree(
                writer.frames(
                    List.of(
                        new FrameToVisitor.Accepted(
                            SAY, 1, Optional.of(Instant.parse("2026-03-09T10:12:41.118Z")))))))
        .isEqualTo(sample("http-frames-answer"));
    JsonNode error =
        json.readTree(writer.error(Reason.RATE, "why", Optional.of(Duration.ofSeconds(5))));
    assertThat(error.path("reason")).isEqualTo(sample("http-error").path("reason"));
    assertThat(error.path("retryAfter").intValue())
        .isEqualTo(sample("http-error").path("retryAfter").intValue());
  }

  @Test
  void saysOfASiteWhatTheSampleSays() throws IOException {
    JsonNode site =
        json.readTree(
            writer.site(
                "shop",
                "Puu & Paperi",
                List.of("fi", "sv", "en"),
                new FrameToVisitor.Availability("chat", Optional.empty()),
                true));
    JsonNode expected = sample("http-site");
    for (String field : List.of("site", "title", "languages", "availability", "peek", "files")) {
      assertThat(site.path(field)).as(field).isEqualTo(expected.path(field));
    }
    assertThat(site.path("texts").isObject()).isTrue();
    assertThat(site.path("consent").isObject()).isTrue();
  }
}
