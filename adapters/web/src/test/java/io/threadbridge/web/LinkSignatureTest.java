package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LinkSignatureTest {
  private static final LinkSignature OURS = signature("a secret of enough bytes");

  /// HMAC-SHA-256 of the lines, computed elsewhere.
  private static final String SIGNED = "6VG_-sQAIHHhGZOA8C41pVsBH5fXYxuvLnNsf3Zt3pA";

  private static LinkSignature signature(String secret) {
    return new LinkSignature(secret.getBytes(UTF_8));
  }

  /// Mails with links are out there: what was signed once stays signed.
  @Test
  void aSignatureIsTheSameInEveryVersion() {
    assertThat(OURS.of("BACK", "2064225600", "c-1")).isEqualTo(SIGNED);
    assertThat(OURS.isOf(SIGNED, "BACK", "2064225600", "c-1")).isTrue();
  }

  @Test
  void itIsGoodForTheseLinesToTheLetter() {
    assertThat(OURS.isOf(SIGNED, "STOP_MAIL", "2064225600", "c-1")).isFalse();
    assertThat(OURS.isOf(SIGNED, "BACK", "2064225601", "c-1")).isFalse();
    assertThat(OURS.isOf(SIGNED, "BACK", "2064225600", "c-2")).isFalse();
    assertThat(OURS.isOf(SIGNED, "BACK", "2064225600")).isFalse();
    assertThat(signature("another secret, also long").isOf(SIGNED, "BACK", "2064225600", "c-1"))
        .isFalse();
  }

  @Test
  void anotherWayToWriteTheSameBytesIsNoSignature() {
    for (String other : new String[] {"", SIGNED + "=", SIGNED + "A", SIGNED.substring(1), "ä"}) {
      assertThat(OURS.isOf(other, "BACK", "2064225600", "c-1")).isFalse();
    }
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> signature("x".repeat(LinkSignature.SECRET_BYTES_MIN - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
