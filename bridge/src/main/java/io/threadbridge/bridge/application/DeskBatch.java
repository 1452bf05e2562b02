package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The effects of a lane's head that go out together: the card alone, a rewrite alone, or as many
/// waiting words of the visitor, or messages of a transcript, as one post holds. The channel's rate
/// is the bottleneck; this is how a conversation that is behind catches up.
///
/// @param effects none: a new card, because the thread in which the head should stand is gone
record DeskBatch(List<OwedEffect> effects) {
  /// Stands for the effect of a new card, which goes out before everything that the lane owes.
  private static final String NEW_CARD = "card";

  /// A new card, whatever the lane owes.
  static DeskBatch newCard() {
    return new DeskBatch(List.of());
  }

  /// What the lane owes first; `messages` by number. The lane must owe something.
  static DeskBatch next(List<OwedEffect> owed, Map<Integer, Message> messages) {
    OwedEffect head = owed.getFirst();
    return switch (head.effect()) {
      case Effect.Relay _ -> new DeskBatch(relays(owed, messages));
      case Effect.Retell retell -> new DeskBatch(retold(owed, retell.stay(), messages));
      case Effect.OpenThread _,
          Effect.PassFile _,
          Effect.RetractFile _,
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
          Effect.RetractCall _,
          Effect.CallPerson _,
          Effect.OfferPromise _,
          Effect.Mail _,
          Effect.CallHook _,
          Effect.TellSite _,
          Effect.Count _,
          Effect.Publish _ ->
          new DeskBatch(List.of(head));
    };
  }

  /// The same effects that were sealed before.
  static DeskBatch sealed(List<OwedEffect> owed, SealedBatch batch) {
    if (batch.last().equals(NEW_CARD)) {
      return newCard();
    }
    List<OwedEffect> effects = new ArrayList<>();
    for (OwedEffect effect : owed) {
      effects.add(effect);
      if (effect.id().equals(batch.last())) {
        return new DeskBatch(List.copyOf(effects));
      }
    }
    throw new IllegalStateException("a sealed batch whose last effect is not in its lane");
  }

  private static List<OwedEffect> relays(List<OwedEffect> owed, Map<Integer, Message> messages) {
    return together(
        owed,
        Effect.Relay.class::isInstance,
        seq -> length(messages.get(seq), m -> ReadableMessage.of(m).length()));
  }

  private static List<OwedEffect> retold(
      List<OwedEffect> owed, int stay, Map<Integer, Message> messages) {
    return together(
        owed,
        effect -> effect instanceof Effect.Retell retell && retell.stay() == stay,
        seq -> length(messages.get(seq), Retelling::length));
  }

  private static int length(@Nullable Message message, ToIntFunction<Message> length) {
    return message == null || !isSeen(message) ? 0 : length.applyAsInt(message);
  }

  private static List<OwedEffect> together(
      List<OwedEffect> owed, Predicate<Effect> alike, IntUnaryOperator length) {
    List<OwedEffect> result = new ArrayList<>();
    int characters = 0;
    for (OwedEffect effect : owed) {
      if (!alike.test(effect.effect())) {
        break;
      }
      characters += seqs(effect.effect()).mapToInt(length::applyAsInt).sum();
      if (!result.isEmpty() && characters > ThreadPost.CHARACTERS_MAX) {
        break;
      }
      result.add(effect);
    }
    return List.copyOf(result);
  }

  private static boolean isSeen(Message message) {
    return Retelling.isTold(message) && !message.deleted();
  }

  private static Stream<Integer> seqs(Effect effect) {
    if (effect instanceof Effect.Relay(int seq)) {
      return Stream.of(seq);
    }
    return effect instanceof Effect.Retell(_, int seq) ? Stream.of(seq) : Stream.empty();
  }

  OwedEffect head() {
    return effects.getFirst();
  }

  /// The file that it posts, if it is one.
  Optional<Effect.PassFile> passed() {
    return effects.isEmpty() || !(head().effect() instanceof Effect.PassFile pass)
        ? Optional.empty()
        : Optional.of(pass);
  }

  /// Whether it is posted as the card of a thread.
  boolean isCard() {
    return effects.isEmpty() || head().effect() instanceof Effect.OpenThread;
  }

  /// Whether it is a root of the channel: a card, or a call.
  boolean isRoot() {
    return isCard() || head().effect() instanceof Effect.CallDesk;
  }

  /// What it settles. A new card settles nothing but the seal over itself.
  List<String> ids() {
    return effects.isEmpty() ? List.of(NEW_CARD) : effects.stream().map(OwedEffect::id).toList();
  }

  /// Its name within the conversation if it is sealed at this moment.
  String name(Instant now) {
    return effects.isEmpty() ? NEW_CARD + "-" + now.toEpochMilli() : head().id();
  }

  /// The numbers of the messages that it posts, taken-back ones left out: nobody has seen those.
  List<Integer> seqs(Map<Integer, Message> messages) {
    return seqs().stream()
        .filter(seq -> Optional.ofNullable(messages.get(seq)).filter(DeskBatch::isSeen).isPresent())
        .toList();
  }

  /// The numbers of all messages that it may hold if it was sent before: what has been taken back
  /// since stands in it, and must be taken away there.
  List<Integer> seqs() {
    return effects.stream().map(OwedEffect::effect).flatMap(DeskBatch::seqs).toList();
  }
}
