package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.BERTIL;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static io.threadbridge.contract.Samples.THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.bridge.port.ThreadIndex.Orphan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All that a [ThreadIndex] promises.
public interface ThreadIndexContract {
  /// The most orphans kept for one thread.
  int ORPHANS_MAX = 100;

  /// The index under test; empty before each test.
  ThreadIndex index();

  @Test
  default void anUnknownThreadHasNoConversation() {
    assertThat(index().find(DESK, THREAD)).isEmpty();
  }

  @Test
  default void aThreadFindsItsConversationOnItsDeskOnly() {
    index().put(DESK, THREAD, ID);
    index().put(OTHER_DESK, new ThreadRef("2.2"), OTHER);

    assertThat(index().find(DESK, THREAD)).contains(ID);
    assertThat(index().find(OTHER_DESK, THREAD)).isEmpty();
    assertThat(index().find(DESK, new ThreadRef("2.2"))).isEmpty();
  }

  @Test
  default void aReplyThatCameTooEarlyIsHandedOutInOrderOfArrival() {
    Orphan first = wrote("event-2", 2);
    Orphan second = wrote("event-1", 1);
    assertThat(index().keepOrphan(DESK, THREAD, first, NOON)).isEmpty();
    assertThat(index().keepOrphan(DESK, THREAD, second, NOON.plusMillis(1))).isEmpty();

    assertThat(index().put(DESK, THREAD, ID)).containsExactly(first, second);
  }

  @Test
  default void repliesOfTheSameInstantKeepTheirOrderToo() {
    List<Orphan> orphans =
        List.of(wrote("z", 1), wrote("a", 2), wrote("m", 3), wrote("b", 4), wrote("y", 5));
    orphans.forEach(orphan -> index().keepOrphan(DESK, THREAD, orphan, NOON));

    assertThat(index().put(DESK, THREAD, ID)).isEqualTo(orphans);
  }

  @Test
  default void everyKindOfStaffEventIsKeptAsItCame() {
    PostRef post = new PostRef("1.7");
    List<StaffEvent> events =
        List.of(
            new StaffEvent.Wrote(NOON, ANNA, post, Samples.DIFFICULT_WORDS, 2, VisitorFacts.THERE),
            new StaffEvent.Edited(NOON, BERTIL, post, Optional.empty(), "Wednesday"),
            new StaffEvent.Edited(
                NOON, ANNA, post, Optional.of(Samples.staffMessage(3, "Tuesday")), ""),
            new StaffEvent.Deleted(NOON, ANNA, post, Optional.empty()),
            new StaffEvent.Claimed(NOON, ANNA),
            new StaffEvent.ClosedIt(NOON, BERTIL),
            new StaffEvent.NothingOwed(NOON, ANNA));
    for (StaffEvent event : events) {
      Orphan orphan = new Orphan(new EventId("event-" + events.indexOf(event)), event);
      index().keepOrphan(DESK, THREAD, orphan, NOON);
    }

    assertThat(index().put(DESK, THREAD, ID)).extracting(Orphan::event).isEqualTo(events);
  }

  @Test
  default void theSameReplyIsKeptOnce() {
    Orphan orphan = wrote("event-1", 1);
    assertThat(index().keepOrphan(DESK, THREAD, orphan, NOON)).isEmpty();
    assertThat(index().keepOrphan(DESK, THREAD, orphan, NOON.plusSeconds(3))).isEmpty();

    assertThat(index().put(DESK, THREAD, ID)).containsExactly(orphan);
  }

  @Test
  default void aReplyThatComesAfterItsThreadWasPutIsNotKept() {
    index().put(DESK, THREAD, ID);

    assertThat(index().keepOrphan(DESK, THREAD, wrote("event-1", 1), NOON)).contains(ID);
    assertThat(index().put(DESK, THREAD, ID)).isEmpty();
  }

  @Test
  default void aReplyThatComesWhileEarlierOnesWaitIsKeptBehindThem() {
    Orphan first = wrote("event-1", 1);
    Orphan second = wrote("event-2", 2);
    index().keepOrphan(DESK, THREAD, first, NOON);
    index().put(DESK, THREAD, ID);

    assertThat(index().find(DESK, THREAD)).isEmpty();
    assertThat(index().keepOrphan(DESK, THREAD, second, NOON)).isEmpty();
    index().forgetOrphans(DESK, THREAD, List.of(first.id()));
    assertThat(index().put(DESK, THREAD, ID)).containsExactly(second);
  }

  @Test
  default void orphansStayKeptUntilTheyAreHandled() {
    Orphan first = wrote("event-1", 1);
    Orphan second = wrote("event-2", 2);
    index().keepOrphan(DESK, THREAD, first, NOON);
    index().keepOrphan(DESK, THREAD, second, NOON);
    index().put(DESK, THREAD, ID);

    assertThat(index().put(DESK, THREAD, ID)).containsExactly(first, second);
    index().forgetOrphans(DESK, THREAD, List.of(first.id(), new EventId("unknown")));
    assertThat(index().put(DESK, THREAD, ID)).containsExactly(second);
    index().forgetOrphans(DESK, THREAD, List.of(second.id()));
    index().forgetOrphans(DESK, THREAD, List.of());
    assertThat(index().put(DESK, THREAD, ID)).isEmpty();
    assertThat(index().find(DESK, THREAD)).contains(ID);
  }

  @Test
  default void orphansOfOtherThreadsAndDesksAreLeftAlone() {
    Orphan ours = wrote("event-1", 1);
    Orphan theirs = wrote("event-1", 2);
    index().keepOrphan(DESK, THREAD, ours, NOON);
    index().keepOrphan(OTHER_DESK, THREAD, theirs, NOON);
    index().put(DESK, THREAD, ID);
    index().forgetOrphans(DESK, THREAD, List.of(ours.id()));

    assertThat(index().put(OTHER_DESK, THREAD, OTHER)).containsExactly(theirs);
  }

  @Test
  default void anOrphanIsKeptForADayAndNotAMillisecondLonger() {
    Instant end = NOON.plus(Duration.ofHours(24));
    Orphan first = wrote("event-1", 1);
    Orphan second = wrote("event-2", 2);
    Orphan third = wrote("event-3", 3);
    index().keepOrphan(DESK, THREAD, first, NOON);
    index().keepOrphan(DESK, THREAD, second, NOON.plusSeconds(1));
    index().keepOrphan(OTHER_DESK, THREAD, first, NOON);
    index().keepOrphan(OTHER_DESK, THREAD, third, end.minus(MILLISECOND));
    index().keepOrphan(DESK, THREAD, third, end);

    assertThat(index().put(OTHER_DESK, THREAD, OTHER)).containsExactly(first, third);
    assertThat(index().put(DESK, THREAD, ID)).containsExactly(second, third);
  }

  @Test
  default void aThreadKeepsNoMoreThanAHundredOrphans() {
    for (int number = 1; number <= ORPHANS_MAX + 5; number++) {
      index().keepOrphan(DESK, THREAD, wrote("event-" + number, number), NOON.plusMillis(number));
    }

    assertThat(index().put(DESK, THREAD, ID)).hasSize(ORPHANS_MAX);
  }

  private static Orphan wrote(String id, int number) {
    PostRef post = new PostRef("1." + number);
    return new Orphan(
        new EventId(id),
        new StaffEvent.Wrote(NOON, ANNA, post, "Reply " + number, 0, VisitorFacts.THERE));
  }
}
