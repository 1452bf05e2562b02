package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.web.WebClient.Opened;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VisitorCrowdIT {
  private static final int VISITORS = 300;
  private static final int LARGE_ANSWERS = 400;

  private Program program;
  private World world;
  private WebClient web;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    world = program.world;
    web = new WebClient(program.url);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void threeHundredVisitorsAtOnceAreEachAnsweredOnceAndInOrder() {
    List<Opened> opened = new ArrayList<>();
    List<SocketClient> tabs = new ArrayList<>();
    for (int i = 0; i < VISITORS; i++) {
      opened.add(web.open());
      tabs.add(web.tab(opened.get(i), 0));
    }
    Eventually.holds(() -> world.connections.size() == VISITORS);
    tabs.forEach(tab -> tab.say("a-1", "Hello"));
    for (int i = 0; i < VISITORS; i++) {
      assertThat(tabs.get(i).next("accepted").path("seq").intValue()).isEqualTo(1);
      world.staffWrites(opened.get(i).conversation(), "p1", "One.");
      world.staffWrites(opened.get(i).conversation(), "p2", "Two.");
    }
    for (SocketClient tab : tabs) {
      for (int seq = 1; seq <= 3; seq++) {
        assertThat(tab.next("message").path("seq").intValue()).isEqualTo(seq);
      }
    }
    tabs.forEach(SocketClient::cut);
    Eventually.holds(() -> world.connections.size() == 0);
  }

  /// A browser that never reads: its line fills up and blocks, is cut, and nobody else waits for
  /// it.
  @Test
  void whoTakesNothingIsCutAndHoldsUpNobody() throws IOException {
    Opened opened = web.open();
    SocketClient quick = web.tab(opened, 0);
    quick.next("availability");
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), program.url.getPort()));
      greetAndReadNoMore(deaf, opened.token());
      Eventually.holds(() -> world.connections.size() == 2);
      quick.say("a-1", "Hello");
      quick.next("message");
      for (int i = 0; i < LARGE_ANSWERS; i++) {
        world.staffWrites(opened.conversation(), "p" + i, "ä".repeat(3_900) + i);
        assertThat(quick.next("message").path("seq").intValue()).isEqualTo(i + 2);
      }
      Eventually.holds(
          () -> {
            world.clock.advance(Duration.ofSeconds(1));
            quick.rest();
            world.beat();
            return world.connections.size() == 1;
          });
    }
    assertThat(quick.rest()).isEmpty();
  }

  /// A handshake and a masked `hello`, by hand.
  private void greetAndReadNoMore(Socket socket, String token) throws IOException {
    String handshake =
        """
        GET /visitor/v1/socket HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
            .replace("\n", "\r\n");
    String hello = "{\"type\":\"hello\",\"token\":\"" + token + "\",\"after\":0}";
    byte[] words = hello.getBytes(StandardCharsets.US_ASCII);
    assertThat(words.length).isLessThan(126);
    OutputStream out = socket.getOutputStream();
    out.write(handshake.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    out.write(new byte[] {(byte) 0x81, (byte) (0x80 | words.length), 0, 0, 0, 0});
    out.write(words);
    out.flush();
  }
}
