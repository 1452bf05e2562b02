package io.threadbridge.memory;

import io.threadbridge.bridge.port.VisitorTokens;
import io.threadbridge.contract.VisitorTokensContract;

final class MemoryVisitorTokensTest implements VisitorTokensContract {
  private final MemoryVisitorTokens tokens = new MemoryVisitorTokens();

  @Override
  public VisitorTokens tokens() {
    return tokens;
  }
}
