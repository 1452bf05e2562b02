package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Layers of people who take turns: first the person of each layer whose turn it is, layer by
/// layer, then the other people of the layers in the order of their turns.
///
/// @param layers at most [#LAYERS_AT_MOST]
public record Rota(List<Layer> layers) implements OnCall {
  /// How many layers there may be.
  public static final int LAYERS_AT_MOST = 5;

  public Rota {
    layers = List.copyOf(layers);
    if (layers.size() > LAYERS_AT_MOST) {
      throw new IllegalArgumentException("more than " + LAYERS_AT_MOST + " layers");
    }
  }

  @Override
  public List<Staff> at(Instant moment) {
    Stream<Staff> current = layers.stream().flatMap(layer -> layer.at(moment).limit(1));
    Stream<Staff> others = layers.stream().flatMap(layer -> layer.at(moment).skip(1));
    return People.once(Stream.concat(current, others));
  }

  @Override
  public Optional<Instant> nextChange(Instant moment) {
    return Changes.next(moment, this::possible, this::at);
  }

  private Optional<Instant> possible(Instant moment) {
    return layers.stream()
        .map(layer -> layer.possibleChange(moment))
        .reduce(Optional.empty(), LocalMoments::earlier);
  }
}
