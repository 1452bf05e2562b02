package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import java.util.List;
import java.util.Optional;

/// One lane of one conversation, leased to a worker.
///
/// @param lease the token that settle, seal, renew and postpone must show
/// @param owed the lane's effects in order; at most [Outbox#READ_MAX]
/// @param sealed a batch that was sealed before and is not settled: it may or may not have been
///     sent
public record Claimed(
    ConversationId conversation,
    Lane lane,
    String lease,
    List<OwedEffect> owed,
    Optional<SealedBatch> sealed) {}
