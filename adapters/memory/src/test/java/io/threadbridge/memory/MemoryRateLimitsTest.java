package io.threadbridge.memory;

import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.contract.RateLimitsContract;

final class MemoryRateLimitsTest implements RateLimitsContract {
  private final MemoryRateLimits limits = new MemoryRateLimits();

  @Override
  public RateLimits limits() {
    return limits;
  }
}
