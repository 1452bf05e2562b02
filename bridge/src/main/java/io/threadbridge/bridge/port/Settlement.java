package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Lane;
import java.util.List;

/// The effects that an outcome settles, in the same step in which the outcome is saved. Refused if
/// the lease has passed to somebody else, so a sender that was frozen changes nothing.
///
/// @param effects ids of the effects that leave the lane; with them goes a batch sealed over them
public record Settlement(Lane lane, String lease, List<String> effects) {}
