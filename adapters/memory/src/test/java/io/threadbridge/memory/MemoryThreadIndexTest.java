package io.threadbridge.memory;

import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.contract.ThreadIndexContract;

final class MemoryThreadIndexTest implements ThreadIndexContract {
  private final MemoryThreadIndex index = new MemoryThreadIndex();

  @Override
  public ThreadIndex index() {
    return index;
  }
}
