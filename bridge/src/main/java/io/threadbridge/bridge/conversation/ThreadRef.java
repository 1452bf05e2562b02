package io.threadbridge.bridge.conversation;

/// A thread on a desk, opaque to all but the adapter that made it; unique within its desk.
public record ThreadRef(String value) {}
