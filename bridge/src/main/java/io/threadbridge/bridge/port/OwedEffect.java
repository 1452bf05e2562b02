package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Effect;
import java.time.Instant;

/// An effect that waits in its lane.
///
/// @param id unique within its conversation: `<version>.<number>`
/// @param since when it was saved
public record OwedEffect(String id, Effect effect, Instant since) {}
