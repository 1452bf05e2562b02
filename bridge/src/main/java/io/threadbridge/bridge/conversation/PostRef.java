package io.threadbridge.bridge.conversation;

/// One post on a desk, opaque to all but the adapter that made it; unique within its desk.
public record PostRef(String value) {}
