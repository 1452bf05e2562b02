package io.threadbridge.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
  private final FrameCodec codec = new FrameCodec();

  static String sample(String name) throws IOException {
    String path = "/io/threadbridge/widget/protocol/" + name + ".json";
    try (InputStream in = FrameCodecTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsTheSampleOfEachFrame() throws IOException {
    assertThat(codec.decode(sample("visitor-hello")))
        .isEqualTo(new FrameToBridge.Hello("v1.8Jm0u2YQkq7cTn4sXe1bH9dLw6ZpRfVg", 0));
    assertThat(codec.decode(sample("visitor-ping"))).isEqualTo(new FrameToBridge.Ping());
    assertThat(codec.decode(sample("visitor-say")))
        .isEqualTo(
            new FrameToBridge.Say(
                "5b0f8c1e9a7d4e2f6c3b1a08",
                "Hei! Onko pellavakantinen A5-muistikirja vielä varastossa? 🌲",
                List.of()));
    assertThat(codec.decode(sample("visitor-say-files")))
        .isEqualTo(
            new FrameToBridge.Say(
                "9d2c40e1b87f5a6634c1d0fe", "", List.of("f0a1b2c3d4e5f60718293a4b")));
    assertThat(codec.decode(sample("visitor-edit")))
        .isEqualTo(
            new FrameToBridge.Edit(
                "c41d7e0b92f35a6688ab10d3",
                1,
                "Hei! Onko pellavakantinen A5-muistikirja (pisteillä) vielä varastossa? 🌲"));
    assertThat(codec.decode(sample("visitor-delete")))
        .isEqualTo(new FrameToBridge.Delete("08aa61f3e4c2b97d5e1f0a9c", 3));
    assertThat(codec.decode(sample("visitor-draft-length"))).isEqualTo(new FrameToBridge.Draft(42));
    assertThat(codec.decode(sample("visitor-draft-cleared"))).isEqualTo(new FrameToBridge.Draft(0));
    assertThat(codec.decode(sample("visitor-seen"))).isEqualTo(new FrameToBridge.Seen(4));
    assertThat(codec.decode(sample("visitor-page")))
        .isEqualTo(
            new FrameToBridge.Browsed(
                "https://shop.example/notebooks/linen-a5?colour=moss",
                "Linen notebook A5 – Puu & Paperi"));
    assertThat(codec.decode(sample("visitor-leave"))).isEqualTo(new FrameToBridge.Leave());
    assertThat(codec.decode(sample("visitor-erase"))).isEqualTo(new FrameToBridge.Erase());
  }

  @Test
  void readsTheSamplesOfOtherWaysThanWaiting() throws IOException {
    assertThat(codec.decode(sample("visitor-form")))
        .isEqualTo(
            new FrameToBridge.Form(
                "5b0f8c1e9a7d4e2f6c3b1a08",
                "Voinko palauttaa avatun muistikirjan?",
                Lead.Way.CALLBACK,
                "+358 40 123 4567",
                Optional.of("Maija")));
    assertThat(codec.decode(sample("visitor-choice-email")))
        .isEqualTo(
            choice("a20c4f9b7d1e6f3058c7b2d1", Optional.of(Lead.Way.EMAIL), "maija@example.org"));
    assertThat(codec.decode(sample("visitor-choice-callback")))
        .isEqualTo(
            choice("f03b7e5512c94d8ab6e1a9c0", Optional.of(Lead.Way.CALLBACK), "+358 40 123 4567"));
    assertThat(codec.decode(sample("visitor-choice-wait")))
        .isEqualTo(
            new FrameToBridge.Choice(
                Optional.of("77e0d4c81b5a493f8c2e6a10"), Optional.empty(), Optional.empty()));
    assertThat(codec.decode(sample("visitor-rate")))
        .isEqualTo(new FrameToBridge.Rate(Optional.empty(), 5, "Sain heti vastauksen, kiitos!"));
  }

  private static FrameToBridge choice(String id, Optional<Lead.Way> way, String contact) {
    return new FrameToBridge.Choice(Optional.of(id), way, Optional.of(contact));
  }

  @Test
  void keepsOfAPeekedDraftOnlyItsLength() throws IOException {
    assertThat(codec.decode(sample("visitor-draft-text"))).isEqualTo(new FrameToBridge.Draft(28));
  }

  @Test
  void readsTheSampleOfARequestForAConversation() throws IOException {
    assertThat(codec.request(sample("http-conversations-request")))
        .contains(
            new ConversationRequest(
                "shop",
                "https://shop.example/notebooks/linen-a5",
                "Linen notebook A5 – Puu & Paperi",
                "fi",
                Optional.of("Maija"),
                Optional.of("maija@example.org")));
  }

  @Test
  void isBlindToFieldsThatItDoesNotKnow() {
    assertThat(codec.decode("{\"type\":\"seen\",\"seq\":2,\"mood\":{\"is\":[\"new\"]}}"))
        .isEqualTo(new FrameToBridge.Seen(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ping", "[]", "3", "null", "{", "{\"type\":\"ping\"} x", "\"ping\"", "[[[[["})
  void whatIsNoObjectIsUnreadable(String text) {
    assertThat(codec.decode(text)).isEqualTo(new FrameToBridge.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":7}",
        "{\"type\":\"dance\"}",
        "{\"type\":\"say\",\"text\":\"no id\"}",
        "{\"type\":\"say\",\"id\":\"bad id\",\"text\":\"x\"}",
        "{\"type\":\"hello\",\"token\":\"t\"}",
        "{\"type\":\"hello\",\"token\":\"t\",\"after\":-1}",
        "{\"type\":\"seen\",\"seq\":1.5}",
        "{\"type\":\"seen\",\"seq\":\"1\"}",
        "{\"type\":\"seen\",\"seq\":99999999999}",
        "{\"type\":\"rate\",\"stars\":6}",
        "{\"type\":\"rate\",\"stars\":0}",
        "{\"type\":\"rate\",\"comment\":\"fine\"}",
        "{\"type\":\"choice\"}",
        "{\"type\":\"choice\",\"value\":\"fax\"}",
        "{\"type\":\"choice\",\"value\":\"email\",\"contact\":7}",
        "{\"type\":\"form\",\"text\":\"x\",\"way\":\"email\",\"contact\":\"a@b.fi\"}",
        "{\"type\":\"page\",\"url\":{},\"title\":\"\"}"
      })
  void wrongFieldsAndUnknownTypesAreMalformed(String text) {
    assertThat(codec.decode(text)).isEqualTo(new FrameToBridge.Malformed(Optional.empty()));
  }

  @Test
  void aMalformedFrameKeepsTheIdThatItsAnswerMustName() {
    assertThat(codec.decode("{\"type\":\"say\",\"id\":\"a-1\",\"text\":null}"))
        .isEqualTo(new FrameToBridge.Malformed(Optional.of("a-1")));
    assertThat(codec.decode("{\"type\":\"say\",\"id\":\"a-1\",\"text\":\"x\",\"files\":[\"a b\"]}"))
        .isEqualTo(new FrameToBridge.Malformed(Optional.of("a-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"form\",\"id\":\"a-1\",\"text\":\"x\",\"way\":\"wait\",\"contact\":\"a@b.fi\"}",
        "{\"type\":\"form\",\"id\":\"a-1\",\"text\":\"x\",\"way\":\"email\"}",
        "{\"type\":\"form\",\"id\":\"a-1\",\"way\":\"email\",\"contact\":\"a@b.fi\"}",
        "{\"type\":\"choice\",\"id\":\"a-1\",\"value\":\"fax\"}",
        "{\"type\":\"rate\",\"id\":\"a-1\",\"stars\":4.5}"
      })
  void aWrongFormChoiceOrRatingIsAnsweredByName(String text) {
    assertThat(codec.decode(text)).isEqualTo(new FrameToBridge.Malformed(Optional.of("a-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visitor-say",
        "visitor-edit",
        "visitor-hello",
        "visitor-form",
        "visitor-choice-email",
        "visitor-choice-callback",
        "visitor-rate"
      })
  void noFrameShowsItsWordsItsContactOrItsTokenWhenPrinted(String name) throws IOException {
    assertThat(codec.decode(sample(name)).toString())
        .doesNotContain("pellavakantinen")
        .doesNotContain("8Jm0u2")
        .doesNotContain("muistikirjan")
        .doesNotContain("maija")
        .doesNotContain("+358")
        .doesNotContain("Maija")
        .doesNotContain("kiitos");
  }
}
