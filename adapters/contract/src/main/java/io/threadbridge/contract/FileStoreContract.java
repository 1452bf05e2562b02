package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.fail;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.FileStore.Kept;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// All that a [FileStore] promises, but for how long.
public interface FileStoreContract extends ConversationKeeper {
  /// The store of files under test, beside [#store()].
  FileStore files();

  @Test
  default void aKeptFileIsReadAgainAsItWas() throws IOException {
    create(ID);
    byte[] bytes = bytes(700_001);

    SharedFile file = kept(ID, "one", bytes);

    assertThat(file)
        .isEqualTo(
            new SharedFile(
                "one", "Boat 🛶.png", "image/png", 700_001, new SharedFile.Source.Kept(ID)));
    assertThat(files().find(ID, "one")).contains(file);
    assertThat(read(ID, "one")).isEqualTo(bytes);
    assertThat(read(ID, "one")).isEqualTo(bytes);
  }

  @Test
  default void aFileThatComesAgainIsNotReadAgain() throws IOException {
    create(ID);
    SharedFile first = kept(ID, "one", bytes(10));

    assertThat(files().keep(ID, "one", "other.png", "image/gif", broken(5), NOON))
        .isEqualTo(new Kept.As(first));
    assertThat(read(ID, "one")).isEqualTo(bytes(10));
  }

  @Test
  default void theLargestFileIsKeptAndALargerOneLeavesNothing() throws IOException {
    create(ID);
    int most = (int) SharedFile.SIZE_MAX;

    assertThat(keep(ID, "large", bytes(most + 1))).isEqualTo(new Kept.TooLarge());
    assertThat(files().find(ID, "large")).isEmpty();
    assertThat(files().open(ID, "large")).isEmpty();
    assertThat(kept(ID, "large", bytes(most)).size()).isEqualTo(most);
    assertThat(read(ID, "large")).isEqualTo(bytes(most));
  }

  @Test
  default void anEmptyFileIsRefused() throws IOException {
    create(ID);

    assertThat(keep(ID, "empty", new byte[0])).isEqualTo(new Kept.Empty());
    assertThat(files().find(ID, "empty")).isEmpty();
  }

  @Test
  default void aConversationHoldsOnlySoManyFiles() throws IOException {
    create(ID);
    for (int number = 0; number < FileStore.FILES_MAX; number++) {
      kept(ID, "file-" + number, bytes(3));
    }

    assertThat(keep(ID, "more", bytes(3))).isEqualTo(new Kept.Full());
    assertThat(files().find(ID, "more")).isEmpty();
    files().forget(ID, "file-0");
    kept(ID, "more", bytes(3));
  }

  @Test
  default void aConversationHoldsOnlySoManyBytes() throws IOException {
    create(ID);
    create(OTHER);
    int most = (int) SharedFile.SIZE_MAX;
    for (int number = 0; number < FileStore.BYTES_MAX / most; number++) {
      kept(ID, "file-" + number, bytes(most));
    }

    assertThat(keep(ID, "more", bytes(1))).isEqualTo(new Kept.Full());
    kept(OTHER, "more", bytes(1));
  }

  @Test
  default void aFileThatBreaksOffLeavesNothingAndMayComeAgain() throws IOException {
    create(ID);

    assertThatIOException()
        .isThrownBy(() -> files().keep(ID, "one", "a.png", "image/png", broken(200_000), NOON));
    assertThat(files().find(ID, "one")).isEmpty();
    kept(ID, "one", bytes(200_001));
    assertThat(read(ID, "one")).isEqualTo(bytes(200_001));
  }

  @Test
  default void noConversationSeesAnothersFiles() throws IOException {
    create(ID);
    create(OTHER);
    kept(ID, "one", bytes(7));

    assertThat(files().find(OTHER, "one")).isEmpty();
    assertThat(files().open(OTHER, "one")).isEmpty();
    files().forget(OTHER, "one");
    assertThat(read(ID, "one")).isEqualTo(bytes(7));
  }

  @Test
  default void aForgottenFileIsGoneAndMayComeAgain() throws IOException {
    create(ID);
    kept(ID, "one", bytes(7));

    files().forget(ID, "one");
    files().forget(ID, "one");

    assertThat(files().find(ID, "one")).isEmpty();
    assertThat(files().open(ID, "one")).isEmpty();
    kept(ID, "one", bytes(8));
    assertThat(read(ID, "one")).isEqualTo(bytes(8));
  }

  @Test
  default void anErasedConversationHasNoFilesAndTakesNone() throws IOException {
    begin(ID);
    kept(ID, "one", bytes(7));
    store().save(saving(2, "erase", new Conversation.Erased(ID, NOON), NOON).build());

    assertThat(files().find(ID, "one")).isEmpty();
    assertThat(files().open(ID, "one")).isEmpty();
    assertThat(keep(ID, "two", bytes(7))).isEqualTo(new Kept.NoConversation());
  }

  @Test
  default void aConversationThatNobodyKnowsTakesNone() throws IOException {
    assertThat(keep(ID, "one", bytes(7))).isEqualTo(new Kept.NoConversation());
    assertThat(files().find(ID, "one")).isEmpty();
  }

  private Kept keep(ConversationId in, String id, byte[] bytes) throws IOException {
    return files().keep(in, id, "Boat 🛶.png", "image/png", new ByteArrayInputStream(bytes), NOON);
  }

  private SharedFile kept(ConversationId in, String id, byte[] bytes) throws IOException {
    return keep(in, id, bytes) instanceof Kept.As(SharedFile file) ? file : fail("not kept");
  }

  private byte[] read(ConversationId in, String id) throws IOException {
    try (InputStream stream = files().open(in, id).orElseThrow()) {
      return stream.readAllBytes();
    }
  }

  /// The same for the same length.
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /// So many bytes, and then the connection is lost.
  private static InputStream broken(int length) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes(length)),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the browser has gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        });
  }
}
