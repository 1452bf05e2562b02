package io.threadbridge.memory;

import io.threadbridge.contract.PresenceBookContract;

final class MemoryPresenceBookTest extends MemoryKeeper implements PresenceBookContract {}
