package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.groupingBy;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Counts what a conversation owes the figures: all of it at once, in order, and settles it in one
/// step. What was counted and not settled, because the process died, is counted again, and the
/// figures know it.
///
/// Beside [LaneStep], because an erased conversation still owes what it means for the figures, and
/// because this is never given up: it waits until the figures are there.
public final class CountStep {
  /// What is older was perhaps counted, and nobody could tell: it is let go, so that nothing counts
  /// twice. The margin is more than a lease and a pause.
  static final Duration COUNTED_FOR = FiguresStore.KNOWN_FOR.minusHours(1);

  private final Outbox outbox;
  private final FiguresStore figures;
  private final ConversationHandler handler;
  private final InstantSource clock;
  private final Consumer<Noted> counted;

  /// A step over these keepers.
  public CountStep(
      Outbox outbox, FiguresStore figures, ConversationHandler handler, InstantSource clock) {
    this(outbox, figures, handler, clock, _ -> {});
  }

  /// The same with somebody who is told what was counted here: at least once, because only the
  /// figures know what they had already.
  public CountStep(
      Outbox outbox,
      FiguresStore figures,
      ConversationHandler handler,
      InstantSource clock,
      Consumer<Noted> counted) {
    this.outbox = outbox;
    this.figures = figures;
    this.handler = handler;
    this.clock = clock;
    this.counted = counted;
  }

  /// Counts what this conversation owes; whether it may owe more at once.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if a store is away; the lane comes again
  public boolean run(ConversationId id) {
    return outbox.claim(id, Lane.FIGURES, clock.instant()).filter(this::work).isPresent();
  }

  private boolean work(Claimed claimed) {
    Instant now = clock.instant();
    Map<SiteName, List<Step>> steps =
        claimed.owed().stream()
            .filter(owed -> owed.since().plus(COUNTED_FOR).isAfter(now))
            .flatMap(owed -> step(claimed.conversation(), owed))
            .collect(groupingBy(step -> step.noted().site()));
    steps.forEach((site, ofSite) -> figures.count(site, ofSite, now));
    settle(claimed, now);
    steps.values().forEach(ofSite -> ofSite.forEach(step -> counted.accept(step.noted())));
    outbox.release(claimed, clock.instant());
    return claimed.owed().size() == Outbox.READ_MAX;
  }

  private static Stream<Step> step(ConversationId id, OwedEffect owed) {
    return owed.effect() instanceof Effect.Count count
        ? Stream.of(new Step(id, owed.version(), owed.since(), count.noted()))
        : Stream.empty();
  }

  private void settle(Claimed claimed, Instant now) {
    List<String> counted = claimed.owed().stream().map(OwedEffect::id).toList();
    OutcomeEvent event = new OutcomeEvent.Settled(now, "");
    EventId id = new EventId(Lane.FIGURES + ":" + counted.getLast() + ":settled");
    Settlement settlement = new Settlement(Lane.FIGURES, claimed.lease(), counted);
    handler.handle(
        claimed.conversation(),
        id,
        new About.Nothing(),
        _ -> event,
        java.util.Optional.of(settlement));
  }
}
