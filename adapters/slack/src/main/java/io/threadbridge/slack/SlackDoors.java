package io.threadbridge.slack;

import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.conversation.DeskRef;
import java.util.function.Predicate;

/// Where what people do in Slack goes.
///
/// @param threads for what they do in threads and with cards
/// @param commands for what they write after `/chat`
/// @param isDesk whether a channel is the desk of a site of ours
public record SlackDoors(Door threads, DeskCommands commands, Predicate<DeskRef> isDesk) {}
