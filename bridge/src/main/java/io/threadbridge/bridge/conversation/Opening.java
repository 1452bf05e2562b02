package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// What is known of a conversation from its first moment and never changes.
///
/// @param language a BCP 47 tag, the one the visitor reads
/// @param continues the earlier conversation of the same visitor, if any
public record Opening(
    ConversationId id,
    SiteName site,
    DeskRef desk,
    Visitor visitor,
    Page page,
    String language,
    Instant at,
    Optional<ConversationId> continues) {}
