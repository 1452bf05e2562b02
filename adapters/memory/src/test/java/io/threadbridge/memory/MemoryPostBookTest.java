package io.threadbridge.memory;

import io.threadbridge.contract.PostBookContract;

final class MemoryPostBookTest extends MemoryKeeper implements PostBookContract {}
