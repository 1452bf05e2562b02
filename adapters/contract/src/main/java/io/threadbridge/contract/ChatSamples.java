package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// What tests of chat platforms post.
final class ChatSamples {
  private ChatSamples() {}

  static PostRef done(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Done.class);
    return ((Delivery.Done) delivery).post();
  }

  static Card card(String status) {
    return new Card(
        "Blue Heron",
        "Do you rent boats?",
        List.of("Language: fi"),
        status,
        Card.Tone.WAITING,
        NOON,
        "Waiting since",
        List.of(take()),
        "Blue Heron: " + status,
        Optional.of(new Card.Link("https://shop.example/boats", "Boats")));
  }

  static Card.Action take() {
    return new Card.Action(Card.Deed.TAKE, "Take it", true);
  }

  /// A file that is no picture.
  static FilePost paper(String name) {
    byte[] bytes = bytes(900);
    return file(name, "application/pdf", bytes.length, () -> opened(bytes));
  }

  /// A file of Blue Heron's.
  static FilePost file(String name, String type, int size, Supplier<FileBytes> bytes) {
    SharedFile file =
        new SharedFile("file-1", name, type, size, new SharedFile.Source.Kept(Samples.ID));
    URI link = URI.create("https://chat.example/files/sealed");
    return new FilePost("Blue Heron", file, bytes, link, "Open " + name, Optional.empty());
  }

  static FileBytes opened(byte[] bytes) {
    InputStream stream = new ByteArrayInputStream(bytes);
    return new FileBytes.Open(stream);
  }

  /// The same for the same length.
  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
