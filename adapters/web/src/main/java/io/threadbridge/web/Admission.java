package io.threadbridge.web;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.Site;
import java.time.Instant;

/// Whom a token lets in: to which conversation, and on which site it is.
///
/// @param issued when the token was made
record Admission(ConversationId conversation, Site site, Instant issued) {}
