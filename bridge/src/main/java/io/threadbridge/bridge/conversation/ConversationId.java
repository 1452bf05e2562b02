package io.threadbridge.bridge.conversation;

/// The name of one conversation: at most 64 letters, digits, `-` and `_`, made by the bridge.
public record ConversationId(String value) {}
