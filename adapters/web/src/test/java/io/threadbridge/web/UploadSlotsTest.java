package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UploadSlotsTest {
  private final UploadSlots slots = new UploadSlots(FileLimits.DEFAULT);

  private static ClientAddress address(int last) throws UnknownHostException {
    return ClientAddress.of(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last}));
  }

  private static ConversationId visitor(int number) {
    return new ConversationId("c-" + number);
  }

  @Test
  void aVisitorAnAddressAndAllTogetherHaveSoManyPlaces() throws UnknownHostException {
    List<UploadSlots.Slot> taken = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      taken.add(slots.take(visitor(1), address(1)).orElseThrow());
    }
    assertThat(slots.take(visitor(1), address(1))).isEmpty();
    for (int number = 3; number < 8; number++) {
      taken.add(slots.take(visitor(number), address(1)).orElseThrow());
    }
    assertThat(slots.take(visitor(20), address(1))).isEmpty();
    for (int number = 8; number < 32; number++) {
      taken.add(slots.take(visitor(number), address(number)).orElseThrow());
    }
    assertThat(slots.take(visitor(99), address(99))).isEmpty();

    taken.getFirst().close();
    assertThat(slots.take(visitor(1), address(1))).isPresent();
  }

  @Test
  void behindAProxyThatSaysNothingAddressesAreNotToldApart() {
    ClientAddress proxy = ClientAddress.of(InetAddress.getLoopbackAddress());
    for (int number = 0; number < 32; number++) {
      assertThat(slots.take(visitor(number), proxy)).isPresent();
    }
  }
}
