package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.VisitorDoor.Answer;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilesTest {
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");
  private static final byte[] PICTURE = "a picture".getBytes(UTF_8);
  private static final byte[] PLAN = "a plan".getBytes(UTF_8);

  private final World world = new World();

  @Test
  void filesStandBehindTheWordsWithWhichTheyCame() {
    world.show("say-1", "", "photo.png", PICTURE);
    world.look();
    world.show("say-2", "And this?", "other.png", PLAN);
    world.workFor(World.A_WHILE);

    assertThat(world.onTheDesk())
        .containsExactly("📎 photo.png · 9 B", "And this?\n📎 other.png · 6 B");
    assertThat(world.filesOnTheDesk()).containsExactly("photo.png", "other.png");
    assertThat(posted("photo.png")).isEqualTo(PICTURE);
    assertThat(posted("other.png")).isEqualTo(PLAN);
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void whatAPersonPostsTheVisitorReads() {
    world.say("Where is it?");
    world.look();
    world.answerWith("a1", "", "plan.png", PLAN);
    world.workFor(World.A_WHILE);

    assertThat(world.atTheVisitor()).containsExactly("");
    assertThat(world.read("plan.png")).hasValue(PLAN);
    assertThat(world.read("photo.png")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileStandsOnceWhateverBecameOfTheCall(boolean canLook) {
    if (!canLook) {
      world.chat.cannotLook();
    }
    world.say("Look");
    world.look();
    world.show("say-2", "here", "photo.png", PICTURE);
    stepOverThePostOfWords();
    world.chat.doNextAndAnswer(UNKNOWN);
    world.workFor(World.A_WHILE);

    List<String> stands = world.filesOnTheDesk();
    assertThat(stands).hasSize(canLook ? 1 : 2);
    assertThat(remarks()).hasSize(canLook ? 0 : 1);
    assertThat(world.owesNothing()).isTrue();
  }

  /// One step of the lane: the words, not yet the file.
  private void stepOverThePostOfWords() {
    world.deskStep();
    assertThat(world.filesOnTheDesk()).isEmpty();
    assertThat(world.onTheDesk()).hasSize(2);
  }

  private List<String> remarks() {
    return world.chat.posts(DESK).stream()
        .flatMap(post -> post.file().stream())
        .flatMap(shown -> shown.remark().stream())
        .toList();
  }

  @Test
  void aFileThatIsRefusedHoldsUpNothingAndTheStaffAreTold() {
    world.say("Look");
    world.look();
    world.show("say-2", "here", "photo.png", PICTURE);
    stepOverThePostOfWords();
    world.chat.answerNext(new Delivery.Refused("too odd"));
    world.say("Well?");
    world.workFor(World.A_WHILE);

    assertThat(world.filesOnTheDesk()).isEmpty();
    assertThat(world.onTheDesk()).contains("Well?");
    assertThat(notices()).anyMatch(text -> text.contains("PERHAPS_MISSING"));
    assertThat(world.owesNothing()).isTrue();
  }

  private Stream<String> texts(Post post) {
    return post.words().stream().flatMap(words -> words.lines().stream());
  }

  private List<String> notices() {
    return world.chat.posts(DESK).stream().flatMap(this::texts).toList();
  }

  @Test
  void whatIsTakenBackIsGoneEverywhere() {
    world.show("say-1", "Look", "photo.png", PICTURE);
    world.workFor(World.A_WHILE);
    assertThat(world.filesOnTheDesk()).hasSize(1);

    world.delete(1);
    world.workFor(World.A_WHILE);

    assertThat(world.filesOnTheDesk()).isEmpty();
    assertThat(world.read("photo.png")).isEmpty();
    assertThat(world.isKept("photo.png")).isFalse();
  }

  @Test
  void whatIsTakenBackOnItsWayDoesNotStay() {
    world.say("Look");
    world.look();
    int seq = seq(world.show("say-2", "here", "photo.png", PICTURE));
    stepOverThePostOfWords();
    world.chat.doNextAndAnswer(UNKNOWN);
    world.deskStep();
    assertThat(world.filesOnTheDesk()).hasSize(1);

    world.delete(seq);
    world.workFor(World.A_WHILE);

    assertThat(world.filesOnTheDesk()).isEmpty();
    assertThat(world.owesNothing()).isTrue();
  }

  @Test
  void aRepeatedMessageKeepsItsFileAndAnUnknownFileIsRefused() {
    Answer first = world.show("say-1", "Look", "photo.png", PICTURE);

    assertThat(world.show("say-1", "Look", "photo.png", PICTURE)).isEqualTo(first);
    assertThat(world.sayWith("say-2", "Look", List.of("nobody-sent-it")))
        .isEqualTo(new Answer.Refused("file"));
    assertThat(world.sayWith("say-3", "", List.of())).isEqualTo(new Answer.Refused("empty"));
  }

  @Test
  void aWorkerThatDiesBeforeTheOutcomeIsSavedDoublesNothing() {
    world.say("Look");
    world.look();
    world.show("say-2", "here", "photo.png", PICTURE);
    stepOverThePostOfWords();
    world.between.dieAfter("postFile");
    world.workFor(World.A_WHILE);

    assertThat(world.filesOnTheDesk()).containsExactly("photo.png");
    assertThat(world.laneStep(Lane.DIRECT)).isFalse();
    assertThat(world.owesNothing()).isTrue();
  }

  private byte[] posted(String name) {
    return world.chat.posts(DESK).stream()
        .flatMap(post -> post.file().stream())
        .filter(shown -> shown.file().name().equals(name))
        .map(shown -> shown.bytes().get())
        .map(FileBytes.Open.class::cast)
        .map(World::whole)
        .findFirst()
        .orElseThrow();
  }

  private static int seq(Answer answer) {
    return Optional.of(answer)
        .filter(Answer.Accepted.class::isInstance)
        .map(accepted -> ((Answer.Accepted) accepted).seq())
        .orElseThrow();
  }
}
