package io.threadbridge.slack;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Report;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where what people do in Slack goes.
///
/// @param threads for what they do in threads and with cards
/// @param commands for what they write after `/chat`
/// @param isDesk whether a channel is the desk of a site of ours
/// @param reports what somebody reads of the desks that are theirs; may throw
///     [io.threadbridge.bridge.port.StoreUnavailable]
public record SlackDoors(
    Door threads,
    DeskCommands commands,
    Predicate<DeskRef> isDesk,
    Function<Predicate<DeskRef>, List<Report>> reports) {}
