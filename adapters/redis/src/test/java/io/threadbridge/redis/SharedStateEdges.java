package io.threadbridge.redis;

import static io.threadbridge.redis.Given.DESK;
import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.DeskLine.Place;
import io.threadbridge.bridge.port.DeskLine.Turn;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.ThreadIndex.Orphan;
import io.threadbridge.contract.DeskLineContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The edges of lines, limits, tokens, nudges and the clock, on either kind of Redis.
abstract class SharedStateEdges {
  private final RedisConnections redis;

  SharedStateEdges(RedisConnections redis) {
    this.redis = redis;
  }

  @Test
  void aSecretIsMadeOnceAndIsTheSameForAllInstancesAndAfterARestart() {
    String name = "made-" + UUID.randomUUID();

    assertThat(new RedisSecrets(redis).kept(name, "first")).isEqualTo("first");
    assertThat(new RedisSecrets(redis).kept(name, "second")).isEqualTo("first");
    assertThat(new RedisSecrets(redis).kept(name + "-other", "second")).isEqualTo("second");
  }

  @Test
  void aDeskWithoutALimitTakesEverythingUnlessItIsPaused() {
    RedisDeskLine line = new RedisDeskLine(redis, _ -> DeskRates.UNLIMITED);
    IntStream.range(0, 50)
        .forEach(n -> line.enter(DESK, new ConversationId("c-" + n), Place.WORDS, NOON));
    IntStream.range(0, 40)
        .forEach(_ -> assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class));

    line.pause(DESK, NOON.plusSeconds(3));

    assertThat(line.take(DESK, NOON.plusMillis(2_999)))
        .isEqualTo(new Turn.Wait(NOON.plusSeconds(3)));
    assertThat(line.take(DESK, NOON.plusSeconds(3))).isInstanceOf(Turn.Yours.class);
  }

  @Test
  void afterAPauseOnePostGoesOutAndNoBurst() {
    RedisDeskLine line = new RedisDeskLine(redis, _ -> DeskLineContract.ONE_A_SECOND);
    IntStream.range(0, 3)
        .forEach(n -> line.enter(DESK, new ConversationId("c-" + n), Place.WORDS, NOON));
    Instant end = NOON.plusSeconds(30);
    line.pause(DESK, end);

    assertThat(line.take(DESK, end)).isInstanceOf(Turn.Yours.class);
    assertThat(line.take(DESK, end)).isEqualTo(new Turn.Wait(end.plusSeconds(1)));
  }

  @Test
  void aFullBucketIsForgotten() {
    new RedisRateLimits(redis).take("address:1", 60, 5, NOON);

    assertThat(Replies.await(redis.commands().pttl(RedisKeys.limit("address:1"))))
        .isBetween(1L, 1_000L);
  }

  @Test
  void ofATokenOnlyTheHashIsKept() {
    String token = new RedisVisitorTokens(redis).issue(ID, NOON);
    Map<String, String> kept = Replies.await(redis.commands().hgetall(RedisKeys.tokens(ID)));

    assertThat(kept).hasSize(1);
    assertThat(kept.keySet()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(kept.toString()).doesNotContain(token);
  }

  @Test
  void aConversationHasSixteenTokensAtMost() {
    RedisVisitorTokens tokens = new RedisVisitorTokens(redis);
    List<String> issued =
        IntStream.range(0, 20).mapToObj(n -> tokens.issue(ID, NOON.plusMillis(n))).toList();

    assertThat(tokens.open(issued.get(3), NOON.plusSeconds(1))).isEmpty();
    assertThat(tokens.open(issued.get(4), NOON.plusSeconds(1))).isPresent();
    assertThat(tokens.open(issued.get(19), NOON.plusSeconds(1))).isPresent();
  }

  @Test
  void aNudgeReachesTheInstanceThatItNames() throws InterruptedException {
    BlockingQueue<ConversationId> ours = new LinkedBlockingQueue<>();
    BlockingQueue<ConversationId> theirs = new LinkedBlockingQueue<>();
    VisitorNudgeBus bus = new VisitorNudgeBus(redis);
    bus.listen("instance-a", ours::add);
    bus.listen("instance-b", theirs::add);

    bus.publish("instance-a", ID);
    bus.publish("instance-b", new ConversationId("other"));

    assertThat(ours.poll(5, TimeUnit.SECONDS)).isEqualTo(ID);
    assertThat(theirs.poll(5, TimeUnit.SECONDS)).isEqualTo(new ConversationId("other"));
    assertThat(ours).isEmpty();
  }

  @Test
  void aNudgeAboutASiteReachesEverybody() throws InterruptedException {
    BlockingQueue<SiteName> ours = new LinkedBlockingQueue<>();
    BlockingQueue<SiteName> theirs = new LinkedBlockingQueue<>();
    SiteNudgeBus bus = new SiteNudgeBus(redis);
    bus.listen(ours::add);
    new SiteNudgeBus(redis).listen(theirs::add);

    bus.publish(new SiteName("shop {1}"));

    assertThat(ours.poll(5, TimeUnit.SECONDS)).isEqualTo(new SiteName("shop {1}"));
    assertThat(theirs.poll(5, TimeUnit.SECONDS)).isEqualTo(new SiteName("shop {1}"));
  }

  @Test
  void theClockShowsWhatRedisShowsAndFollowsTheCounter() {
    AtomicLong counter = new AtomicLong();
    try (RedisClock clock = new RedisClock(redis, counter::get)) {
      Instant first = clock.instant();
      counter.addAndGet(Duration.ofSeconds(90).toNanos());

      assertThat(clock.instant()).isEqualTo(first.plusSeconds(90));
    }
  }

  @Test
  void theClockSaysHowLongRedisTookAndHowLongAgoThatWas() {
    AtomicLong step = new AtomicLong(Duration.ofMillis(3).toNanos());
    AtomicLong counter = new AtomicLong();
    try (RedisClock clock = new RedisClock(redis, () -> counter.addAndGet(step.get()))) {
      step.set(0);
      counter.addAndGet(Duration.ofSeconds(20).toNanos());

      assertThat(clock.roundTrip()).hasMillis(3);
      assertThat(clock.sinceAnswer()).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_003));
      clock.measure();
      assertThat(clock.sinceAnswer()).isZero();
    }
  }

  @Test
  void aLineIsAsLongAsThereAreConversationsInIt() {
    RedisDeskLine line = new RedisDeskLine(redis, _ -> DeskRates.UNLIMITED);
    DeskRef desk = new DeskRef("slack:C-length");
    assertThat(line.length(desk)).isZero();

    line.enter(desk, new ConversationId("c-1"), Place.WORDS, NOON);
    line.enter(desk, new ConversationId("c-2"), Place.WORDS, NOON);
    line.enter(desk, new ConversationId("c-2"), Place.OPENING, NOON);

    assertThat(line.length(desk)).isEqualTo(2);
  }

  @Test
  void theClockNeverGoesBackwardsAndIsRightAgainWhenItIsOvertaken() {
    AtomicLong counter = new AtomicLong();
    try (RedisClock clock = new RedisClock(redis, counter::get)) {
      Instant first = clock.instant();
      counter.addAndGet(Duration.ofHours(1).toNanos());
      Instant ahead = clock.instant();

      clock.measure();

      assertThat(clock.instant()).isEqualTo(ahead);
      counter.addAndGet(Duration.ofHours(2).toNanos());
      assertThat(clock.instant())
          .isBetween(first.plus(Duration.ofHours(2)), first.plus(Duration.ofMinutes(121)));
    }
  }

  @Test
  void aMeasurementWithALongRoundTripSaysTooLittle() {
    AtomicLong step = new AtomicLong();
    AtomicLong counter = new AtomicLong();
    try (RedisClock clock = new RedisClock(redis, () -> counter.addAndGet(step.get()))) {
      Instant before = clock.instant();
      step.set(Duration.ofHours(1).toNanos());
      clock.measure();
      step.set(0);

      assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(2)));
    }
  }

  @Test
  void orphansThatAreGivenUpForNewerOnesAreTold() {
    List<Integer> told = new ArrayList<>();
    RedisThreadIndex index = new RedisThreadIndex(redis, (_, many) -> told.add(many));
    ThreadRef thread = new ThreadRef("1700000000.000900");
    IntStream.range(0, RedisThreadIndex.ORPHANS_MAX)
        .forEach(n -> assertThat(index.keepOrphan(DESK, thread, claimed(n), NOON)).isEmpty());
    assertThat(told).isEmpty();

    assertThat(index.keepOrphan(DESK, thread, claimed(100), NOON)).isEmpty();
    assertThat(index.keepOrphan(DESK, thread, claimed(100), NOON)).isEmpty();

    assertThat(told).containsExactly(1);
    assertThat(index.put(DESK, thread, ID).getFirst()).isEqualTo(claimed(1));
  }

  private static Orphan claimed(int number) {
    Staff anna = new Staff("slack:U0ANNA", "Anna", Optional.empty());
    return new Orphan(new EventId("claim-" + number), new StaffEvent.Claimed(NOON, anna));
  }
}
