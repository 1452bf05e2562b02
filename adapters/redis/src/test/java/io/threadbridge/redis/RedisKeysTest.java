package io.threadbridge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RedisKeysTest {
  private static final DeskRef DESK = new DeskRef("teams:19:a{b}c@thread.tacv2");
  private static final SiteName SITE = new SiteName("shop {1}");
  private static final ThreadRef THREAD = new ThreadRef("1.{2}");

  /// Whoever changes this loses every stored conversation.
  @Test
  void aConversationStaysInItsPartitionForEver() {
    assertThat(RedisKeys.partition(new ConversationId("c-1"))).isEqualTo(PARTITION_OF_C_1);
    assertThat(RedisKeys.conversation(new ConversationId("c-1")))
        .isEqualTo("tb:{" + PARTITION_OF_C_1 + "}:conversation:c-1");
  }

  private static final int PARTITION_OF_C_1 = 62;

  @Test
  void allThatOneScriptTouchesLiesInOneSlot() {
    ConversationId id = new ConversationId("c-1");

    assertThat(RedisKeys.forSave(id).stream().map(SlotHash::getSlot).distinct()).hasSize(1);
    assertThat(SlotHash.getSlot(RedisKeys.thread(DESK, THREAD)))
        .isEqualTo(SlotHash.getSlot(RedisKeys.orphans(DESK, THREAD)));
    assertThat(SlotHash.getSlot(RedisKeys.line(DESK)))
        .isEqualTo(SlotHash.getSlot(RedisKeys.rate(DESK)));
    assertThat(
            Stream.of(RedisKeys.site(SITE), RedisKeys.siteHandled(SITE), RedisKeys.siteWake(SITE))
                .map(SlotHash::getSlot)
                .distinct())
        .hasSize(1);
    assertThat(SlotHash.getSlot(RedisKeys.notes("one")))
        .isEqualTo(SlotHash.getSlot(RedisKeys.noteOrder("one")));
    assertThat(RedisKeys.allSiteWake()).contains(RedisKeys.siteWake(SITE));
  }

  @Test
  void aFenceLiesInTheSlotThatItGuards() {
    for (String key :
        new String[] {
          RedisKeys.conversation(new ConversationId("c-1")),
          RedisKeys.thread(DESK, THREAD),
          RedisKeys.limit("address:1"),
          RedisKeys.CLOCK
        }) {
      assertThat(SlotHash.getSlot(RedisKeys.fence(key))).isEqualTo(SlotHash.getSlot(key));
    }
  }

  @Test
  void conversationsSpreadOverAllPartitions() {
    long used =
        IntStream.range(0, 2_000)
            .map(n -> RedisKeys.partition(new ConversationId("c-" + n)))
            .distinct()
            .count();

    assertThat(used).isEqualTo(RedisKeys.PARTITIONS);
  }
}
