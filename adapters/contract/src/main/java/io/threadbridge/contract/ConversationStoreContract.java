package io.threadbridge.contract;

/// All that a [ConversationStore] promises.
public interface ConversationStoreContract
    extends LoadingContract, SavingContract, RepeatingContract, ForgettingContract {}
