package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.port.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// How it stands with Slack: facts for a health page and for whoever must mend something.
public final class SlackHealth {
  static final String SHARED =
      "Another firm reads this channel and with it your visitors: choose a channel of your own";

  private static final int TROUBLES_MAX = 200;

  /// Something that somebody must mend.
  ///
  /// @param where a channel's id, a method, or a part of ours
  /// @param what Slack's own name for it
  /// @param mend what to do, in a sentence
  public record Trouble(String where, String what, String mend) {}

  /// The facts of one moment.
  ///
  /// @param introduced whether Slack has told us who we are
  /// @param socketConnected whether events can come by Socket Mode; true where they come by HTTP
  /// @param lastEvent when the last event came, of whatever kind
  public record Facts(
      boolean introduced,
      boolean socketConnected,
      Optional<Instant> lastEvent,
      List<Trouble> troubles) {}

  private final SlackCalls calls;
  private final InstantSource clock;
  private final AtomicReference<Optional<Instant>> lastEvent =
      new AtomicReference<>(Optional.empty());
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final AtomicReference<BooleanSupplier> introduced = new AtomicReference<>(() -> false);
  private final AtomicReference<BooleanSupplier> connected = new AtomicReference<>(() -> true);

  SlackHealth(SlackCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /// What is known now, without asking Slack.
  public Facts facts() {
    return new Facts(
        introduced.get().getAsBoolean(),
        connected.get().getAsBoolean(),
        lastEvent.get(),
        List.copyOf(new TreeMap<>(troubles).values()));
  }

  /// Asks Slack about these channels (their ids, not more than 100), and says what is amiss with
  /// them. One call a channel; not to be made more than once a minute.
  public List<Trouble> checkChannels(Set<String> channels) {
    channels.stream().sorted().limit(100).forEach(this::checkChannel);
    return facts().troubles();
  }

  private void checkChannel(String channel) {
    switch (calls.read("conversations.info", Map.of("channel", channel))) {
      case SlackReply.Fine<JsonObject>(JsonObject answer) ->
          channel(channel, SlackJson.object(answer, "channel"));
      case SlackReply.No<JsonObject>(String error, String needed) ->
          needsMending(channel, error, SlackErrors.mend(error, needed));
      case SlackReply.Trouble<JsonObject>(Delivery.Later later) ->
          needsMending(channel, later.why(), later.mend());
      case SlackReply.Trouble<JsonObject> _ ->
          needsMending(channel, "no answer", "Slack did not answer; nothing to do but wait");
    }
  }

  private void channel(String id, JsonObject channel) {
    if (SlackJson.flag(channel, "is_archived")) {
      needsMending(id, "is_archived", SlackErrors.mend("is_archived", ""));
    } else if (!SlackJson.flag(channel, "is_member")) {
      needsMending(id, "not_in_channel", SlackErrors.mend("not_in_channel", ""));
    } else if (SlackJson.flag(channel, "is_ext_shared")) {
      needsMending(id, "is_ext_shared", SHARED);
    } else {
      mended(id);
    }
  }

  void introducedWhen(BooleanSupplier yes) {
    introduced.set(yes);
  }

  void connectedWhen(BooleanSupplier yes) {
    connected.set(yes);
  }

  void eventCame() {
    lastEvent.set(Optional.of(clock.instant()));
  }

  void needsMending(String where, String what, String mend) {
    if (troubles.size() < TROUBLES_MAX || troubles.containsKey(where)) {
      troubles.put(where, new Trouble(where, what, mend));
    }
  }

  void mended(String where) {
    troubles.remove(where);
  }
}
