package io.threadbridge.memory;

import io.threadbridge.contract.WakeUpsContract;

final class MemoryWakeUpsTest extends MemoryKeeper implements WakeUpsContract {}
