package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.VisitorFacts;
import java.util.Optional;

/// A conversation as it stood at one moment: state, version and facts from one step of the store.
///
/// @param version 1 as created; each save adds one
/// @param about the message that was asked about, if there is one
public record Loaded(
    Conversation conversation, long version, VisitorFacts facts, Optional<Message> about) {}
