package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FilePost;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.contract.ChatPlatform;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.contract.TeamChatContract;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/// The pretend desk keeps what real ones must keep, whether it can look or not.
final class MemoryTeamChatContractTest {
  @Nested
  final class ThatCanLook implements TeamChatContract {
    private final Platform platform = new Platform(true);

    @Override
    public ChatPlatform platform() {
      return platform;
    }
  }

  @Nested
  final class ThatCannotLook implements TeamChatContract {
    private final Platform platform = new Platform(false);

    @Override
    public ChatPlatform platform() {
      return platform;
    }
  }

  private record Platform(MemoryTeamChat memory, boolean canLook) implements ChatPlatform {
    private static final Staff BERTIL = new Staff("slack:U0BERTIL", "Bertil", Optional.empty());
    private static final Duration PAUSE = Duration.ofSeconds(7);

    Platform(boolean canLook) {
      this(new MemoryTeamChat(new ManualClock(Samples.NOON)), canLook);
      if (!canLook) {
        memory.cannotLook();
      }
    }

    @Override
    public TeamChat chat() {
      return memory;
    }

    @Override
    public DeskRef desk() {
      return Samples.DESK;
    }

    @Override
    public Staff anna() {
      return Samples.ANNA;
    }

    @Override
    public Staff bertil() {
      return BERTIL;
    }

    @Override
    public int roots() {
      return (int) memory.posts(desk()).stream().filter(Post::isRoot).count();
    }

    @Override
    public String card(ThreadRef thread) {
      return post(new PostRef(thread.value())).orElseThrow();
    }

    @Override
    public List<String> words(ThreadRef thread) {
      return memory.posts(desk()).stream()
          .filter(post -> post.thread().equals(thread) && !post.isRoot())
          .flatMap(post -> post.words().stream())
          .map(ThreadPost::lines)
          .flatMap(List::stream)
          .filter(line -> !line.isEmpty())
          .toList();
    }

    @Override
    public Optional<String> post(PostRef ref) {
      return memory.posts(desk()).stream()
          .filter(post -> post.ref().equals(ref))
          .map(Platform::shown)
          .findFirst();
    }

    private static String shown(Post post) {
      String card = post.card().map(Card::toString).orElse("");
      return post.words()
          .map(words -> words.lines() + words.takenBack() + words.remark())
          .or(() -> post.file().map(Platform::shown))
          .orElse(card);
    }

    private static String shown(FilePost file) {
      return file.name() + file.file().name() + file.open() + file.remark();
    }

    @Override
    public List<String> files(ThreadRef thread) {
      return memory.posts(desk()).stream()
          .filter(post -> post.thread().equals(thread))
          .flatMap(post -> post.file().stream())
          .map(Platform::shown)
          .toList();
    }

    @Override
    public String posted(byte[] bytes, String name) {
      memory.hold(name, bytes);
      return name;
    }

    @Override
    public void withdraw(String reference) {
      memory.drop(reference);
    }

    @Override
    public List<String> seenBy(Staff person) {
      return memory.privates().stream()
          .filter(message -> message.to().equals(person))
          .map(MemoryTeamChat.Private::text)
          .toList();
    }

    @Override
    public int pings() {
      return 0;
    }

    @Override
    public void delete(ThreadRef thread) {
      memory.deleteThread(desk(), thread);
    }

    @Override
    public void failNext(Failure failure) {
      Delivery unknown = new Delivery.Unknown("no answer");
      switch (failure) {
        case REFUSED -> memory.answerNext(new Delivery.Refused("no"));
        case UNKNOWN_AFTER_DOING -> memory.doNextAndAnswer(unknown);
        case TOO_FAST -> memory.answerNext(new Delivery.Later(PAUSE, "rate", ""));
        case AWAY, HANGING -> memory.answerNext(unknown);
      }
    }

    @Override
    public Duration pause() {
      return PAUSE;
    }
  }
}
