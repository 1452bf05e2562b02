package io.threadbridge.bridge.conversation;

/// One stay of a conversation at a desk. Whoever comes back to a desk begins another stay there, in
/// another thread.
///
/// @param number how often the conversation had moved before it
public record Stay(DeskRef desk, int number) {}
