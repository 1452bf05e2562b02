package io.threadbridge.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GzipTest {
  static Stream<byte[]> texts() {
    Random random = new Random(1);
    return Stream.concat(
        Stream.of(
                "",
                "a",
                "aaaaaaaaaaaa",
                "ab".repeat(20_000),
                "x".repeat(258),
                "Привіт 🌲 ".repeat(9))
            .map(text -> text.getBytes(UTF_8)),
        Stream.of(1, 2, 3, 60, 257, 300).map(range -> bytes(random, range)));
  }

  private static byte[] bytes(Random random, int range) {
    byte[] bytes = new byte[5_000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) random.nextInt(range);
    }
    return bytes;
  }

  @MethodSource("texts")
  @ParameterizedTest
  void everyTextComesBackAsItWas(byte[] text) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Gzip.of(text)))) {
      assertThat(in.readAllBytes()).isEqualTo(text);
    }
  }

  @Test
  void theWidgetIsSmallerThanTheJdkMakesIt() throws IOException {
    byte[] script = new WidgetFiles().at("widget/frame.js").orElseThrow().plain();
    ByteArrayOutputStream usual = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(usual)) {
      gzip.write(script);
    }
    byte[] ours = Gzip.of(script);

    assertThat(ours.length).isLessThan(usual.size() * 99 / 100);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(ours))) {
      assertThat(in.readAllBytes()).isEqualTo(script);
    }
  }
}
