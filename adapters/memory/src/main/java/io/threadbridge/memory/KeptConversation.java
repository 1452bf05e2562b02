package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything kept of one conversation but its journal. Guarded by the store's lock.
final class KeptConversation {
  private static final Duration EVENTS_KNOWN_FOR = Duration.ofDays(2);

  /// How ids of a visitor's own words begin. A browser may repeat those after days, so they are
  /// known as long as the conversation; a conversation has a limit of messages, not of days.
  private static final String WORDS = "say:";

  private static final int EVENTS_KNOWN_MAX = 1_000;

  private Conversation state;
  private long version = 1;
  private Optional<Instant> expireAt;
  private Optional<Instant> wakeAt = Optional.empty();
  private final List<Message> transcript = new ArrayList<>();
  private final Set<EventId> words = new HashSet<>();
  private final Map<EventId, Instant> handled = new LinkedHashMap<>();
  private final Map<Standing, PostLink> posts = new HashMap<>();
  private final Map<Integer, PostLink> postOfMessage = new HashMap<>();
  private final Map<Lane, OwedLane> lanes = new EnumMap<>(Lane.class);

  /// A post's name is unique within its desk.
  private record Standing(DeskRef desk, PostRef post) {}

  KeptConversation(Conversation.NotStarted state, Instant expireAt) {
    this.state = state;
    this.expireAt = Optional.of(expireAt);
  }

  Conversation state() {
    return state;
  }

  long version() {
    return version;
  }

  Optional<Instant> wakeAt() {
    return wakeAt;
  }

  void wakeAt(Instant moment) {
    wakeAt = Optional.of(moment);
  }

  boolean isErased() {
    return state instanceof Conversation.Erased;
  }

  boolean isExpired(Instant now) {
    return expireAt.filter(moment -> !moment.isAfter(now)).isPresent();
  }

  boolean hasHandled(EventId event, Instant now) {
    handled.values().removeIf(moment -> !moment.plus(EVENTS_KNOWN_FOR).isAfter(now));
    return handled.containsKey(event) || words.contains(event);
  }

  /// Whether what a save settles is still its sender's to settle.
  boolean maySettle(Save save) {
    return save.settles()
        .map(done -> lane(done.lane()).filter(lane -> lane.belongsTo(done.lease())).isPresent())
        .orElse(true);
  }

  void settle(Save save) {
    save.settles()
        .ifPresent(done -> lane(done.lane()).ifPresent(lane -> lane.settle(done.effects())));
  }

  void apply(Save save) {
    state = save.next();
    version++;
    wakeAt = save.next().wakeAt();
    expireAt = save.expireAt();
    if (isErased()) {
      forgetEverything();
      oweAll(save);
      return;
    }
    remember(save.event(), save.now());
    transcript.addAll(save.appended());
    save.replaced().forEach(message -> transcript.set(message.seq() - 1, message));
    save.links().forEach(this::link);
    settle(save);
    oweAll(save);
  }

  private void oweAll(Save save) {
    for (OwedEffect effect : save.owed()) {
      if (!isErased() || effect.effect().lane().outlivesErasing()) {
        lanes.computeIfAbsent(effect.effect().lane(), _ -> new OwedLane()).owe(effect, save.now());
      }
    }
  }

  private void forgetEverything() {
    transcript.clear();
    words.clear();
    handled.clear();
    posts.clear();
    postOfMessage.clear();
    lanes.keySet().removeIf(lane -> !lane.outlivesErasing());
  }

  private void remember(EventId event, Instant now) {
    if (event.value().startsWith(WORDS)) {
      words.add(event);
      return;
    }
    handled.put(event, now);
    if (handled.size() > EVENTS_KNOWN_MAX) {
      handled.remove(handled.keySet().iterator().next());
    }
  }

  private void link(PostLink link) {
    posts.put(new Standing(link.desk(), link.post()), link);
    link.seqs().forEach(seq -> postOfMessage.put(seq, link));
  }

  Optional<Message> about(About about) {
    return switch (about) {
      case About.Nothing _ -> Optional.empty();
      case About.Seq(int seq) -> message(seq);
      case About.Post(DeskRef desk, PostRef post) ->
          Optional.ofNullable(posts.get(new Standing(desk, post))).stream()
              .flatMap(link -> link.seqs().stream())
              .flatMap(seq -> message(seq).stream())
              .filter(message -> message.author() instanceof Author.OfStaff)
              .findFirst();
    };
  }

  private Optional<Message> message(int seq) {
    return seq < 1 || seq > transcript.size()
        ? Optional.empty()
        : Optional.of(transcript.get(seq - 1));
  }

  List<Message> transcript(int after, int most) {
    return transcript.stream().skip(after).limit(most).toList();
  }

  Optional<PostLink> postHolding(int seq) {
    return Optional.ofNullable(postOfMessage.get(seq));
  }

  Optional<OwedLane> lane(Lane lane) {
    return Optional.ofNullable(lanes.get(lane));
  }

  Stream<Lane> lanes() {
    return lanes.keySet().stream();
  }
}
