package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedPagesTest {
  private final ProtectedPages pages = new ProtectedPages(List.of("/checkout*", "/*/pay", "/a.b"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/checkout",
        "https://shop.example/checkout/address?step=2",
        "https://shop.example/fi/pay#card",
        "https://shop.example/a.b"
      })
  void protectsWhatThePatternsName(String url) {
    assertThat(pages.contains(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/",
        "https://shop.example/boats?next=/checkout",
        "https://shop.example/axb",
        "not an address",
        ""
      })
  void protectsNothingElse(String url) {
    assertThat(pages.contains(url)).isFalse();
  }

  @Test
  void withoutPatternsNothingIsProtected() {
    assertThat(new ProtectedPages(List.of()).contains("https://shop.example/checkout")).isFalse();
  }
}
