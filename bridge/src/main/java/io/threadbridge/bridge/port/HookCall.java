package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;

/// What a webhook is told: no visitor's words.
///
/// @param id unique over all calls; a repeat has the same
/// @param visitor the name that the staff see
/// @param since when the visitor began to wait
public record HookCall(
    String id,
    ConversationId conversation,
    SiteName site,
    String visitor,
    Instant since,
    Instant at) {}
