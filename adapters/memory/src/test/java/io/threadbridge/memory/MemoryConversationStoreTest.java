package io.threadbridge.memory;

import io.threadbridge.contract.ConversationStoreContract;

final class MemoryConversationStoreTest extends MemoryKeeper implements ConversationStoreContract {}
