package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.contract.DeskLineContract;
import io.threadbridge.contract.DeskRatesContract;
import java.util.function.Function;

final class MemoryDeskLineTest implements DeskLineContract, DeskRatesContract {
  private final MemoryRateLimits limits = new MemoryRateLimits();
  private final MemoryDeskLine line = new MemoryDeskLine(limits, _ -> ONE_A_SECOND);

  @Override
  public DeskLine line() {
    return line;
  }

  @Override
  public DeskLine line(Function<DeskRef, DeskRates> rates) {
    return new MemoryDeskLine(limits, rates);
  }

  @Override
  public RateLimits limits() {
    return limits;
  }
}
