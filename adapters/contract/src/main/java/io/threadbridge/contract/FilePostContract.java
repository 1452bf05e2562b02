package io.threadbridge.contract;

import static io.threadbridge.contract.ChatSamples.bytes;
import static io.threadbridge.contract.ChatSamples.card;
import static io.threadbridge.contract.ChatSamples.done;
import static io.threadbridge.contract.ChatSamples.file;
import static io.threadbridge.contract.ChatSamples.opened;
import static io.threadbridge.contract.ChatSamples.paper;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.contract.ChatPlatform.Failure;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a [io.threadbridge.bridge.port.TeamChat] promises of files, on whatever platform.
public interface FilePostContract {
  /// Names that platforms make something of.
  String DIFFICULT_NAME = "*price* <@U0ANNA> & @here [a](b).pdf";

  /// A picture of one pixel.
  String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /// The platform under test; nothing stands on its desk before each test.
  ChatPlatform platform();

  private ThreadRef begin() {
    Delivery root = platform().chat().openThread(platform().desk(), "c:1.1", card("waiting"));
    return new ThreadRef(done(root).value());
  }

  private Delivery post(ThreadRef thread, String batch, FilePost file) {
    return platform().chat().postFile(platform().desk(), thread, batch, file);
  }

  @Test
  default void aFileStandsInTheThreadUnderItsSendersNameAndIsTakenBackAsOftenAsOneLikes() {
    ThreadRef thread = begin();
    byte[] picture = Base64.getDecoder().decode(PICTURE);
    PostRef first =
        done(
            post(
                thread,
                "c:2.1",
                file("photo.png", "image/png", picture.length, () -> opened(picture))));
    done(post(thread, "c:3.1", paper(DIFFICULT_NAME)));

    assertThat(platform().files(thread))
        .satisfiesExactly(
            text -> assertThat(text).contains("Blue Heron", "photo.png"),
            text -> assertThat(text).contains("Blue Heron", DIFFICULT_NAME));
    assertThat(platform().pings()).isZero();
    assertThat(platform().roots()).isEqualTo(1);

    done(platform().chat().takeBack(platform().desk(), thread, first));
    done(platform().chat().takeBack(platform().desk(), thread, first));
    assertThat(platform().files(thread))
        .singleElement()
        .satisfies(text -> assertThat(text).contains(DIFFICULT_NAME));
    assertThat(platform().post(first)).isEmpty();
  }

  @Test
  default void aRemarkStandsOnAFileToo() {
    ThreadRef thread = begin();
    FilePost plain = paper("list.pdf");
    FilePost marked =
        new FilePost(
            plain.name(),
            plain.file(),
            plain.bytes(),
            plain.link(),
            plain.open(),
            Optional.of("twice?"));
    PostRef post = done(post(thread, "c:2.1~2", marked));

    assertThat(platform().post(post)).hasValueSatisfying(t -> assertThat(t).contains("twice?"));
  }

  @Test
  default void aFileThatWasPostedThoughNobodyKnewIsFoundByItsBatchOrCannotBeLookedFor() {
    ThreadRef thread = begin();
    platform().failNext(Failure.UNKNOWN_AFTER_DOING);
    assertThat(post(thread, "c:2.1", paper("list.pdf"))).isInstanceOf(Delivery.Unknown.class);
    assertThat(platform().files(thread)).hasSize(1);

    Delivery found = platform().chat().findPost(platform().desk(), thread, "c:2.1", NOON);
    if (platform().canLook()) {
      assertThat(platform().post(done(found)))
          .hasValueSatisfying(text -> assertThat(text).contains("list.pdf"));
    } else {
      assertThat(found).isEqualTo(new Delivery.CannotLook());
    }
  }

  @Test
  default void aFileWhoseBytesAreGoneIsStillTold() {
    ThreadRef thread = begin();
    PostRef post =
        done(
            post(
                thread,
                "c:2.1",
                file("photo.png", "image/png", 900, () -> new FileBytes.Gone("deleted"))));

    assertThat(platform().files(thread))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("Blue Heron", "photo.png"));
    assertThat(platform().post(post))
        .hasValueSatisfying(text -> assertThat(text).contains("Open photo.png"));
  }

  @Test
  default void aFileWhoseBytesBreakOffIsStillTold() {
    ThreadRef thread = begin();
    done(
        post(
            thread,
            "c:2.1",
            file("photo.png", "image/png", 900, () -> new FileBytes.Open(broken()))));

    assertThat(platform().files(thread))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("Blue Heron", "photo.png"));
  }

  @Test
  default void aFileWhoseBytesComeLaterIsPostedLater() {
    ThreadRef thread = begin();
    FileBytes later = new FileBytes.Later(Duration.ofSeconds(9), "busy");

    assertThat(post(thread, "c:2.1", file("photo.png", "image/png", 900, () -> later)))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            told -> assertThat(told.after()).isEqualTo(Duration.ofSeconds(9)));
    assertThat(platform().files(thread)).isEmpty();
  }

  @Test
  default void whateverIsOpenedIsClosed() {
    ThreadRef thread = begin();
    AtomicInteger open = new AtomicInteger();
    byte[] picture = Base64.getDecoder().decode(PICTURE);
    done(
        post(
            thread,
            "c:2.1",
            file(
                "photo.png",
                "image/png",
                picture.length,
                () -> {
                  open.incrementAndGet();
                  return new FileBytes.Open(closing(picture, open));
                })));

    assertThat(open).hasValue(0);
  }

  @Test
  default void aFileIntoAThreadThatIsGoneStandsNowhere() {
    ThreadRef thread = begin();
    platform().delete(thread);

    assertThat(post(thread, "c:2.1", paper("list.pdf"))).isEqualTo(new Delivery.ThreadGone());
    assertThat(platform().roots()).isZero();
  }

  @Test
  default void whatAPersonPostedIsReadAsItWas() throws IOException {
    byte[] bytes = bytes(300_001);
    String reference = platform().posted(bytes, "plan.png");

    assertThat(platform().chat().open(platform().desk(), reference))
        .isInstanceOfSatisfying(
            FileBytes.Open.class, open -> assertThat(open.stream()).hasBinaryContent(bytes));
    try (InputStream again = again(reference)) {
      assertThat(again).hasBinaryContent(bytes);
    }
  }

  private InputStream again(String reference) {
    return ((FileBytes.Open) platform().chat().open(platform().desk(), reference)).stream();
  }

  @Test
  default void whatIsNoLongerThereIsGone() {
    String reference = platform().posted(bytes(10), "plan.png");
    platform().withdraw(reference);

    assertThat(platform().chat().open(platform().desk(), reference))
        .isInstanceOf(FileBytes.Gone.class);
  }

  private static InputStream closing(byte[] bytes, AtomicInteger open) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  /// Half of it, and then nothing more can be read.
  private static InputStream broken() {
    return new FilterInputStream(new ByteArrayInputStream(bytes(450))) {
      @Override
      public int read() throws IOException {
        return orBreak(super.read());
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return orBreak(super.read(into, from, length));
      }
    };
  }

  private static int orBreak(int read) throws IOException {
    if (read < 0) {
      throw new IOException("the store has gone");
    }
    return read;
  }
}
