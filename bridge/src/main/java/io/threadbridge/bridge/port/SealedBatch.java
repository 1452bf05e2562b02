package io.threadbridge.bridge.port;

import java.time.Instant;

/// Effects that go out as one post. Sealed before the first byte is sent: what comes later is the
/// next batch, and the id, which the
/// post carries as metadata, lets a later look-up find it.
///
/// @param id unique over all conversations
/// @param last id of the last effect in it; the first is the lane's head
/// @param at when it was sealed
public record SealedBatch(String id, String last, Instant at) {}
