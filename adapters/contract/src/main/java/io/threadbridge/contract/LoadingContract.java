package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Saved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is loaded is what was saved.
public interface LoadingContract extends ConversationKeeper {
  @Test
  default void nobodyIsFoundUnderAnUnknownName() {
    create(ID);

    assertThat(store().load(OTHER, new About.Nothing(), NOON)).isEmpty();
    assertThat(store().transcript(OTHER, 0, 10)).isEmpty();
    assertThat(posts().postHolding(OTHER, 1)).isEmpty();
  }

  @Test
  default void aNewConversationIsLoadedAsItWasCreatedWithVersionOne() {
    Conversation.NotStarted full = new Conversation.NotStarted(Samples.fullOpening(ID, NOON));
    store().create(full, NOON.plusSeconds(3600));

    assertThat(loaded(ID, NOON).conversation()).isEqualTo(full);
    assertThat(loaded(ID, NOON).version()).isEqualTo(1);
    assertThat(loaded(ID, NOON).about()).isEmpty();
    assertThat(transcript(ID)).isEmpty();
  }

  @Test
  default void creatingTwiceIsHarmless() {
    begin(ID, new Effect.OpenThread());
    store().create(Samples.notStarted(ID, NOON.plusSeconds(5)), NOON.plusSeconds(6));

    assertThat(loaded(ID, NOON.plusSeconds(7)).version()).isEqualTo(2);
    assertThat(loaded(ID, NOON.plusSeconds(7)).conversation())
        .isEqualTo(Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60)));
    assertThat(transcript(ID)).hasSize(1);
  }

  @Test
  default void everyStateIsLoadedAsItWasSaved() {
    AtomicInteger number = new AtomicInteger();
    List<ConversationId> ids =
        Samples.everyStartedState(ID, NOON).stream()
            .map(_ -> new ConversationId("state-" + number.incrementAndGet()))
            .toList();
    for (ConversationId id : ids) {
      Conversation state = Samples.everyStartedState(id, NOON).get(ids.indexOf(id));
      create(id);
      assertThat(store().save(saving(1, "event", state, NOON).build())).isEqualTo(Saved.DONE);

      assertThat(loaded(id, NOON).conversation()).isEqualTo(state);
    }
  }

  @Test
  default void eachSaveAddsOneToTheVersion() {
    begin(ID);
    Instant later = NOON.plusSeconds(10);
    Conversation next = Samples.waiting(ID, 1, later, NOON.plusSeconds(90));

    assertThat(store().save(saving(2, "second", next, later).build())).isEqualTo(Saved.DONE);
    assertThat(loaded(ID, later).version()).isEqualTo(3);
  }

  @Test
  default void theTranscriptIsReadAfterANumberAndUpToACount() {
    begin(ID);
    Conversation next = Samples.waiting(ID, 4, NOON, NOON.plusSeconds(60));
    Message two = Samples.staffMessage(2, "Good morning");
    Message three = Samples.bridgeMessage(3, "Still there?");
    Message four = Samples.visitorMessage(4, Samples.DIFFICULT_WORDS);
    store().save(saving(2, "second", next, NOON).appending(two, three, four).build());

    assertThat(store().transcript(ID, 0, 100))
        .containsExactly(Samples.visitorMessage(1, "Hello"), two, three, four);
    assertThat(store().transcript(ID, 1, 2)).containsExactly(two, three);
    assertThat(store().transcript(ID, 3, 100)).containsExactly(four);
    assertThat(store().transcript(ID, 4, 100)).isEmpty();
    assertThat(store().transcript(ID, 9, 100)).isEmpty();
  }

  @Test
  default void aReplacedMessageStandsInThePlaceOfTheOneWithItsNumber() {
    begin(ID);
    Conversation next = Samples.waiting(ID, 3, NOON, NOON.plusSeconds(60));
    Message two = Samples.staffMessage(2, "Tuesday");
    Message three = Samples.visitorMessage(3, "Thanks");
    store().save(saving(2, "second", next, NOON).appending(two, three).build());
    Message edited = two.edited("Wednesday", 1);
    Message gone = three.blanked(2);
    store().save(saving(3, "third", next, NOON).replacing(edited, gone).build());

    assertThat(transcript(ID)).containsExactly(Samples.visitorMessage(1, "Hello"), edited, gone);
    assertThat(about(new About.Seq(2))).contains(edited);
  }

  @Test
  default void theMessageAskedAboutByNumberComesWithTheState() {
    begin(ID);

    assertThat(about(new About.Seq(1))).contains(Samples.visitorMessage(1, "Hello"));
    assertThat(about(new About.Seq(0))).isEmpty();
    assertThat(about(new About.Seq(-1))).isEmpty();
    assertThat(about(new About.Seq(2))).isEmpty();
    assertThat(about(new About.Nothing())).isEmpty();
  }

  @Test
  default void theStaffMessageOfAPostComesWithTheState() {
    begin(ID);
    Conversation next = Samples.waiting(ID, 2, NOON, NOON.plusSeconds(60));
    Message answer = Samples.staffMessage(2, "Tuesday");
    store()
        .save(
            saving(2, "second", next, NOON)
                .appending(answer)
                .linking("1.1", 1)
                .linking("1.2", 2)
                .build());

    assertThat(about(new About.Post(Samples.DESK, new PostRef("1.2")))).contains(answer);
    assertThat(about(new About.Post(Samples.DESK, new PostRef("1.3")))).isEmpty();
    assertThat(about(new About.Post(Samples.DESK, new PostRef("1.1"))))
        .as("a post of the visitor's words is no staff message")
        .isEmpty();
  }

  @Test
  default void factsAreThoseOfTheMomentAskedFor() {
    begin(ID);
    TabPresence tab = TabPresence.connected("tab-1", "instance-1", NOON).drafted(3, NOON);
    presence().put(ID, tab, NOON);
    presence().put(OTHER, TabPresence.connected("tab-2", "instance-2", NOON), NOON);
    Instant lost = NOON.plus(TabPresence.ALIVE);

    assertThat(loaded(ID, lost.minus(MILLISECOND)).facts())
        .isEqualTo(VisitorFacts.of(List.of(tab), lost.minus(MILLISECOND)));
    assertThat(loaded(ID, lost.minus(MILLISECOND)).facts().connected()).isTrue();
    assertThat(loaded(ID, lost).facts().connected()).isFalse();
    assertThat(loaded(ID, lost).facts().lostAt()).contains(lost);
    assertThat(loaded(ID, lost).facts().suspensions()).isEqualTo(tab.suspensions());
  }

  @Test
  default void aVisitorNeverHeardOfIsNotConnected() {
    begin(ID);

    assertThat(loaded(ID, NOON).facts())
        .isEqualTo(new VisitorFacts(false, Optional.empty(), List.of()));
  }

  private Optional<Message> about(About about) {
    return store().load(ID, about, NOON).orElseThrow().about();
  }
}
