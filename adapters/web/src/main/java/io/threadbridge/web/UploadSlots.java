package io.threadbridge.web;

import io.threadbridge.bridge.conversation.ConversationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many files come in at the same time on this instance, in all, of one address and of one
/// visitor. Behind a proxy that does not say for whom it asks, addresses are not told apart.
final class UploadSlots {
  private final FileLimits limits;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  UploadSlots(FileLimits limits) {
    this.limits = limits;
  }

  /// A place for one upload, given back by closing it.
  final class Slot implements AutoCloseable {
    private final List<String> counted;

    private Slot(List<String> counted) {
      this.counted = counted;
    }

    @Override
    public void close() {
      leave(counted);
    }
  }

  /// A place, if there is one.
  synchronized Optional<Slot> take(ConversationId visitor, ClientAddress address) {
    String ofVisitor = "visitor:" + visitor.value();
    String ofAddress = "address:" + address.value();
    boolean free =
        all < limits.atOnce()
            && taken.getOrDefault(ofVisitor, 0) < limits.atOnceOfVisitor()
            && (address.isLoopback()
                || taken.getOrDefault(ofAddress, 0) < limits.atOnceOfAddress());
    if (!free) {
      return Optional.empty();
    }
    List<String> counted = List.of(ofVisitor, ofAddress);
    counted.forEach(name -> taken.merge(name, 1, Integer::sum));
    all++;
    return Optional.of(new Slot(counted));
  }

  private synchronized void leave(List<String> counted) {
    counted.forEach(name -> taken.computeIfPresent(name, (_, n) -> n == 1 ? null : n - 1));
    all--;
  }
}
