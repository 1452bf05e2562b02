package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Work beside the desks' lines, within the desks' rates: a call or a file that is taken back is a
/// change of its channel, and all else is for one person alone.
public final class PacedWork implements LaneWork {
  private final LaneWork work;
  private final DeskPace pace;
  private final InstantSource clock;

  /// This work, within these rates.
  public PacedWork(LaneWork work, DeskPace pace, InstantSource clock) {
    this.work = work;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public boolean isWorthTrying(Instant now) {
    return work.isWorthTrying(now);
  }

  @Override
  public Delivery run(Started state, OwedEffect owed) {
    Instant now = clock.instant();
    Optional<Duration> wait =
        switch (owed.effect()) {
          case Effect.RetractCall(DeskRef where, _) -> pace.change(where, owed.since(), now);
          case Effect.RetractFile(Place place, _) -> pace.change(place.desk(), owed.since(), now);
          case Effect.OpenThread _,
              Effect.Relay _,
              Effect.Retell _,
              Effect.PassFile _,
              Effect.Rewrite _,
              Effect.ShowCard _,
              Effect.ShowMoved _,
              Effect.IndexThread _,
              Effect.Hint _,
              Effect.HintIn _,
              Effect.TellDirectly _,
              Effect.ConfirmNote _,
              Effect.Notice _,
              Effect.CallDesk _,
              Effect.CallPerson _,
              Effect.OfferPromise _,
              Effect.Mail _,
              Effect.CallHook _,
              Effect.TellSite _,
              Effect.Count _,
              Effect.Publish _ ->
              pace.aside(state.desk(), now);
        };
    return wait.map(DeskPace::later).orElseGet(() -> work.run(state, owed));
  }
}
