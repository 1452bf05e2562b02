package io.threadbridge.memory;

import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.contract.FiguresStoreContract;

final class MemoryFiguresStoreTest implements FiguresStoreContract {
  private final MemoryFiguresStore figures = new MemoryFiguresStore();

  @Override
  public FiguresStore figures() {
    return figures;
  }
}
