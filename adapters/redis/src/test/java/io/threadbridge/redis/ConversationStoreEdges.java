package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static io.threadbridge.redis.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The edges of `save.lua` and `load.lua` that no caller of the ports sees, on either kind of
/// Redis.
abstract class ConversationStoreEdges {
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  private final RedisConnections redis;
  private final RedisConversationStore store;
  private final RedisOutbox outbox;
  private final RedisWakeUps wakeUps;

  ConversationStoreEdges(RedisConnections redis) {
    this.redis = redis;
    this.store = new RedisConversationStore(redis);
    this.outbox = new RedisOutbox(redis);
    this.wakeUps = new RedisWakeUps(redis);
  }

  @BeforeEach
  void aConversation() {
    store.create(Given.notStarted(ID), TOMORROW);
  }

  private Loaded loaded() {
    return store.load(ID, new About.Nothing(), NOON).orElseThrow();
  }

  private Claimed claimed(Lane lane, Instant now) {
    return outbox.claim(ID, lane, now).orElseThrow();
  }

  @Test
  void aStepIsSavedWhole() {
    Saved saved =
        store.save(step(1, "say:s1").append(Given.words(1)).owe(new Effect.OpenThread()).save());

    assertThat(saved).isEqualTo(Saved.DONE);
    assertThat(loaded().version()).isEqualTo(2);
    assertThat(store.transcript(ID, 0, 10)).containsExactly(Given.words(1));
    assertThat(outbox.ready(NOON, Duration.ofSeconds(5), 10))
        .containsExactly(new Outbox.Ready(ID, Lane.DESK));
    assertThat(wakeUps.claimDue(NOON, 10).next()).contains(NOON.plusSeconds(10));
  }

  @Test
  void aMessageOutOfOrderStopsTheStepBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> store.save(step(1, "e").append(Given.words(2)).save()))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> store.save(step(1, "e").replace(Given.words(1)).save()))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(loaded().version()).isEqualTo(1);
    assertThat(store.save(step(1, "e").append(Given.words(1)).save())).isEqualTo(Saved.DONE);
  }

  @Test
  void aMessageOfThisStepCanBeReplacedInIt() {
    Message other = Given.words(1).edited("other", 1);

    store.save(step(1, "e").append(Given.words(1)).replace(other).save());

    assertThat(store.transcript(ID, 0, 10)).containsExactly(other);
  }

  @Test
  void whatHappenedIsForgottenAfterTwoDaysButNeverWhatWasSaid() {
    store.save(step(1, "say:s1").save());
    store.save(step(2, "edit:1").save());
    Instant justBefore = NOON.plus(Duration.ofDays(2)).minusMillis(1);
    store.save(new Given.Step(3, "later", loaded().conversation(), justBefore).save());

    assertThat(seen()).containsExactlyInAnyOrder("say:s1", "edit:1", "later");

    store.save(new Given.Step(4, "at", loaded().conversation(), justBefore.plusMillis(1)).save());

    assertThat(seen()).containsExactlyInAnyOrder("say:s1", "later", "at");
  }

  @Test
  void aThousandHappeningsAreRememberedAndEverythingSaid() {
    IntStream.rangeClosed(1, 1_001).forEach(n -> seenBefore("edit:" + n, n));
    IntStream.rangeClosed(1, 1_500).forEach(n -> seenBefore("say:" + n, 9e15));

    store.save(step(1, "newest").save());

    assertThat(seen())
        .hasSize(2_500)
        .contains("newest", "edit:3", "edit:1001", "say:1", "say:1500")
        .doesNotContain("edit:1", "edit:2");
  }

  private void seenBefore(String event, double at) {
    double score = at == 9e15 ? at : NOON.toEpochMilli() - 10_000 + at;
    Replies.await(redis.commands().zadd(RedisKeys.seen(ID), score, event));
  }

  private List<String> seen() {
    return Replies.await(redis.commands().zrange(RedisKeys.seen(ID), 0, -1));
  }

  @Test
  void aSaveDoesNotShortenALease() {
    store.save(step(1, "a").owe(new Effect.Relay(1)).save());
    Claimed claimed = claimed(Lane.DESK, NOON);
    store.save(step(2, "b").settle(claimed).save());
    store.save(step(3, "c").owe(new Effect.Relay(2)).save());
    Instant end = NOON.plus(Outbox.LEASE);

    assertThat(outbox.ready(end.minusMillis(1), Duration.ofSeconds(5), 10)).isEmpty();
    assertThat(outbox.claim(ID, Lane.DESK, end.minusMillis(1))).isEmpty();
    assertThat(outbox.ready(end, Duration.ofSeconds(5), 10)).hasSize(1);
    assertThat(outbox.claim(ID, Lane.DESK, end)).isPresent();
  }

  @Test
  void aSaveDoesNotShortenAPostponement() {
    store.save(step(1, "a").owe(new Effect.Relay(1)).save());
    outbox.release(claimed(Lane.DESK, NOON), NOON.plusSeconds(40));

    store.save(step(2, "b").owe(new Effect.Relay(2)).save());

    assertThat(outbox.ready(NOON.plusMillis(39_999), Duration.ofSeconds(5), 10)).isEmpty();
    assertThat(outbox.ready(NOON.plusSeconds(40), Duration.ofSeconds(5), 10)).hasSize(1);
  }

  @Test
  void anOutcomeSettlesAfterItsLeaseHasRunOutUnlessSomebodyElseHasTheLane() {
    store.save(step(1, "a").owe(new Effect.Relay(1)).save());
    Claimed late = claimed(Lane.DESK, NOON);
    Claimed other = claimed(Lane.DESK, NOON.plus(Outbox.LEASE));

    assertThat(store.save(step(2, "late").settle(late).save())).isEqualTo(Saved.LEASE_LOST);
    assertThat(outbox.renew(late, NOON)).isFalse();
    assertThat(
            store.save(
                new Given.Step(2, "other", loaded().conversation(), NOON.plusSeconds(3600))
                    .settle(other)
                    .save()))
        .isEqualTo(Saved.DONE);
    assertThat(outbox.claim(ID, Lane.DESK, NOON.plusSeconds(7200))).isEmpty();
  }

  @Test
  void aRepeatedOutcomeSettlesWhatIsStillOwed() {
    store.save(step(1, "a").owe(new Effect.Relay(1)).save());
    store.save(step(2, "out").save());
    Claimed claimed = claimed(Lane.DESK, NOON);

    Saved repeated = store.save(step(2, "out").settle(claimed).save());

    assertThat(repeated).isEqualTo(Saved.ALREADY_HANDLED);
    assertThat(loaded().version()).isEqualTo(3);
    assertThat(outbox.ready(NOON.plusSeconds(60), Duration.ofSeconds(5), 10)).isEmpty();
  }

  @Test
  void aCardWaitsOnceUnlessOneIsBeingShown() {
    store.save(step(1, "a").owe(new Effect.ShowCard()).save());
    store.save(step(2, "b").owe(new Effect.ShowCard()).save());
    Claimed claimed = claimed(Lane.CARD, NOON);
    assertThat(claimed.owed()).hasSize(1);

    store.save(step(3, "c").owe(new Effect.ShowCard()).save());
    store.save(step(4, "d").settle(claimed).save());
    outbox.release(claimed, NOON);

    assertThat(claimed(Lane.CARD, NOON).owed()).hasSize(1);
  }

  @Test
  void erasingLeavesAStoneThatRefusesEverything() {
    new RedisPresenceBook(redis).put(ID, TabPresence.connected("t", "i", NOON), NOON);
    String token = new RedisVisitorTokens(redis).issue(ID, NOON);
    store.save(step(1, "a").append(Given.words(1)).link("p1", 1).owe(new Effect.Relay(1)).save());
    Conversation erased = new Conversation.Erased(ID, NOON);

    assertThat(store.save(new Given.Step(2, "erase", erased, NOON).save())).isEqualTo(Saved.DONE);

    assertThat(keysOf(ID))
        .containsExactlyInAnyOrder(RedisKeys.conversation(ID), RedisKeys.journal(ID));
    assertThat(loaded().conversation()).isEqualTo(erased);
    assertThat(store.save(step(3, "more").save())).isEqualTo(Saved.GONE);
    assertThat(new RedisVisitorTokens(redis).open(token, NOON)).isEmpty();
    assertThat(wakeUps.claimDue(NOON.plusSeconds(60), 10).conversations()).isEmpty();
    store.create(Given.notStarted(ID), TOMORROW);
    assertThat(loaded().conversation()).isEqualTo(erased);
    assertThat(store.load(ID, new About.Nothing(), NOON.plus(Duration.ofDays(7)))).isEmpty();
  }

  private List<String> keysOf(ConversationId id) {
    return Replies.await(redis.commands().keys("*" + id.value() + "*"));
  }

  @Test
  void aClosedConversationExpiresAsAWholeButItsJournal() {
    store.save(step(1, "a").append(Given.words(1)).owe(new Effect.Relay(1)).save());
    store.save(step(2, "b").expire(Duration.ofHours(2)).save());

    assertThat(keysOf(ID))
        .filteredOn(key -> !key.equals(RedisKeys.journal(ID)))
        .hasSize(4)
        .allSatisfy(
            key ->
                assertThat(Replies.await(redis.commands().pttl(key)))
                    .isBetween(1L, Duration.ofHours(2).toMillis()));
    assertThat(store.load(ID, new About.Nothing(), NOON.plus(Duration.ofHours(2)))).isEmpty();

    store.save(step(3, "c").save());

    assertThat(keysOf(ID))
        .filteredOn(key -> !key.equals(RedisKeys.journal(ID)))
        .allSatisfy(key -> assertThat(Replies.await(redis.commands().pttl(key))).isEqualTo(-1));
  }

  @Test
  void aPostOfTheVisitorsWordsIsNotAMessageOfTheStaff() {
    store.save(step(1, "a").append(Given.words(1), Given.words(2)).link("theirs", 1, 2).save());
    store.save(step(2, "b").append(Given.staffWords(3)).link("ours", 3).save());

    assertThat(about(new About.Post(Given.DESK, new PostRef("theirs")))).isEmpty();
    assertThat(about(new About.Post(Given.DESK, new PostRef("ours"))))
        .containsExactly(Given.staffWords(3));
    assertThat(about(new About.Post(Given.DESK, new PostRef("nobody's")))).isEmpty();
    assertThat(about(new About.Seq(2))).containsExactly(Given.words(2));
    assertThat(about(new About.Seq(0))).isEmpty();
    assertThat(about(new About.Seq(4))).isEmpty();
    assertThat(store.postHolding(ID, 1).orElseThrow().seqs()).containsExactly(1, 2);
    assertThat(store.postHolding(ID, 4)).isEmpty();
  }

  @Test
  void postsLinkedBeforeTheyHadDesksStandOnTheFirstDesk() {
    DeskRef other = new DeskRef("teams:T/C");
    store.save(step(1, "a").append(Given.words(1), Given.staffWords(2)).save());
    Replies.await(redis.commands().hset(RedisKeys.posts(ID), "p:1.1", "2"));
    Replies.await(redis.commands().hset(RedisKeys.posts(ID), "s:2", "1.1"));
    PostRef post = new PostRef("1.1");

    assertThat(about(new About.Post(Given.DESK, post))).containsExactly(Given.staffWords(2));
    assertThat(about(new About.Post(other, post))).isEmpty();
    assertThat(store.postHolding(ID, 2)).contains(new PostLink(Given.DESK, post, List.of(2)));
  }

  private List<Message> about(About about) {
    return store.load(ID, about, NOON).orElseThrow().about().stream().toList();
  }

  @Test
  void scriptsAreSentWholeWhereRedisHasForgottenThem() {
    Replies.await(redis.commands().scriptFlush());

    assertThat(store.save(step(1, "a").save())).isEqualTo(Saved.DONE);
    assertThat(wakeUps.claimDue(NOON.plusSeconds(10), 10).conversations()).containsExactly(ID);
  }

  @Test
  void whatIsDueInManyPartitionsIsTakenUpToTheMostAndOldestFirst() {
    List<ConversationId> ids =
        IntStream.range(0, 200).mapToObj(n -> new ConversationId("many-" + n)).toList();
    for (ConversationId id : ids) {
      store.create(Given.notStarted(id), TOMORROW);
      store.save(new Given.Step(1, "a", Given.waiting(id, NOON.plusMillis(1)), NOON).save());
    }
    Instant due = NOON.plusSeconds(1);
    assertThat(wakeUps.claimDue(due, 10).conversations()).hasSize(10);
    assertThat(wakeUps.claimDue(due, 10).next()).contains(NOON.plusMillis(1));

    int taken = 20;
    while (taken < 200) {
      int now = wakeUps.claimDue(due, 150).conversations().size();
      assertThat(now).isBetween(1, 150);
      taken += now;
    }
    assertThat(taken).isEqualTo(200);
    assertThat(wakeUps.claimDue(due, 150).next()).contains(due.plusSeconds(30));
    assertThat(wakeUps.claimDue(due.plusMillis(29_999), 150).conversations()).isEmpty();
    assertThat(wakeUps.claimDue(due.plusSeconds(30), 1000).conversations())
        .containsExactlyInAnyOrderElementsOf(ids);
  }
}
