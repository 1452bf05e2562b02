package io.threadbridge.memory;

import io.threadbridge.contract.OutboxContract;

final class MemoryOutboxTest extends MemoryKeeper implements OutboxContract {}
