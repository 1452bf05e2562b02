package io.threadbridge.bridge.conversation;

/// Names what happened, never its delivery: the same happening told twice has the same id.
public record EventId(String value) {}
