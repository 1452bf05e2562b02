package io.threadbridge.contract;

/// All that an [Outbox] promises.
public interface OutboxContract
    extends OwingContract, LatestCardContract, LeasingContract, ReadyContract {}
