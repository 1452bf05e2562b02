package io.threadbridge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a mail when the server refuses, breaks off or says nothing.
final class MailFaultsTest {
  private static Delivery sent(String command, String answer) throws IOException {
    try (BadServer server = new BadServer(Map.of(command, answer))) {
      return Given.mailTo(server.port()).send(Given.mail("m1", "Yes."));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user andriy@visitor.example",
    "RCPT, 553 5.1.3 bad",
    "DATA, 554 no",
    "., 554 spam",
  })
  void whatIsRefusedForGoodIsNotTriedAgainAndTheAddressIsNotTold(String command, String answer)
      throws IOException {
    Delivery delivery = sent(command, answer);

    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(delivery.toString()).doesNotContain("andriy").contains(answer.substring(0, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "hello, 554 go away",
    "hello, cut",
    "hello, silence",
    "EHLO, cut",
    "MAIL, 550 not you",
    "MAIL, 451 busy",
    "RCPT, 450 grey",
    "RCPT, cut",
    "RCPT, silence",
    "DATA, 451 busy",
    "DATA, cut",
    "DATA, silence",
    "., 452 full"
  })
  void whatCertainlyDidNotArriveComesLater(String command, String answer) throws IOException {
    assertThat(sent(command, answer)).isInstanceOf(Delivery.Later.class);
  }

  @ParameterizedTest
  @CsvSource({"., cut", "., silence", "., nonsense"})
  void whenTheWholeMailWasSentAndNoAnswerCameNobodyKnows(String command, String answer)
      throws IOException {
    assertThat(sent(command, answer)).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void theRepeatOfAnUnknownMailHasTheSameMessageId() throws IOException {
    try (BadServer server = new BadServer(Map.of(".", "cut"))) {
      for (int i = 0; i < 2; i++) {
        assertThat(Given.mailTo(server.port()).send(Given.mail("m1", "Yes.")))
            .isInstanceOf(Delivery.Unknown.class);
      }
      List<String> ids = server.heard("Message-ID:");
      assertThat(ids).hasSize(2);
      assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }
  }

  @Test
  void whatTheServerSaysToOurGoodbyeChangesNothing() throws IOException {
    assertThat(sent("QUIT", "cut")).isInstanceOf(Delivery.Done.class);
  }

  @Test
  void aServerThatIsNotThereIsAskedAgain() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(Given.mailTo(port).send(Given.mail("m1", "Yes.")))
        .isInstanceOf(Delivery.Later.class);
  }
}
