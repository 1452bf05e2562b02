package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that one handled event changes; saved in one atomic step or not at all.
///
/// @param expectedVersion the version that was loaded
/// @param event the event's id; known already means that nothing is changed
/// @param next the new state; its `wakeAt` becomes the wake-up (none: removed)
/// @param appended new messages, with consecutive numbers after the last
/// @param replaced changed messages, each in the place of the one with its number
/// @param links posts of the desk and their messages
/// @param owed new effects, each at the end of its lane. A `ShowCard` at the end of its lane
///     that waits and is not leased counts for the new one too
/// @param settles what this outcome settles
/// @param expireAt when everything but the journal is forgotten; empty: never
/// @param now the step's moment
public record Save(
    long expectedVersion,
    EventId event,
    Conversation next,
    List<Message> appended,
    List<Message> replaced,
    List<PostLink> links,
    List<OwedEffect> owed,
    Optional<Settlement> settles,
    JournalEntry journal,
    Optional<Instant> expireAt,
    Instant now) {}
