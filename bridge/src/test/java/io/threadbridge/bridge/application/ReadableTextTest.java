package io.threadbridge.bridge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {
  @Test
  void whatCannotBeReadIsLeftOut() {
    assertThat(ReadableText.text("\ufeffa\u0000b\u202ec\u2066d\u200be\ud83df\r\ng\th\ri "))
        .isEqualTo("abcdef\ng\th\ni");
  }

  @Test
  void charactersOfTwoHalvesAndJoinedOnesStay() {
    assertThat(ReadableText.text("😀 👩‍👧")).isEqualTo("😀 👩‍👧");
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/a, our page, our page (https://shop.example/a)",
    "https://shop.example/, shop.example, https://shop.example/",
    "https://shop.example/a?b=c, shop.example, https://shop.example/a?b=c",
    "https://shop.example/a, '', https://shop.example/a",
    "mailto:shop@shop.example, shop@shop.example, shop@shop.example",
    "tel:+358401234, Call us, Call us (+358401234)",
    "javascript:alert(1), press, press",
    "file://server/a, prices, prices",
    "'', nothing, nothing",
  })
  void aLinkSaysWhereItLeads(String url, String label, String text) {
    assertThat(ReadableText.link(url, label)).isEqualTo(text);
  }
}
