package io.threadbridge.memory;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.memory.MemoryTeamChat.Post;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MemoryTeamChatTest {
  private static final Delivery UNKNOWN = new Delivery.Unknown("no answer");
  private static final ThreadPost WORDS = words("Are you open?");

  private final ManualClock clock = new ManualClock(NOON);
  private final MemoryTeamChat chat = new MemoryTeamChat(clock);

  @Test
  void aThreadBeginsWithItsCardAndHoldsItsPostsInOrder() {
    ThreadRef thread = open("batch-1");
    chat.post(DESK, thread, "batch-2", WORDS);

    assertThat(chat.posts(DESK)).extracting(Post::batch).containsExactly("batch-1", "batch-2");
    assertThat(chat.posts(DESK)).extracting(Post::isRoot).containsExactly(true, false);
    assertThat(chat.posts(DESK).getLast().words()).contains(WORDS);
    assertThat(chat.posts(OTHER_DESK)).isEmpty();
  }

  @Test
  void whatItIsToldToAnswerItAnswersOnceWithoutDoingAnything() {
    chat.answerNext(UNKNOWN);

    assertThat(chat.openThread(DESK, "batch-1", card("Waiting"))).isEqualTo(UNKNOWN);
    assertThat(chat.posts(DESK)).isEmpty();
    assertThat(chat.openThread(DESK, "batch-1", card("Waiting"))).isInstanceOf(Delivery.Done.class);
    assertThat(chat.calls()).isEqualTo(2);
  }

  @Test
  void itCanDoThePostAndYetSayThatNobodyKnows() {
    chat.doNextAndAnswer(UNKNOWN);

    assertThat(chat.openThread(DESK, "batch-1", card("Waiting"))).isEqualTo(UNKNOWN);
    assertThat(chat.findThread(DESK, "batch-1", NOON))
        .isEqualTo(new Delivery.Done(chat.posts(DESK).getFirst().ref()));
  }

  @Test
  void aLookUpFindsOnlyItsBatchInItsPlaceSinceItsMoment() {
    ThreadRef thread = open("batch-1");
    chat.post(DESK, thread, "batch-2", WORDS);

    assertThat(chat.findPost(DESK, thread, "batch-2", NOON)).isInstanceOf(Delivery.Done.class);
    assertThat(chat.findPost(DESK, thread, "batch-2", NOON.plusMillis(1)))
        .isEqualTo(new Delivery.Absent());
    assertThat(chat.findThread(DESK, "batch-2", NOON)).isEqualTo(new Delivery.Absent());
    assertThat(chat.findThread(OTHER_DESK, "batch-1", NOON)).isEqualTo(new Delivery.Absent());
  }

  @Test
  void postsAndCardsAreWrittenAnewInPlace() {
    ThreadRef thread = open("batch-1");
    chat.post(DESK, thread, "batch-2", WORDS);
    PostRef post = chat.posts(DESK).getLast().ref();
    chat.rewrite(DESK, thread, post, words("Are you open today?"));
    chat.showCard(DESK, thread, card("Closed"));

    assertThat(chat.posts(DESK)).hasSize(2);
    assertThat(chat.posts(DESK).getFirst().card()).contains(card("Closed"));
    assertThat(chat.posts(DESK).getLast().words()).contains(words("Are you open today?"));
    assertThat(chat.rewrite(DESK, thread, new PostRef("none"), WORDS))
        .isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void nothingCanBeDoneInADeletedThread() {
    ThreadRef thread = open("batch-1");
    chat.deleteThread(DESK, thread);

    assertThat(chat.post(DESK, thread, "batch-2", WORDS)).isEqualTo(new Delivery.ThreadGone());
    assertThat(chat.showCard(DESK, thread, card("Closed"))).isEqualTo(new Delivery.ThreadGone());
    assertThat(chat.posts(DESK)).isEmpty();
  }

  @Test
  void hintsMessagesAndNotesAreRecorded() {
    ThreadRef thread = open("batch-1");
    chat.hint(DESK, thread, ANNA, "Closed");
    chat.tell(DESK, thread, ANNA, "Back again");
    chat.confirmNote(DESK, thread, new PostRef("1.9"), ANNA, "A note");

    assertThat(chat.privates())
        .containsExactly(
            new MemoryTeamChat.Private(thread, ANNA, "Closed", false),
            new MemoryTeamChat.Private(thread, ANNA, "Back again", true));
    assertThat(chat.notes()).containsExactly(new PostRef("1.9"));
  }

  private ThreadRef open(String batch) {
    chat.openThread(DESK, batch, card("Waiting"));
    return chat.posts(DESK).getLast().thread();
  }

  private static ThreadPost words(String line) {
    return new ThreadPost("Blue Heron", List.of(line), "taken back");
  }

  private static Card card(String status) {
    return new Card(
        "Blue Heron",
        "Hello",
        List.of(),
        status,
        Card.Tone.WAITING,
        NOON,
        "Waiting since",
        List.of(),
        status,
        Optional.empty());
  }
}
