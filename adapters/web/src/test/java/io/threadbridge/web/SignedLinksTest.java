package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.port.VisitorLinks;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.web.SignedLinks.Purpose;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedLinksTest {
  private final ManualClock clock = new ManualClock(Samples.NOON);
  private final SignedLinks links = links("a secret of enough bytes");

  private SignedLinks links(String secret) {
    return new SignedLinks(URI.create("https://chat.example/"), secret.getBytes(UTF_8), clock);
  }

  private String token() {
    return links.back(Samples.ID).getQuery().substring("t=".length());
  }

  @Test
  void aLinkOpensItsConversationOnOurOrigin() {
    assertThat(links.back(Samples.ID))
        .asString()
        .startsWith("https://chat.example/visitor/v1/back?t=");
    assertThat(links.open(Purpose.BACK, token())).contains(Samples.ID);
  }

  @Test
  void aLinkForOneThingIsGoodForNoOther() {
    assertThat(links.open(Purpose.STOP_MAIL, token())).isEmpty();
    String stop = links.stopMail(Samples.ID).getQuery().substring("t=".length());
    assertThat(links.open(Purpose.STOP_MAIL, stop)).contains(Samples.ID);
    assertThat(links.open(Purpose.BACK, stop)).isEmpty();
  }

  @Test
  void itWorksForThirtyDaysAndNotAMillisecondLonger() {
    String token = token();
    clock.set(Samples.NOON.plus(VisitorLinks.LIFE).minusMillis(1));
    assertThat(links.open(Purpose.BACK, token)).isPresent();
    clock.set(Samples.NOON.plus(VisitorLinks.LIFE));
    assertThat(links.open(Purpose.BACK, token)).isEmpty();
  }

  @Test
  void nobodyElseCanMakeOne() {
    assertThat(links("another secret, also long").open(Purpose.BACK, token())).isEmpty();
    String[] parts = token().split("\\.", -1);
    long later = Long.parseLong(parts[0]) + 1;
    assertThat(links.open(Purpose.BACK, later + "." + parts[1] + "." + parts[2])).isEmpty();
    String other = parts[0] + "." + Samples.OTHER.value() + "." + parts[2];
    assertThat(links.open(Purpose.BACK, other)).isEmpty();
    assertThat(links.open(Purpose.BACK, parts[0] + "." + parts[1] + ".")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "1.a.b", "-1.a.b", "1.a b.c", "99999999999999.a.b", "1.a.ä"})
  void whatIsNoTokenOpensNothing(String token) {
    assertThat(links.open(Purpose.BACK, token)).isEmpty();
    assertThat(links.open(Purpose.BACK, token + "x".repeat(300))).isEmpty();
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> links("short")).isInstanceOf(IllegalArgumentException.class);
  }
}
