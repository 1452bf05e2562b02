package io.threadbridge.bridge.conversation;

import java.time.Instant;

/// Who has taken a conversation, and since when.
public record Claim(Staff by, Instant at) {}
