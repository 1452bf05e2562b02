package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.ThreadPost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The effects of a lane's head that go out together: the card alone, a rewrite alone, or as many
/// waiting words of the visitor as one post holds. The channel's rate is the bottleneck; this is
/// how a conversation that is behind catches up.
record DeskBatch(List<OwedEffect> effects) {
  /// What the lane owes first; `messages` by number. The lane must owe something.
  static DeskBatch next(List<OwedEffect> owed, Map<Integer, Message> messages) {
    OwedEffect head = owed.getFirst();
    return switch (head.effect()) {
      case Effect.Relay _ -> new DeskBatch(relays(owed, messages));
      case Effect.OpenThread _,
          Effect.Rewrite _,
          Effect.ShowCard _,
          Effect.IndexThread _,
          Effect.Hint _,
          Effect.TellDirectly _,
          Effect.ConfirmNote _ ->
          new DeskBatch(List.of(head));
    };
  }

  /// The same effects that were sealed before.
  static DeskBatch sealed(List<OwedEffect> owed, SealedBatch batch) {
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
    List<OwedEffect> result = new ArrayList<>();
    int characters = 0;
    for (OwedEffect effect : owed) {
      if (!(effect.effect() instanceof Effect.Relay relay)) {
        break;
      }
      Message message = messages.get(relay.seq());
      characters += message == null ? 0 : message.text().length();
      if (!result.isEmpty() && characters > ThreadPost.CHARACTERS_MAX) {
        break;
      }
      result.add(effect);
    }
    return List.copyOf(result);
  }

  OwedEffect head() {
    return effects.getFirst();
  }

  List<String> ids() {
    return effects.stream().map(OwedEffect::id).toList();
  }

  /// The numbers of the messages that it relays, taken-back ones left out: nobody has seen those.
  List<Integer> seqs(Map<Integer, Message> messages) {
    return effects.stream()
        .map(OwedEffect::effect)
        .filter(Effect.Relay.class::isInstance)
        .map(effect -> ((Effect.Relay) effect).seq())
        .filter(seq -> messages.containsKey(seq) && !messages.get(seq).deleted())
        .toList();
  }
}
