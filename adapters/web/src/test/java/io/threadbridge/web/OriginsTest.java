package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private final Origins origins = new Origins(URI.create("https://chat.example/"), World.sites());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example",
        "https://CHAT.example:443",
        "https://shop.example",
        "http://shop.example:8443"
      })
  void letsItselfAndTheSitesPagesIn(String origin) {
    assertThat(origins.maySpeak(origin, World.SHOP)).isTrue();
    assertThat(origins.mayKnock(origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "not an origin",
        "https://evil.example",
        "http://shop.example",
        "https://shop.example.evil.example",
        "https://chat.example:8443",
        "file:///etc",
        "https://"
      })
  void keepsEverybodyElseOut(String origin) {
    assertThat(origins.maySpeak(origin, World.SHOP)).isFalse();
    assertThat(origins.mayKnock(origin)).isFalse();
  }

  @Test
  void aPageOfOneSiteMayKnockButNotSpeakAboutAnother() {
    assertThat(origins.mayKnock("https://club.example")).isTrue();
    assertThat(origins.maySpeak("https://club.example", World.SHOP)).isFalse();
  }

  @Test
  void aBridgeOnLoopbackIsTheSameUnderEachOfItsNames() {
    Origins local = new Origins(URI.create("http://localhost:8080"), World.sites());
    assertThat(local.maySpeak("http://127.0.0.1:8080", World.SHOP)).isTrue();
    assertThat(local.maySpeak("http://[::1]:8080", World.SHOP)).isTrue();
    assertThat(local.maySpeak("http://127.0.0.1:8081", World.SHOP)).isFalse();
    assertThat(origins.maySpeak("http://127.0.0.1", World.SHOP)).isFalse();
  }

  @Test
  void theFrameMayBeHeldByTheSitesPagesAndOurOwn() {
    assertThat(origins.ancestors(World.SHOP))
        .isEqualTo("'self' https://shop.example http://shop.example:8443");
  }
}
