package io.threadbridge.bridge.conversation;

/// A thread of a desk: where the staff see a conversation, or saw it before it moved.
public record Place(DeskRef desk, ThreadRef thread) {}
