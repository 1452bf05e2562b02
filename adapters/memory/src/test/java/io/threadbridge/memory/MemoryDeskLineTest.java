package io.threadbridge.memory;

import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.contract.DeskLineContract;

final class MemoryDeskLineTest implements DeskLineContract {
  private final MemoryDeskLine line = new MemoryDeskLine();

  @Override
  public DeskLine line() {
    return line;
  }
}
