package io.threadbridge.bridge.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PagePathTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.example/boats/oars, /boats/oars",
    "https://shop.example/boats?customer=anna#here, /boats",
    "https://shop.example, /",
    "https://shop.example/boats?sort=price|size&colour={red}, /boats",
    "https://shop.example/boats#/a b, /boats",
    "https://shop.example?key=secret, /",
    "https://shop.example/boats%3Fkey=secret, /boats",
    "https://shop.example/boats%23key=secret, /boats",
    "https://shop.example/boats;jsessionid=SECRETSECRET/oars, /boats/oars",
    "https://shop.example/orders/123456/view, /orders/*/view",
    "https://shop.example/orders/12345/view, /orders/12345/view",
    "https://shop.example/of/anna@visitor.example, /of/*",
    "https://shop.example/t/abcdefghijklmnopqrstuvwxyzabcdefghijklmno, /t/*",
    "https://shop.example/%61nna%40visitor.example, /*",
    "not an address, /*",
    "mailto:anna@visitor.example, /",
    "'', /"
  })
  void nothingPersonalIsLeft(String url, String path) {
    assertThat(PagePath.of(url)).isEqualTo(path);
  }

  @Test
  void aLongPathIsCut() {
    String path = "/part".repeat(40);

    assertThat(PagePath.of("https://shop.example" + path))
        .isEqualTo(path.substring(0, PagePath.LENGTH_MAX));
  }
}
