package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static io.threadbridge.redis.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.FileStore.Kept;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What no caller of [FileStore] sees: nothing is left of a file that is not kept, and of one that
/// is not for ever, on either kind of Redis.
abstract class FileStoreEdges {
  private final RedisConnections redis;
  private final RedisFileStore files;
  private final RedisConversationStore store;

  FileStoreEdges(RedisConnections redis) {
    this.redis = redis;
    this.files = new RedisFileStore(redis);
    this.store = new RedisConversationStore(redis);
  }

  @BeforeEach
  void aConversation() {
    store.create(Given.notStarted(ID), NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void aKeptFileGoesByItselfAfterItsTime() throws IOException {
    keep("one", RedisFileStore.PIECE_BYTES * 2);
    assertThat(pieces()).isEqualTo(2);
    assertThat(livesOf(RedisKeys.files(ID)).getFirst()).isLessThanOrEqualTo(Duration.ofDays(1));

    store.save(step(1, "say:s1").append(Given.words(1)).save());
    assertThat(livesOf(RedisKeys.files(ID), RedisKeys.bytes(ID)))
        .allSatisfy(left -> assertThat(left).isBetween(Duration.ofDays(6), FileStore.KEPT));
  }

  @Test
  void whatIsNotKeptLeavesNoPieces() throws IOException {
    assertThat(keep("large", (int) SharedFile.SIZE_MAX + 1)).isEqualTo(new Kept.TooLarge());
    assertThatIOException()
        .isThrownBy(() -> files.keep(ID, "broken", "a", "image/png", breaksAfter(3), NOON));
    assertThat(pieces()).isZero();

    keep("one", 10);
    files.forget(ID, "one");
    assertThat(pieces()).isZero();
  }

  @Test
  void anErasedConversationLeavesNoPieces() throws IOException {
    keep("one", 10);

    store.save(new Given.Step(1, "erase", new Conversation.Erased(ID, NOON), NOON).save());

    assertThat(pieces()).isZero();
    assertThat(livesOf(RedisKeys.files(ID))).containsExactly(Duration.ofMillis(-2));
  }

  @Test
  void aConversationThatIsForgottenEarlierTakesItsFilesAlong() throws IOException {
    keep("one", 10);

    store.save(step(1, "close").expire(Duration.ofHours(2)).save());

    assertThat(livesOf(RedisKeys.files(ID), RedisKeys.bytes(ID)))
        .allSatisfy(left -> assertThat(left).isLessThanOrEqualTo(Duration.ofHours(2)));
  }

  @Test
  void ofTwoUploadsOfTheSameFileOneIsKeptAndNeverAMixture()
      throws IOException, InterruptedException, ExecutionException {
    int length = RedisFileStore.PIECE_BYTES * 5;
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Kept>> answers = new ArrayList<>();
      for (byte letter : new byte[] {'a', 'b'}) {
        answers.add(
            both.submit(() -> files.keep(ID, "one", "a", "image/png", of(letter, length), NOON)));
      }
      assertThat(answers.getFirst().get()).isEqualTo(answers.getLast().get());
    }

    byte[] read = files.open(ID, "one").orElseThrow().readAllBytes();
    assertThat(read).hasSize(length).containsOnly(read[0]);
    assertThat(pieces()).isEqualTo(5);
  }

  private Kept keep(String id, int length) throws IOException {
    return files.keep(ID, id, "a", "image/png", of((byte) 'x', length), NOON);
  }

  private static InputStream of(byte letter, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, letter);
    return new ByteArrayInputStream(bytes);
  }

  /// So many whole pieces, and then the connection is lost.
  private static InputStream breaksAfter(int pieces) {
    return new InputStream() {
      private int left = pieces * RedisFileStore.PIECE_BYTES;

      @Override
      public int read() throws IOException {
        left--;
        if (left < 0) {
          throw new IOException("the browser has gone");
        }
        return 'x';
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        target[offset] = (byte) read();
        return 1;
      }
    };
  }

  private long pieces() {
    return Replies.await(redis.commands().hlen(RedisKeys.bytes(ID)));
  }

  /// -2 ms for a key that is not there.
  private List<Duration> livesOf(String... keys) {
    List<Duration> lives = new ArrayList<>();
    for (String key : keys) {
      lives.add(Duration.ofMillis(Replies.await(redis.commands().pttl(key))));
    }
    return lives;
  }
}
