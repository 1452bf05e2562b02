package io.threadbridge.bridge.conversation;

import java.util.Optional;

/// A call in a channel for somebody to come: a post that links the card, taken back when somebody
/// has come.
///
/// @param desk the channel
/// @param post the post; empty until it is known
public record Call(DeskRef desk, Optional<PostRef> post) {}
